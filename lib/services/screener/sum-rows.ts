import { roundTo, sumOfKnown } from "@/lib/analytics/sums";
import type { MonthView } from "@/lib/services/views/shapes/activity";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";
import type { ScreenTotals } from "./screener-view";

/** Why a row is in no total; null when its side counts. The order is that of every other page's totals. */
function outReason(row: SampleRow, isRepeated: boolean): string | null {
  if (row.supersededBy !== null) return "superseded by an amendment";
  if (isRepeated) return "the same event is in the list already (joint report)";
  if (row.isFlaggedOut) return "flagged: price or shares can't be taken at their word";
  return sideReason(row);
}

function sideReason(row: SampleRow): string | null {
  if (row.tableNumber === 2) return "in Table II";
  if (row.transactionClass === "swap") return "an equity swap";
  if (row.contradictory) return "code and direction contradict each other";
  if (row.code !== "P" && row.code !== "S") return "neither code P nor code S";
  return row.acquiredDisposed === null ? "no direction reported" : null;
}

/** Whether a row by itself is in a sum; one that reports the event of another is not. */
export function isSummed(row: SampleRow): boolean {
  return outReason(row, row.countedAs !== null) === null;
}

interface Counted {
  row: SampleRow;
  /** Null: counts. */
  reason: string | null;
}

/** Each row with the reason why it is left out. Of one joint event the row that counts is taken, else the first report. */
function judged(rows: readonly SampleRow[]): Counted[] {
  const addresses = new Set(rows.map((row) => `${row.filingId}#${row.anchor}`));
  const seen = new Set<string>();
  return rows.map((row) => {
    const isRepeated = row.countedAs !== null && (addresses.has(row.countedAs) || seen.has(row.countedAs));
    if (row.countedAs !== null) seen.add(row.countedAs);
    return { row, reason: outReason(row, isRepeated) };
  });
}

const NO_VALUE = "no price or no number of shares";

/**
 * Open-market dollars of rows: only P with A and S with D of Table I; the rest is counted by reason. A side is null, not 0,
 * where it has rows and none of them a value; the net is then null too.
 */
export function sumRows(rows: readonly SampleRow[]): ScreenTotals {
  const left = new Map<string, number>();
  const sides: Record<"P" | "S", (number | null)[]> = { P: [], S: [] };
  for (const { row, reason } of judged(rows)) {
    const why = reason ?? (row.value === null ? NO_VALUE : null);
    if (why !== null) left.set(why, (left.get(why) ?? 0) + 1);
    if (reason === null) sides[row.code === "P" ? "P" : "S"].push(row.value);
  }
  const [buys, sales] = [sumOfKnown(sides.P), sumOfKnown(sides.S)];
  const valued = (values: readonly (number | null)[]) => values.filter((value) => value !== null).length;
  return {
    buys,
    sales,
    net: buys === null || sales === null ? null : roundTo(buys - sales, 6),
    buyRows: valued(sides.P),
    saleRows: valued(sides.S),
    leftOut: [...left]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}

/** Rows that a figure's evidence lists by itself; the table under the same filter has them all. */
const MOST_LISTED = 25;
const MOST_LEFT_OUT = 6;

/** A row that a sum cites, by what is at hand of it; `nameSums` adds whose it is. */
export type SumRow = Pick<
  SampleRow,
  "filingId" | "anchor" | "issuerCik" | "tradeDate" | "code" | "shares" | "price" | "value"
>;

export interface CitedSums {
  buys: SumRow[];
  sales: SumRow[];
  leftOut: { reason: string; count: number; rows: SumRow[] }[];
}

/** What those sums are made of: the largest rows first. */
export function citedSums(rows: readonly SampleRow[]): CitedSums {
  const sides: Record<"P" | "S", SampleRow[]> = { P: [], S: [] };
  const left = new Map<string, SampleRow[]>();
  for (const { row, reason } of judged(rows)) {
    const why = reason ?? (row.value === null ? NO_VALUE : null);
    if (why === null) sides[row.code === "P" ? "P" : "S"].push(row);
    else addTo(left, why, row);
  }
  const leftOut = [...left].map(([reason, of]) => ({ reason, count: of.length, rows: listed(of, MOST_LEFT_OUT) }));
  return {
    buys: listed(sides.P, MOST_LISTED),
    sales: listed(sides.S, MOST_LISTED),
    leftOut: leftOut.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}

function addTo<T>(groups: Map<string, T[]>, name: string, one: T): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [one]);
  else group.push(one);
}

function listed(rows: readonly SampleRow[], most: number): SumRow[] {
  return [...rows]
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.filingId < b.filingId ? -1 : 1))
    .slice(0, most)
    .map(({ filingId, anchor, issuerCik, tradeDate, code, shares, price, value }) => ({
      filingId,
      anchor,
      issuerCik,
      tradeDate,
      code,
      shares,
      price,
      value,
    }));
}

/** The same rows by month of trade. */
export function monthsOf(rows: readonly SampleRow[]): MonthView[] {
  const months = new Map<string, SampleRow[]>();
  for (const { row, reason } of judged(rows)) {
    const month = row.tradeDate?.slice(0, 7);
    if (month === undefined || reason !== null) continue;
    const group = months.get(month);
    if (group === undefined) months.set(month, [row]);
    else group.push(row);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, of]) => {
      const sum = (code: string, plannedOnly: boolean) =>
        sumOfKnown(
          of.filter((row) => row.code === code && (!plannedOnly || row.planned === true)).map((row) => row.value),
        );
      return {
        month,
        buys: sum("P", false),
        sales: sum("S", false),
        plannedBuys: sum("P", true),
        plannedSales: sum("S", true),
        transactions: of.length,
        unvalued: of.filter((row) => row.value === null).length,
      };
    });
}
