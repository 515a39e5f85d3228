import type { PlanMark, PlanStory } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import type { FieldNotes } from "../../book/row-fields";
import { CHECKBOX_START, type Day, isoOf, isTradingDay, WAITING_RULE_START } from "../../market/calendar";
import type { Filer, Insider } from "../../market/filer";
import { mainLine } from "../../market/people";
import type { Slot, World } from "../../market/world";
import type { Random } from "../../random";
import { planNote, undatedPlanNote } from "../../wording/plan-notes";
import { awardStock } from "../pay/awards";
import type { Stage, Story } from "../story";
import { rowCount, saleSize, tradeLots } from "./lots";

type Telling = "note" | "remarks" | "all" | "undated" | "box only";

const NOTE_FIELDS = [
  "transactionCode",
  "transactionCode",
  "transactionPricePerShare",
  "transactionShares",
  "transactionDate",
  "transactionAcquiredDisposedCode",
] as const;

/** A plan: adopted, cooled off, then traded under at a steady pace. */
export const tradingPlan: Story = (stage) => planOf(stage, "note");
export const planInRemarks: Story = (stage) => planOf(stage, "remarks");
export const planForAllRows: Story = (stage) => planOf(stage, "all");
export const undatedPlan: Story = (stage) => planOf(stage, "undated");
/** Sales that only the filing's box calls planned. */
export const boxOnlyPlan: Story = (stage) => planOf(stage, "box only");

function planOf({ world }: Stage, telling: Telling): boolean {
  const { random } = world;
  const wanted = Math.min(random.int(1, 7), world.remaining);
  if (wanted < 1) return false;
  for (const filer of world.insiders((one) => one.to - one.from > 420).slice(0, 4)) {
    const earliest = telling === "box only" ? Math.max(filer.from, CHECKBOX_START) : filer.from;
    if (filer.to - 80 <= earliest) continue;
    const first = random.int(earliest, filer.to - 60);
    const slots = programSlots(world, filer, first, wanted, telling === "box only" || telling === "undated");
    const [opening] = slots;
    if (opening === undefined) continue;
    world.spend(slots.length);
    const plan = planFor(world, telling, filer, opening.day);
    const rows = plan === null ? [] : bookPlan(world, plan);
    for (const slot of slots) world.at(slot.day, () => playPlanSale({ world, filer, slot, plan, telling, rows }));
    return true;
  }
  return false;
}

/** Remarks and “all transactions” name their rows and an exact day; only a note on the row itself may leave both open. */
function planFor(world: World, telling: Telling, filer: Filer, first: Day): PlanStory | null {
  if (telling === "undated" || telling === "box only") return null;
  const plan = newPlan(world, filer, first);
  return telling === "note" ? plan : { ...plan, precision: "day", amended: null };
}

/** Slots at the plan's cadence; never across a split, so that one plan counts one kind of share. */
function programSlots(world: World, filer: Filer, first: Day, wanted: number, discretionary: boolean): Slot[] {
  const cadence = world.random.pick([21, 30, 30, 61, 91]);
  const slots: Slot[] = [];
  let day = first;
  for (let i = 0; i < wanted && day < filer.to; i++) {
    if (world.split !== null && first <= world.split.day && world.split.day <= day + 12) break;
    const slot = world.takeNear(filer, day, { side: "S", discretionary }, 8);
    if (slot !== null) slots.push(slot);
    day = Math.max(day, slot?.fileDay ?? day) + cadence;
  }
  return slots;
}

/** A plan with a waiting time of one of the kinds that the rule tells apart. */
export function newPlan(world: World, filer: Filer, firstTrade: Day): PlanStory {
  const { random } = world;
  const insider = filer.owners[0];
  if (insider === undefined) throw new RangeError("A plan needs an insider.");
  const waiting = random.weighted([
    [random.int(12, 60), firstTrade < WAITING_RULE_START ? 45 : 6],
    [random.int(61, 89), 12],
    [random.int(91, 118), 22],
    [random.int(121, 300), 40],
  ] as const);
  let adopted = nextTradingDayFrom(firstTrade - waiting);
  while (adoptedInMonth(world, insider, adopted)) adopted = nextTradingDayFrom(adopted - 31);
  const month = random.chance(0.1);
  const amended = !month && waiting > 100 && random.chance(0.12) ? adopted + random.int(10, 60) : null;
  return { insider, adopted, precision: month ? "month" : "day", amended };
}

/** Two plans of one month can't be told apart where one of them is dated to the month. */
function adoptedInMonth(world: World, insider: Insider, day: Day): boolean {
  const month = isoOf(day).slice(0, 7);
  return world.book.plans.some(({ plan }) => plan.insider === insider && isoOf(plan.adopted).startsWith(month));
}

function nextTradingDayFrom(day: Day): Day {
  let at = day;
  while (!isTradingDay(at)) at -= 1;
  return at;
}

/** Enters a plan and gives the list that its trades are added to. A month tells a plan only as its first day. */
export function bookPlan(world: World, plan: PlanStory) {
  const entry = { plan, rows: [] };
  world.book.plans.push(entry);
  return entry.rows as (typeof world.book.plans)[number]["rows"];
}

interface PlanSale {
  world: World;
  filer: Filer;
  slot: Slot;
  plan: PlanStory | null;
  telling: Telling;
  rows: (typeof World.prototype.book.plans)[number]["rows"];
}

function playPlanSale({ world, filer, slot, plan, telling, rows }: PlanSale): void {
  const { random } = world;
  const line = mainLine(world, filer);
  const total = saleSize(world, line);
  if (total === null) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const words = wordsOf(plan, telling, slot.day, random);
  const inRemarks = telling === "remarks";
  const mark: PlanMark | null =
    words === null ? null : { answer: "yes", basis: inRemarks ? "remarks" : "row footnote", plan };
  const notes: FieldNotes = words === null || inRemarks ? {} : { [random.pick(NOTE_FIELDS)]: [words] };
  const sold = tradeLots(world, draft, {
    line,
    side: "S",
    total,
    days: [slot.day, random.chance(0.15) ? world.nextTradingDay(slot) : slot.day],
    meaning: { mark },
    notes,
    rows: rowCount(world),
  });
  rows.push(...(plan === null ? [] : sold));
  closeForm(world, draft, {
    checked: telling === "box only" || isNewPlan(plan) || (plan === null && random.chance(0.5)),
    remarks: inRemarks ? (words ?? undefined) : undefined,
  });
}

/** Only plans under the amended rule are what the box asks for. */
export function isNewPlan(plan: PlanStory | null): boolean {
  return plan !== null && plan.adopted >= WAITING_RULE_START;
}

function wordsOf(plan: PlanStory | null, telling: Telling, day: Day, random: Random): string | null {
  if (telling === "box only") return null;
  if (plan === null) return undatedPlanNote(day, random);
  if (telling === "remarks") return planNote(plan, "remarks", day, random);
  return planNote(plan, telling === "all" ? "all" : "sale", day, random);
}
