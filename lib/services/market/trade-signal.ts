import { stableSum } from "@/lib/analytics/sums";
import { formatAveragePrice, formatPercentChange, formatPrice, formatShares } from "@/lib/format/numbers";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import { leftOutWords } from "@/lib/services/signals/reasons";
import type { SignalRow } from "@/lib/services/signals/signal-view";

/** A filing's purchases, or sales, of one day that have a value, in filed order. */
export interface TradeGroup {
  rows: readonly ScreenRow[];
  /** Dollars of them all. */
  value: number;
  /** Trades of that day whose value is not known. */
  leftOut: number;
}

/** A trade on a board: who, how much, at what prices; split into several rows, all of them are its evidence. */
export function tradeSignal({ rows, value, leftOut }: TradeGroup): SignalRow {
  const [row] = rows as readonly [ScreenRow, ...ScreenRow[]];
  const evidence = rows.map(({ filingId, anchor }) => ({ filingId, anchor }));
  return {
    key: `${row.filingId}#${row.anchor}`,
    date: row.tradeDate,
    issuer: row.issuer,
    insiders: row.owners.map(({ cik, name }) => ({ cik, name })),
    figure: value,
    leftOut,
    reason: `${rows.length === 1 ? singleWords(row) : groupWords(rows, value)}${leftOutWords(leftOut)}${planWords(rows)}.`,
    evidence,
    section: null,
  };
}

function verbOf(row: ScreenRow): string {
  return row.code === "P" ? "bought" : "sold";
}

function singleWords(row: ScreenRow): string {
  const price = row.price === null ? "" : ` at ${formatPrice(row.price)}`;
  const change = row.deltaOwn === null ? "" : `; ${formatPercentChange(row.deltaOwn)} of the line held before`;
  return `${formatShares(row.shares)} ${verbOf(row)}${price}${change}`;
}

/** Shares of one security are added up and have an average; of several there is the count of rows alone. */
function groupWords(rows: readonly ScreenRow[], value: number): string {
  const [row] = rows as readonly [ScreenRow, ...ScreenRow[]];
  const securities = new Set(rows.map((one) => one.securityTitle));
  const shares = rows.flatMap((one) => one.shares ?? []);
  // Rows that name no security may be of several.
  const areNamed = !securities.has(null);
  if (securities.size > 1 || !areNamed || shares.length < rows.length) {
    const several = securities.size > 1 && areNamed ? ` of ${securities.size} securities` : "";
    return `${verbOf(row)} in ${rows.length} rows${several}`;
  }
  const total = stableSum(shares);
  const average = total > 0 ? `, ${formatAveragePrice(value / total)} on average` : "";
  return `${formatShares(total)} ${verbOf(row)} in ${rows.length} rows${pricesWords(rows)}${average}`;
}

function pricesWords(rows: readonly ScreenRow[]): string {
  const prices = rows.flatMap((row) => row.price ?? []);
  if (prices.length < rows.length) return "";
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? ` at ${formatPrice(low)}` : ` at ${formatPrice(low)} to ${formatPrice(high)}`;
}

/** A sale's plan status with what says so; a group's, where all of its rows agree. */
function planWords(rows: readonly ScreenRow[]): string {
  const says = new Set(
    rows.map((row) =>
      row.code === "S" && row.plan.planned === false ? `; not planned, by ${row.plan.basis ?? "the filing"}` : "",
    ),
  );
  if (says.size > 1) return "; not planned, by each row’s own words";
  return [...says][0] ?? "";
}
