import { closeForm } from "../../book/close-form";
import type { LateEntry } from "../../book/issuer-book";
import { businessDaysBetween } from "../../market/calendar";
import type { Filer } from "../../market/filer";
import { mainLine } from "../../market/people";
import type { Slot, World } from "../../market/world";
import { planNote } from "../../wording/plan-notes";
import { awardStock, restrictedStock } from "../pay/awards";
import type { Stage, Story } from "../story";
import { saleSize, tradeLots } from "./lots";
import { bookPlan, isNewPlan, newPlan } from "./plans";

/** A Form 4 that comes after its second business day: a sale, a purchase or a grant. */
export const lateFiling: Story = (stage) => late(stage, false);
/** A planned sale three to five business days before its filing: late unless the execution date was deemed. */
export const lateUnlessDeemed: Story = (stage) => late(stage, true);

function late({ world }: Stage, planned: boolean): boolean {
  const { random } = world;
  if (world.remaining < 1) return false;
  const lag = planned
    ? random.int(3, 5)
    : random.weighted([
        [random.int(3, 5), 55],
        [random.int(6, 12), 25],
        [random.int(13, 60), 20],
      ] as const);
  const kind = planned ? "S" : random.pick(["S", "P", "A"] as const);
  for (const filer of world.insiders((one) => one.to - one.from > 200).slice(0, 4)) {
    const wish = {
      from: filer.from,
      to: filer.to - 95,
      lag,
      ...(kind === "A" ? {} : { side: kind, discretionary: !planned }),
    };
    const slot = world.take(filer, wish);
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playLate(world, filer, slot, kind, planned));
    return true;
  }
  return false;
}

function playLate(world: World, filer: Filer, slot: Slot, kind: "S" | "P" | "A", planned: boolean): void {
  const line = mainLine(world, filer);
  const sale = saleSize(world, line);
  const elapsed = businessDaysBetween(slot.day, slot.fileDay);
  const entry = (verdict: LateEntry["verdict"]) => ({ form: "4", unit: "business", elapsed, verdict }) as const;
  if (kind === "S" && sale === null) {
    awardStock(world, filer, slot);
    const filing = world.book.filings.at(-1);
    if (filing !== undefined) world.book.late.push({ filing, ...entry("late") });
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const plan = planned ? { ...newPlan(world, filer, slot.day), amended: null } : null;
  if (kind === "A") restrictedStock(world, draft, line);
  else {
    const total = kind === "S" ? (sale ?? 60) : world.random.int(20, 900);
    const words = plan === null ? null : planNote(plan, "sale", slot.day, world.random);
    const mark = words === null ? null : ({ answer: "yes", basis: "row footnote", plan } as const);
    const notes = words === null ? {} : { transactionCode: [words] };
    const rows = tradeLots(world, draft, {
      line,
      side: kind,
      total,
      days: [slot.day],
      notes,
      meaning: { mark },
      rows: 1,
    });
    if (plan !== null) bookPlan(world, plan).push(...rows);
  }
  const filing = closeForm(world, draft, { checked: isNewPlan(plan) });
  world.book.late.push({ filing, ...entry(planned ? "late unless deemed" : "late") });
}
