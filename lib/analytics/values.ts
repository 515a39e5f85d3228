import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy, rowsInOrder } from "@/lib/analytics/rows/filing-order";
import { roundTo, stableSum } from "@/lib/analytics/sums";
import { classOf, isContradictory, type TransactionClass } from "@/lib/ownership/codes";
import type { LeafName } from "@/lib/ownership/leaves";

/** Why a row has no value. */
export type NoValueReason =
  | "holding"
  | "shares-not-reported"
  | "shares-in-footnote-only"
  | "price-not-reported"
  | "price-in-footnote-only";

/** Dollars of one row: shares × price, or the total that the row reports in their place; null with the reason. */
export type RowValue =
  | { value: number; basis: "shares-times-price" | "reported-total"; reason: null }
  | { value: null; basis: null; reason: NoValueReason };

/** The value of a row in dollars. A price of 0 is a price; a missing price gives no value, never 0. */
export function rowValue(row: FiledRow): RowValue {
  if (row.kind === "holding") return NO_VALUE.holding;
  if (row.shares === null) {
    if (row.totalValue !== null) return { value: row.totalValue, basis: "reported-total", reason: null };
    return missing(row, "transactionShares", "shares");
  }
  if (row.price === null) return missing(row, "transactionPricePerShare", "price");
  return { value: roundTo(row.shares * row.price, 6), basis: "shares-times-price", reason: null };
}

function missing(row: FiledRow, leaf: LeafName, figure: "shares" | "price"): RowValue {
  const noted = (row.footnoteIds[leaf]?.length ?? 0) > 0;
  const reason: NoValueReason = noted ? `${figure}-in-footnote-only` : `${figure}-not-reported`;
  return NO_VALUE[reason];
}

const NO_VALUE: Readonly<Record<NoValueReason, RowValue>> = {
  holding: { value: null, basis: null, reason: "holding" },
  "shares-not-reported": { value: null, basis: null, reason: "shares-not-reported" },
  "shares-in-footnote-only": { value: null, basis: null, reason: "shares-in-footnote-only" },
  "price-not-reported": { value: null, basis: null, reason: "price-not-reported" },
  "price-in-footnote-only": { value: null, basis: null, reason: "price-in-footnote-only" },
};

/** Why a row enters neither the buy nor the sale total. */
export type OutReason =
  | NoValueReason
  | "derivative-table"
  | "contradictory-direction"
  | "direction-not-reported"
  | "equity-swap"
  | "other-code";

/**
 * Whether a row is an open-market or private buy or sale by its code and direction (P with A, S with D, Table I, no swap),
 * and if not, why (domain §1, T8, T12). Says nothing of its price.
 */
export function tradeSide(row: FiledRow): TradeSide {
  if (row.kind === "holding") return OUT.holding;
  if (row.table === "II") return OUT.derivative;
  if (row.equitySwapInvolved === true) return OUT.swap;
  if (isContradictory(row.code, row.acquiredDisposed, row.table)) return OUT.contradictory;
  if (row.code !== "P" && row.code !== "S") return OUT.otherCode;
  if (row.acquiredDisposed === null) return OUT.undirected;
  return row.code === "P" ? BUY : SALE;
}

export type TradeSide = Readonly<{ side: "buy" | "sale"; reason: null } | { side: null; reason: OutReason }>;

// The few answers there are, made once: every measure asks this of every row.
const BUY: TradeSide = { side: "buy", reason: null };
const SALE: TradeSide = { side: "sale", reason: null };
const OUT = {
  holding: { side: null, reason: "holding" },
  derivative: { side: null, reason: "derivative-table" },
  swap: { side: null, reason: "equity-swap" },
  contradictory: { side: null, reason: "contradictory-direction" },
  otherCode: { side: null, reason: "other-code" },
  undirected: { side: null, reason: "direction-not-reported" },
} as const satisfies Readonly<Record<string, TradeSide>>;

/** A sum with the rows that make it. */
export interface Total {
  /** Dollars. */
  value: number;
  rows: readonly FiledRow[];
  /** Shares by class of security: classes are never added together. */
  sharesByClass: ReadonlyMap<string, number>;
}

/** A row left out of a total, with a reason: one of `OutReason`, or the caller's own (a price flag, superseded, …). */
export interface LeftOut {
  row: FiledRow;
  address: string;
  reason: string;
}

export interface Totals {
  buys: Total;
  sales: Total;
  /** Buys less sales, dollars. */
  net: number;
  /** Gross by class, Table I transactions only, every direction, whatever has a value; `none` for codes unknown to the SEC's list. */
  byClass: ReadonlyMap<TransactionClass | "none", Total>;
  /** Every row that entered neither the buy nor the sale total. */
  leftOut: readonly LeftOut[];
  leftOutByReason: ReadonlyMap<string, number>;
}

/**
 * Buy and sale dollars of the rows given. `excluded` maps row addresses to a reason for leaving them out of every total
 * (a flagged price, a superseded row, a joint copy). Left-out rows are counted and listed (T13). Order doesn't matter.
 */
export function totals(rows: readonly FiledRow[], excluded: ReadonlyMap<string, string> = new Map()): Totals {
  const sides: Record<"buy" | "sale", FiledRow[]> = { buy: [], sale: [] };
  const valued: FiledRow[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of rowsInOrder(rows)) {
    const { address } = row;
    const { side, reason } = tradeSide(row);
    const without = excluded.get(address) ?? null;
    const unvalued = rowValue(row).reason;
    if (without === null && unvalued === null && row.table === "I") valued.push(row);
    const why = without ?? reason ?? unvalued;
    if (why !== null) leftOut.push({ row, address, reason: why });
    else if (side !== null) sides[side].push(row);
  }
  const buys = totalOf(sides.buy);
  const sales = totalOf(sides.sale);
  return {
    buys,
    sales,
    net: roundTo(buys.value - sales.value, 6),
    byClass: byClass(valued),
    leftOut,
    leftOutByReason: counted(leftOut.map((one) => one.reason)),
  };
}

/** The total of rows that all have a value. */
export function totalOf(rows: readonly FiledRow[]): Total {
  const shares = groupBy(rows, (row) => row.classKey);
  return {
    value: stableSum(rows.map((row) => rowValue(row).value ?? 0)),
    rows,
    sharesByClass: new Map(
      [...shares].map(([title, of]) => [title, stableSum(of.map((row) => row.shares ?? 0))] as const),
    ),
  };
}

function byClass(rows: readonly FiledRow[]): Map<TransactionClass | "none", Total> {
  const groups = new Map<TransactionClass | "none", FiledRow[]>();
  for (const row of rows) {
    const name = classOf(row.code, row.equitySwapInvolved) ?? "none";
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return new Map([...groups].sort(([a], [b]) => compareText(a, b)).map(([name, of]) => [name, totalOf(of)]));
}

/** How often each word occurs, in the words' order. */
export function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => compareText(a, b)));
}
