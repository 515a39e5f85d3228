import type { BookedRow } from "../../book/booked";
import type { FilingDraft, RowMeaning } from "../../book/filing-draft";
import type { FieldNotes, TradeTerms } from "../../book/row-fields";
import type { Day } from "../../market/calendar";
import type { Line } from "../../market/filer";
import { round } from "../../market/quantities";
import type { World } from "../../market/world";
import { rangeNote } from "../../wording/trade-notes";

export interface Lots {
  line: Line;
  side: "P" | "S";
  total: number;
  /** One trade day a lot, or one day for all. */
  days: readonly Day[];
  meaning?: RowMeaning;
  /** Further notes, on every lot. */
  notes?: FieldNotes;
  rows: number;
}

/** Market trades in one to several rows, each with a share count of its own; every other one a weighted average with its range. */
export function tradeLots(world: World, draft: FilingDraft, lots: Lots): BookedRow[] {
  const counts = splitCount(world, lots.total, lots.rows);
  return counts.map((shares, i) => {
    const day = lots.days[Math.min(i, lots.days.length - 1)] ?? draft.filing.day;
    const price = world.tradePrice(day);
    const range = world.random.chance(0.45) ? rangeAround(world, price, lots.side) : [];
    const onPrice = [...range, ...(lots.notes?.transactionPricePerShare ?? [])];
    const terms: TradeTerms = {
      line: lots.line,
      code: lots.side,
      direction: lots.side === "P" ? "A" : "D",
      shares,
      price,
      day,
      notes: { ...lots.notes, ...(onPrice.length > 0 ? { transactionPricePerShare: onPrice } : {}) },
    };
    return draft.trade(terms, lots.meaning);
  });
}

/** A note whose range holds the price and is no wider than a dollar. */
function rangeAround(world: World, price: number, side: "P" | "S"): string[] {
  const width = Math.min(0.45, price * 0.006);
  const low = Math.floor((price - world.random.between(0.02, width)) * 100) / 100;
  const high = Math.ceil((price + world.random.between(0.02, width)) * 100) / 100;
  return [rangeNote(low.toFixed(2), high.toFixed(2), side, world.random)];
}

/** Parts that add up, no two alike. */
export function splitCount(world: World, total: number, parts: number): number[] {
  const whole = Math.floor(total);
  if (parts < 2 || whole < parts * 30) return [round(total)];
  const counts: number[] = [];
  let left = whole;
  for (let i = 0; i < parts - 1; i++) {
    const part = Math.max(1, Math.floor((left / (parts - i)) * world.random.between(0.6, 1.4)));
    counts.push(part);
    left -= part;
  }
  counts.push(left);
  return new Set(counts).size === counts.length ? counts : [round(total)];
}

/** Shares of a usual sale: half a percent to four percent of the line, never the whole; null when too little is held. */
export function saleSize(world: World, line: Line): number | null {
  if (line.held < 600) return null;
  return Math.max(60, Math.floor(line.held * world.random.between(0.005, 0.04)));
}

export function rowCount(world: World): number {
  return world.random.weighted([
    [1, 62],
    [2, 18],
    [3, 9],
    [4, 6],
    [6, 5],
  ] as const);
}
