import { addMonths, dayNumber } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { roundTo } from "@/lib/analytics/sums";
import { tradeSide, tradesInOrder } from "@/lib/analytics/values";

/** Buys less sales over buys plus sales, by count of rows (Lakonishok, Lee 2001). */
export interface NetPurchaseRatio {
  /** −1 only sales … 1 only buys; null without any. */
  ratio: number | null;
  buys: readonly FiledRow[];
  sales: readonly FiledRow[];
  /** Trade dates after `after` up to and including `to`. */
  after: string;
  to: string;
}

/** The ratio over the months up to a calendar date (six unless told). Pass rows in force without joint copies. */
export function netPurchaseRatio(rows: readonly FiledRow[], to: string, months = 6): NetPurchaseRatio {
  const after = addMonths(to, -months);
  const [first, last] = [dayNumber(after), dayNumber(to)];
  const buys: FiledRow[] = [];
  const sales: FiledRow[] = [];
  for (const row of tradesInOrder(rows)) {
    if (row.tradeDay === null || row.tradeDay <= first || row.tradeDay > last) continue;
    (tradeSide(row).side === "buy" ? buys : sales).push(row);
  }
  const count = buys.length + sales.length;
  return { ratio: count === 0 ? null : roundTo((buys.length - sales.length) / count, 6), buys, sales, after, to };
}
