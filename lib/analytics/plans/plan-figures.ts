import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";
import { roundTo, sumOrNull } from "@/lib/analytics/sums";
import { type Totals, tradeSide } from "@/lib/analytics/values";

/** How much of one balance line a plan has sold. */
export interface HoldingSold {
  lineKey: string;
  securityTitle: string | null;
  directOrIndirect: "D" | "I" | null;
  sold: number | null;
  /** Balance before the plan's first sale on the line. */
  before: number | null;
  /** sold ÷ before; null when either is unknown, before ≤ 0, or more was sold than was there (`flag`). */
  share: number | null;
  flag: "more than the balance" | null;
  rows: readonly FiledRow[];
}

/** Balance before each row and the line it stands on, by row address. */
export type BalancesBefore = ReadonlyMap<string, { lineKey: string; before: number | null }>;

/** Only of the rows asked for: a plan's rows are few among an issuer's. */
export function balancesBefore(filings: readonly FilingFacts[], of: ReadonlySet<FiledRow>): BalancesBefore {
  const map = new Map<string, { lineKey: string; before: number | null }>();
  for (const line of balanceLines(filings)) {
    for (const { row, before } of line.points) {
      if (of.has(row)) map.set(row.address, { lineKey: line.key, before });
    }
  }
  return map;
}

/** Sales (in time order) against the balance before the first of them, line by line. */
export function holdingSold(sales: readonly FiledRow[], balances: BalancesBefore): HoldingSold[] {
  const byLine = groupBy(sales, (row) => balances.get(rowAddress(row))?.lineKey ?? rowAddress(row));
  return [...byLine].map(([lineKey, rows]) => {
    const first = rows[0] as FiledRow;
    const before = highestBefore(rows, balances);
    const sold = sumOrNull(rows.map((row) => row.shares));
    const ratio = sold === null || before === null || before <= 0 ? null : roundTo(sold / before, 6);
    const tooMuch = ratio !== null && ratio > 1;
    return {
      lineKey,
      securityTitle: first.securityTitle,
      directOrIndirect: first.directOrIndirect,
      sold,
      before,
      share: tooMuch ? null : ratio,
      flag: tooMuch ? "more than the balance" : null,
      rows,
    };
  });
}

/** Sales only lower a balance: on the first day the highest balance before a sale is the one before them all. */
function highestBefore(rows: readonly FiledRow[], balances: BalancesBefore): number | null {
  const day = rows[0]?.tradeDate;
  const known = rows.flatMap((row) => (row.tradeDate === day ? (balances.get(rowAddress(row))?.before ?? []) : []));
  return known.length === 0 ? null : Math.max(...known);
}

/** Dollars of a plan's trades of Table I, side by side. */
export interface PlanValue {
  /** Null: the plan has trades of the side, and none is in the total. A side without a trade is 0. */
  buys: number | null;
  sales: number | null;
  /** Trades in neither sum: without a value, or left out of totals by the caller. */
  leftOut: readonly FiledRow[];
}

/** What is known of the dollars of a plan's trades (those of Table I). */
export function planValue(trades: readonly FiledRow[], { buys, sales }: Totals): PlanValue {
  const counted = new Set([...buys.rows, ...sales.rows]);
  const leftOut = trades.filter((row) => !counted.has(row));
  const dollars = (side: "buy" | "sale", { value, rows }: Totals["buys"]) =>
    rows.length === 0 && leftOut.some((row) => tradeSide(row).side === side) ? null : value;
  return { buys: dollars("buy", buys), sales: dollars("sale", sales), leftOut };
}

/** Gaps between trade days; null below three trade days. */
export interface Cadence {
  /** Calendar days. */
  median: number;
  shortest: number;
  longest: number;
  tradeDays: number;
}

/** The rhythm of trade days. */
export function cadenceOf(rows: readonly FiledRow[]): Cadence | null {
  const days = [...new Set(rows.flatMap((row) => row.tradeDate ?? []))].sort();
  if (days.length < 3) return null;
  const gaps = days.slice(1).map((day, i) => differenceOfDays(days[i] ?? day, day));
  const sorted = gaps.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  return { median, shortest: sorted[0] ?? 0, longest: sorted.at(-1) ?? 0, tradeDays: days.length };
}

/** Purchases and sales by code and direction: those of Table I, and apart those of derivatives (domain T12). */
export function tradesAmong(rows: readonly FiledRow[]): { trades: FiledRow[]; derivativeTrades: FiledRow[] } {
  return {
    trades: rows.filter((row) => tradeSide(row).side !== null),
    derivativeTrades: rows.filter(isDerivativeTrade),
  };
}

/** P with A or S with D in Table II, no swap. */
function isDerivativeTrade({ kind, table, equitySwapInvolved, code, acquiredDisposed }: FiledRow): boolean {
  if (kind !== "transaction" || table !== "II" || equitySwapInvolved === true) return false;
  return (code === "P" && acquiredDisposed === "A") || (code === "S" && acquiredDisposed === "D");
}
