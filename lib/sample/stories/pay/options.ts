import type { BookedRow, PlanMark, PlanStory } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import type { FilingDraft } from "../../book/filing-draft";
import type { FieldNotes } from "../../book/row-fields";
import type { Day } from "../../market/calendar";
import type { Filer, Line } from "../../market/filer";
import { grantLine, mainLine } from "../../market/people";
import { round } from "../../market/quantities";
import type { Slot, World } from "../../market/world";
import { planNote } from "../../wording/plan-notes";
import type { Story } from "../story";
import { tradeLots } from "../trading/lots";
import { bookPlan, isNewPlan, newPlan } from "../trading/plans";
import { awardStock, optionTerms, optionTitle, unitTerms, unitTitle } from "./awards";
import { vestUnits } from "./units";

type Exercise = "sell all" | "sell part" | "cash hold" | "stock funded" | "net";

interface OptionProgram {
  world: World;
  filer: Filer;
  how: Exercise;
  options: Line[] | null;
  plan: PlanStory | null;
  planRows: BookedRow[];
}

/** Options from before the first filing, exercised one to four times: sold, held for cash, held with shares withheld, net. */
export const optionProgram: Story = ({ world }) => {
  const { random } = world;
  const wanted = Math.min(random.int(1, 4), world.remaining);
  if (wanted < 1) return false;
  for (const filer of world.insiders((one) => one.to - one.from > 300).slice(0, 4)) {
    const how = random.weighted([
      ["sell all", 44],
      ["sell part", 16],
      ["cash hold", 16],
      ["stock funded", 14],
      ["net", 10],
    ] as const);
    const sells = how.startsWith("sell");
    const planned = sells && random.chance(0.35);
    const slots = exerciseSlots(world, filer, wanted, sells, planned);
    const [first] = slots;
    if (first === undefined) continue;
    const plan = planned ? { ...newPlan(world, filer, first.day), amended: null, precision: "day" as const } : null;
    const planRows = plan === null ? [] : bookPlan(world, plan);
    const program: OptionProgram = { world, filer, how, options: null, plan, planRows };
    world.spend(slots.length);
    for (const [i, slot] of slots.entries()) world.at(slot.day, () => playExercise(program, slot, slots.length - i));
    return true;
  }
  return false;
};

function exerciseSlots(world: World, filer: Filer, wanted: number, sells: boolean, planned: boolean): Slot[] {
  const slots: Slot[] = [];
  let day: Day = world.random.int(filer.from, filer.to - 60);
  for (let i = 0; i < wanted && day < filer.to; i++) {
    if (i > 0 && world.split !== null && world.split.day > (slots[0]?.day ?? day) && world.split.day <= day + 20) break;
    const slot = world.takeNear(filer, day, sells ? { side: "S", discretionary: !planned } : {}, 14);
    if (slot !== null) slots.push(slot);
    day = (slot?.fileDay ?? day) + world.random.int(30, 240);
  }
  return slots;
}

/** The option lines of a program: held since before the first filing, strikes below the market. */
function oldOptions(world: World, filer: Filer, day: Day): Line[] {
  const { random } = world;
  const lines: Line[] = [];
  for (let i = 0; i < (random.chance(0.2) ? 2 : 1); i++) {
    const granted = day - random.int(900, 2900) - i * 370;
    const strike = round(world.prices.close(day) * random.between(0.2, 0.6), 2);
    const terms = { ...optionTerms(world, granted), strike };
    lines.push(grantLine(filer, optionTitle(world), terms, random.int(20, 500) * 100));
  }
  return lines;
}

function playExercise(program: OptionProgram, slot: Slot, left: number): void {
  const { world, filer, how, plan } = program;
  program.options ??= oldOptions(world, filer, slot.day);
  const usable = program.options.filter((line) => line.held >= 20);
  if (usable.length === 0) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const words = plan === null ? null : planNote(plan, "exercise", slot.day, world.random);
  const mark: PlanMark | null = words === null ? null : { answer: "yes", basis: "row footnote", plan };
  const notes: FieldNotes = words === null ? {} : { transactionCode: [words] };
  const code = world.random.chance(0.06) ? "X" : "M";
  const parts = usable.map((line) => ({
    line,
    shares: left === 1 && how === "sell all" ? line.held : share(world, line.held, left),
  }));
  const main = mainLine(world, filer);
  const { day } = slot;
  const exercised = parts.map(({ line, shares }) =>
    draft.trade({ line: main, code, direction: "A", shares, price: line.grant?.strike ?? 0, day, notes }, { mark }),
  );
  const total = parts.reduce((sum, part) => sum + part.shares, 0);
  const cost = parts.reduce((sum, part) => sum + part.shares * (part.line.grant?.strike ?? 0), 0);
  const { withheld, returned, sold } = disposals(program, draft, { total, cost, notes, mark });
  const derivatives = parts.map(({ line, shares }) =>
    draft.trade({ line, code, direction: "D", shares, price: 0, day, notes }, { mark }),
  );
  program.planRows.push(...sold);
  closeForm(world, draft, { checked: isNewPlan(plan) });
  world.book.episodes.push({ exercised, derivatives, withheld, returned, sold, type: "option exercise" });
}

