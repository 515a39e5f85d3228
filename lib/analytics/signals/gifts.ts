import { MARKET_CODES } from "@/lib/analytics/prices/reference-prices";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { groupBy, rowsInOrder } from "@/lib/analytics/rows/filing-order";
import { roundTo } from "@/lib/analytics/sums";

/** A bona fide gift (code G). */
export interface Gift {
  row: FiledRow;
  direction: "given" | "received" | "not reported";
  shares: number | null;
  /** The other end, where the same shares arrive on (or leave) another line of the issuer that day. */
  counterpart: FiledRow | null;
  /** Nearest P, S or F price of the class within 30 days, and what the gift was worth at it: an estimate, in no total. */
  estimate: { price: number; from: FiledRow; value: number } | null;
}

const NEAR_DAYS = 30;

/** Every gift in the rows given, in time order. Gifts have no price; what they were worth is estimated and said to be. */
export function gifts(rows: readonly FiledRow[]): Gift[] {
  const given = rowsInOrder(rows.filter((row) => row.kind === "transaction" && row.code === "G"));
  if (given.length === 0) return [];
  const ends = groupBy(given, endKey);
  const priced = groupBy(rowsInOrder(rows.filter(isPriced)), classOfIssuer);
  return given.map((row) => {
    const key = endKey(row);
    return {
      row,
      direction: row.acquiredDisposed === null ? "not reported" : row.acquiredDisposed === "D" ? "given" : "received",
      shares: row.shares,
      counterpart:
        (ends.get(key) ?? []).find(
          (other) =>
            other.acquiredDisposed !== null &&
            row.acquiredDisposed !== null &&
            other.acquiredDisposed !== row.acquiredDisposed,
        ) ?? null,
      estimate: row.table === "I" ? estimateOf(row, priced.get(classOfIssuer(row)) ?? []) : null,
    };
  });
}

function isPriced(row: FiledRow): boolean {
  return row.table === "I" && MARKET_CODES.has(row.code ?? "") && (row.price ?? 0) > 0 && row.tradeDate !== null;
}

/** What both ends of a gift share. */
function endKey(row: FiledRow): string {
  return `${row.filing.issuerCik} ${row.tradeDate} ${row.shares} ${row.classKey}`;
}

function classOfIssuer(row: FiledRow): string {
  return `${row.filing.issuerCik} ${row.classKey}`;
}

/** `priced` in time order: the nearest lies beside the place where the gift would stand. */
function estimateOf(gift: FiledRow, priced: readonly FiledRow[]): Gift["estimate"] {
  const { tradeDate, shares } = gift;
  if (tradeDate === null || shares === null) return null;
  let low = 0;
  let high = priced.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((priced[middle]?.tradeDate ?? "") < tradeDate) low = middle + 1;
    else high = middle;
  }
  const near = [priced[low - 1], priced[low]].flatMap((row) => row ?? []);
  const distance = (row: FiledRow) => Math.abs(differenceOfDays(row.tradeDate ?? tradeDate, tradeDate));
  const nearest = near.sort((a, b) => distance(a) - distance(b))[0];
  if (nearest === undefined || nearest.price === null || distance(nearest) > NEAR_DAYS) return null;
  return { price: nearest.price, from: nearest, value: roundTo(nearest.price * shares, 6) };
}
