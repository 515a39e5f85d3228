import type { BookedRow } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import type { Day } from "../../market/calendar";
import type { Filer, Insider, Line } from "../../market/filer";
import { newFiler, stockLine } from "../../market/people";
import type { Slot, World } from "../../market/world";
import type { Stage, Story } from "../story";

const NUMERALS = ["I", "II", "III", "IV", "V"] as const;

/** A fund, its general partner and its people: two to ten owners on one form, each row once. */
export const jointFiling: Story = (stage) => {
  const { world } = stage;
  const { random, issuer } = world;
  const wanted = Math.min(random.int(2, 4), world.remaining);
  if (wanted < 1 || issuer.to - issuer.from < 200 || issuer.foreign) return false;
  const size = random.weighted([
    [2, 40],
    [3, 20],
    [5, 20],
    [7, 10],
    [10, 10],
  ] as const);
  const owners = fundOwners(stage, size);
  const side = random.pick(["P", "S"] as const);
  const filer = newFiler(world, owners, "group", issuer.from, issuer.to);
  filer.style.repeatsHoldings = false;
  const line = stockLine(
    filer,
    issuer.title,
    blockSize(world),
    "See Footnote",
    "Held by the fund; its partners share voting power.",
  );
  const slots: Slot[] = [];
  for (let i = 0; i < wanted; i++) {
    const slot = world.take(filer, { from: filer.from, to: filer.to, side });
    if (slot !== null) slots.push(slot);
  }
  world.spend(slots.length);
  for (const slot of slots)
    world.at(slot.day, () => void blockTrade(world, filer, line, slot, side, tradeSize(world, line), null));
  return slots.length > 0;
};

function fundOwners({ world, people }: Stage, size: number): Insider[] {
  const numeral = world.random.pick(NUMERALS);
  const fund = people.fund(world.random, numeral);
  const owners = [fund, people.entity(`${fund.name.replace(/ Fund .*/, "")} GP ${numeral}, LLC`)];
  while (owners.length < size) owners.push({ ...people.person(world, "owner"), isDirector: false });
  return owners.slice(0, size);
}

function blockSize(world: World): number {
  return Math.round(2.5e7 / world.prices.close(world.issuer.from)) * 4;
}

function tradeSize(world: World, line: Line): number {
  return Math.max(100, Math.floor(line.held * world.random.between(0.002, 0.03)));
}

function blockTrade(
  world: World,
  filer: Filer,
  line: Line,
  slot: Slot,
  side: "P" | "S",
  shares: number,
  price: number | null,
): BookedRow {
  const draft = world.draft(filer, "4", slot);
  const row = draft.trade({
    line,
    code: side,
    direction: side === "P" ? "A" : "D",
    shares,
    price: price ?? world.tradePrice(slot.day),
    day: slot.day,
  });
  closeForm(world, draft);
  return row;
}

type Relation = "named in nature" | "files jointly elsewhere" | "indirect balances";

export const jointEventNamed: Story = (stage) => jointEvent(stage, "named in nature");
export const jointEventElsewhere: Story = (stage) => jointEvent(stage, "files jointly elsewhere");
export const jointEventBalances: Story = (stage) => jointEvent(stage, "indirect balances");

/** One block of shares that two or three related owners each report in a filing of their own. */
function jointEvent(stage: Stage, relation: Relation): boolean {
  const { world } = stage;
  const { random, issuer } = world;
  const size = random.int(2, 3);
  const extra = relation === "files jointly elsewhere" ? 1 : 0;
  if (world.remaining < size + extra || issuer.to - issuer.from < 120 || issuer.foreign) return false;
  const owners = fundOwners(stage, size);
  const side = random.pick(["P", "S"] as const);
  const held = blockSize(world);
  const filers = owners.map((owner, i) => memberFiler(world, owner, i, relation, owners[0]?.name ?? "", held));
  const events: Slot[][] = [];
  for (let i = 0; i < random.int(1, 3) && world.remaining >= size * (events.length + 1) + extra; i++) {
    const slots = sameDaySlots(world, filers, side);
    if (slots !== null) events.push(slots);
  }
  if (events.length === 0) return false;
  world.spend(size * events.length);
  for (const slots of events) playTogether(world, filers, slots, side, relation);
  if (extra === 1) fileOnceJointly(world, owners, side);
  return true;
}

function memberFiler(world: World, owner: Insider, i: number, relation: Relation, fund: string, held: number): Filer {
  const filer = newFiler(world, [owner], "reserved", world.issuer.from, world.issuer.to);
  filer.style.repeatsHoldings = false;
  const nature = natureOf(i, relation, fund);
  stockLine(filer, world.issuer.title, held, nature);
  return filer;
}

function natureOf(i: number, relation: Relation, fund: string): string | null {
  if (relation === "indirect balances") return "By Partnership";
  if (relation === "named in nature") return i === 0 ? null : `By ${fund}`;
  return i === 0 ? null : "See Remarks";
}

/** One trading day for all, each filing on a day of its own so that one is the earliest. */
function sameDaySlots(world: World, filers: Filer[], side: "P" | "S"): Slot[] | null {
  const [lead] = filers;
  if (lead === undefined) return null;
  const lags = world.random.shuffled([0, 1, 2]);
  const first = world.take(lead, { from: lead.from, to: lead.to, side, lag: lags[0] });
  if (first === null) return null;
  const slots = [first];
  for (const [i, filer] of filers.slice(1).entries()) {
    const slot = world.slotAt(filer, first.day, { from: first.day, to: first.day, lag: lags[i + 1] });
    if (slot === null) {
      for (const [n, taken] of slots.entries()) world.release(filers[n] ?? lead, taken);
      return null;
    }
    world.guard.record(filer, first.day, side, false);
    slots.push(slot);
  }
  return slots;
}

function playTogether(world: World, filers: Filer[], slots: Slot[], side: "P" | "S", relation: Relation): void {
  const day: Day = slots[0]?.day ?? 0;
  world.at(day, () => {
    const price = world.tradePrice(day);
    const lines = filers.map((filer) => filer.lines[0] as Line);
    const shares = tradeSize(world, lines[0] as Line);
    const rows = filers.map((filer, i) =>
      blockTrade(world, filer, lines[i] as Line, slots[i] as Slot, side, shares, price),
    );
    const [counted, ...others] = rows.sort((a, b) => a.filing.fileDay - b.filing.fileDay);
    if (counted === undefined) return;
    for (const row of others) row.countedBy = counted;
    world.book.jointEvents.push({ counted, others, relation });
  });
}

/** The form that shows the owners to be related: all of them on it, about another trade. */
function fileOnceJointly(world: World, owners: Insider[], side: "P" | "S"): void {
  const { issuer } = world;
  const filer = newFiler(world, owners, "group", issuer.from, issuer.to);
  filer.style.repeatsHoldings = false;
  const line = stockLine(
    filer,
    issuer.title,
    blockSize(world),
    "See Footnote",
    "Held by an affiliate of the reporting persons.",
  );
  const slot = world.take(filer, { from: filer.from, to: filer.to, side });
  const award = slot ?? world.take(filer, { from: filer.from, to: filer.to });
  if (award === null) return;
  world.spend(1);
  world.at(award.day, () => {
    if (slot !== null) {
      blockTrade(world, filer, line, award, side, tradeSize(world, line), null);
      return;
    }
    const draft = world.draft(filer, "4", award);
    draft.trade({ line, code: "J", direction: "A", shares: 700, price: 0, day: award.day });
    closeForm(world, draft);
  });
}