function share(world: World, held: number, left: number): number {
  const part = (held / left) * world.random.between(0.3, 0.9);
  return Math.max(10, Math.min(held, Math.floor(part / 10) * 10));
}

interface Exercised {
  total: number;
  cost: number;
  notes: FieldNotes;
  mark: PlanMark | null;
}

function disposals(program: OptionProgram, draft: FilingDraft, { total, cost, notes, mark }: Exercised) {
  const { world, filer, how } = program;
  const { day } = draft.filing;
  const line = mainLine(world, filer);
  const close = world.prices.close(day);
  const none: BookedRow[] = [];
  if (how === "cash hold") return { withheld: none, returned: none, sold: none };
  if (how === "stock funded") {
    const tax = (total * close - cost) * 0.38;
    const shares = Math.min(total - 1, Math.max(1, Math.ceil((cost + Math.max(tax, 0)) / close)));
    const words = "Shares withheld to pay the exercise price and taxes due.";
    const row = draft.trade({
      line,
      code: "F",
      direction: "D",
      shares,
      price: close,
      day,
      notes: { transactionCode: [words] },
    });
    return { withheld: [row], returned: none, sold: none };
  }
  if (how === "net") {
    const shares = Math.min(total - 1, Math.max(1, Math.ceil(cost / close)));
    const words = "Shares delivered to the issuer in payment of the exercise price.";
    const row = draft.trade({
      line,
      code: "D",
      direction: "D",
      shares,
      price: close,
      day,
      notes: { transactionCode: [words] },
    });
    return { withheld: none, returned: [row], sold: none };
  }
  const part = how === "sell all" ? total : Math.max(5, Math.floor(total * world.random.between(0.3, 0.8)));
  const sold = tradeLots(world, draft, {
    line,
    side: "S",
    total: part,
    days: [day],
    meaning: { mark },
    notes,
    rows: world.random.int(1, 4),
  });
  return { withheld: none, returned: none, sold };
}

/** One day with an option exercised and units vesting: a mixed episode, held. */
export const mixedExercise: Story = ({ world }) => {
  if (world.remaining < 1) return false;
  for (const filer of world.insiders().slice(0, 4)) {
    const slot = world.take(filer, { from: filer.from, to: filer.to });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playMixed(world, filer, slot));
    return true;
  }
  return false;
};

function playMixed(world: World, filer: Filer, slot: Slot): void {
  const { day } = slot;
  const [option] = oldOptions(world, filer, day);
  if (option === undefined) {
    awardStock(world, filer, slot);
    return;
  }
  const granted = day - 365;
  const units = grantLine(filer, unitTitle(filer, granted), unitTerms(world, granted), world.random.int(30, 400) * 4);
  const draft = world.draft(filer, "4", slot);
  const line = mainLine(world, filer);
  const strike = option.grant?.strike ?? 0;
  const shares = share(world, option.held, 2);
  const acquired = draft.trade({ line, code: "M", direction: "A", shares, price: strike, day });
  const twin = draft.trade({ line: option, code: "M", direction: "D", shares, price: 0, day });
  const vest = vestUnits(world, draft, units, distinct(Math.floor(units.held / 4), shares), "withhold");
  closeForm(world, draft);
  world.book.episodes.push({
    ...vest,
    exercised: [acquired, ...vest.exercised],
    derivatives: [twin, ...vest.derivatives],
    type: "mixed",
  });
}

/** Two legs of one day must not be taken for one another's twin. */
function distinct(shares: number, other: number): number {
  return shares === other ? shares + 1 : shares;
}

/** Partnership units turned into stock, and the stock sold or kept. */
export const unitExchange: Story = ({ world }) => {
  if (world.remaining < 1) return false;
  for (const filer of world.insiders().slice(0, 4)) {
    const sells = world.random.chance(0.5);
    const slot = world.take(filer, { from: filer.from, to: filer.to, side: sells ? "S" : undefined });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playExchange(world, filer, slot, sells));
    return true;
  }
  return false;
};

function playExchange(world: World, filer: Filer, slot: Slot, sells: boolean): void {
  const { day } = slot;
  const title = "LLC Units";
  const known = filer.lines.find((line) => line.title === title);
  const note = "The LLC units are exchangeable for shares on a one-for-one basis and have no expiration date.";
  const terms = {
    ...unitTerms(world, day),
    kind: "exchange-unit" as const,
    strike: null,
    strikeNote: note,
    exercisableNote: note,
    expiresNote: note,
  };
  const units = known ?? grantLine(filer, title, terms, world.random.int(200, 2000) * 100);
  const shares = Math.floor(units.held / world.random.int(3, 9));
  if (shares < 10) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const line = mainLine(world, filer);
  const code = world.random.pick(["C", "M"]);
  const acquired = draft.trade({ line, code, direction: "A", shares, price: 0, day });
  const total = Math.max(5, Math.floor(shares * world.random.pick([0.5, 1])));
  const sold = sells ? tradeLots(world, draft, { line, side: "S", total, days: [day], rows: 2 }) : [];
  const derivative = draft.trade({ line: units, code, direction: "D", shares, price: 0, day });
  closeForm(world, draft);
  world.book.episodes.push({
    exercised: [acquired],
    derivatives: [derivative],
    withheld: [],
    returned: [],
    sold,
    type: "exchange",
  });
}
