import type { BookedFiling, BookedRow } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import { addBusinessDays, type Day, isTradingDay } from "../../market/calendar";
import type { Filer } from "../../market/filer";
import { mainLine, stockLine } from "../../market/people";
import { round } from "../../market/quantities";
import type { Slot, World } from "../../market/world";
import { awardStock } from "../pay/awards";
import type { Stage, Story } from "../story";
import { saleSize, splitCount } from "../trading/lots";

type Extent = "full" | "partial" | "chained";
type Mistake = "price" | "shares";

export const fullAmendment: Story = (stage) => amendment(stage, "full");
export const partialAmendment: Story = (stage) => amendment(stage, "partial");
export const chainedAmendment: Story = (stage) => amendment(stage, "chained");

/** A sale or a grant filed with a mistake, and the amendment (or two) that puts it right. */
function amendment({ world }: Stage, extent: Extent): boolean {
  const { random } = world;
  const filings = extent === "chained" ? 3 : 2;
  if (world.remaining < filings) return false;
  for (const filer of world.insiders((one) => one.to - one.from > 150).slice(0, 5)) {
    const sale = extent === "partial" || random.chance(0.6);
    const wish = { from: filer.from, to: filer.to - 80, tail: 62, ...(sale ? { side: "S" as const } : {}) };
    const slot = world.take(filer, wish);
    if (slot === null) continue;
    const days = amendmentDays(world, slot.fileDay, filings - 1);
    world.spend(filings);
    // A closing balance on every row would no longer tell which rows an amended one stands between.
    if (extent === "partial") filer.style.finalBalances = false;
    const story: Amended = { world, filer, slot, extent, rows: [] };
    world.at(slot.day, () => playOriginal(story, sale));
    for (const day of days) world.at(day, () => playAmendment(story, day));
    return true;
  }
  return false;
}

interface Amended {
  world: World;
  filer: Filer;
  slot: Slot;
  extent: Extent;
  /** Rows in force of the original and its amendments so far, in filed order. */
  rows: BookedRow[];
}

function amendmentDays(world: World, after: Day, count: number): Day[] {
  const days: Day[] = [];
  let day = after;
  for (let i = 0; i < count; i++) {
    day = addBusinessDays(day, world.random.int(3, 14));
    while (!isTradingDay(day)) day += 1;
    days.push(day);
  }
  return days;
}

function playOriginal(story: Amended, sale: boolean): void {
  const { world, filer, slot } = story;
  const { random } = world;
  const line = mainLine(world, filer);
  const draft = world.draft(filer, "4", slot);
  const total = sale ? saleSize(world, line) : null;
  const [code, direction] = total === null ? (["A", "A"] as const) : (["S", "D"] as const);
  const shares = total ?? random.int(30, 900) * 10 + 7;
  const parts = splitCount(world, shares, code === "S" ? random.int(2, 4) : 1);
  for (const count of parts) {
    const price = code === "S" ? unlike(story.rows, world.tradePrice(slot.day)) : 0;
    story.rows.push(draft.trade({ line, code, direction, shares: count, price, day: slot.day }));
  }
  closeForm(world, draft, { holdings: false });
}

/** A price that no earlier row has, so that an amended count still finds its row by its price. */
function unlike(rows: readonly BookedRow[], price: number): number {
  let at = price;
  while (rows.some((row) => row.price === at)) at = round(at + 0.01);
  return at;
}

/**
 * Restates the last row, or all of them. The line goes back to where the first restated row opened, and the new rows
 * lead on from there; nothing else of the insider stands between.
 */
function playAmendment(story: Amended, day: Day): void {
  const { world, filer, slot, extent } = story;
  const first = extent === "partial" ? story.rows.length - 1 : 0;
  const restated = story.rows.slice(first);
  const [opening] = restated;
  if (opening === undefined) {
    awardStock(world, filer, { day, fileDay: day });
    return;
  }
  const mistake: Mistake = opening.code === "A" || world.random.chance(0.5) ? "shares" : "price";
  const { line } = opening;
  line.held = opening.before;
  line.reported = opening.before;
  const draft = world.draft(filer, "4/A", { day: slot.day, fileDay: day });
  const note = `This amendment corrects the ${mistake === "price" ? "price" : "number of shares"} reported in the original Form 4.`;
  const fresh = restated.map((row, i) => {
    const wrong = i === restated.length - 1;
    const shares = wrong && mistake === "shares" ? corrected(world, row, story.rows) : row.shares;
    const price =
      wrong && mistake === "price" && row.price !== null ? unlike(story.rows, round(row.price * 1.013, 2)) : row.price;
    const notes = wrong ? { transactionShares: [note] } : {};
    const terms = { line, code: row.code ?? "S", direction: row.direction ?? "D", shares, price, day: row.day, notes };
    const next = draft.trade(terms);
    row.supersededBy = next;
    return next;
  });
  story.rows.splice(first, restated.length, ...fresh);
  closeForm(world, draft, { holdings: false, originalFiled: slot.fileDay });
}

/** A count near the wrong one and unlike every row's: a fifth less or more, never beyond what is held. */
function corrected(world: World, row: BookedRow, rows: readonly BookedRow[]): number {
  const less = row.direction === "D" || world.random.chance(0.5);
  let count = Math.max(3, Math.floor(row.shares * (less ? 0.82 : 1.21)));
  while (rows.some((other) => other.shares === count)) count -= 1;
  return count;
}

/** An amendment that only adds a holding which the original forgot: the original's trades stay in force. */
export const holdingsOnlyAmendment: Story = ({ world }) => {
  if (world.remaining < 2) return false;
  for (const filer of world.insiders((one) => one.to - one.from > 120).slice(0, 5)) {
    const slot = world.take(filer, { from: filer.from, to: filer.to - 50, tail: 32 });
    if (slot === null) continue;
    const [day] = amendmentDays(world, slot.fileDay, 1);
    if (day === undefined) continue;
    world.spend(2);
    world.at(slot.day, () => awardStock(world, filer, slot));
    world.at(day, () => addHolding(world, filer, slot, day));
    return true;
  }
  return false;
};

function addHolding(world: World, filer: Filer, slot: Slot, day: Day): BookedFiling {
  const draft = world.draft(filer, "4/A", { day: slot.day, fileDay: day });
  const held = world.random.int(2, 90) * 100;
  // A line of its own each time: a holding that the original did show would be superseded.
  const number = filer.lines.filter((one) => one.nature?.startsWith("By Partnership")).length;
  const line = stockLine(
    filer,
    world.issuer.title,
    held,
    number === 0 ? "By Partnership" : `By Partnership ${number + 1}`,
  );
  draft.hold(line);
  const remarks = "This amendment adds a holding that was omitted from the original Form 4.";
  return closeForm(world, draft, { period: slot.day, holdings: false, originalFiled: slot.fileDay, remarks });
}
