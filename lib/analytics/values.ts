import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText, inTimeOnce, oncePerRows, rowsInOrder } from "@/lib/analytics/rows/filing-order";
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

/** Dollars of a row as `rowValue` gives them; null without the reason. */
export function dollarsOf(row: FiledRow): number | null {
  if (row.kind === "holding") return null;
  if (row.shares === null) return row.totalValue;
  return row.price === null ? null : roundTo(row.shares * row.price, 6);
}

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

/** Rows that are buys or sales by code and direction, in the order given. */
export const tradesOf: (rows: readonly FiledRow[]) => readonly FiledRow[] = oncePerRows((rows) =>
  Object.freeze(rows.filter(isTrade)),
);

/** The same in time order. */
export const tradesInOrder: (rows: readonly FiledRow[]) => readonly FiledRow[] = oncePerRows((rows) =>
  Object.freeze(Object.isFrozen(rows) ? inTimeOnce(rows).filter(isTrade) : rowsInOrder(tradesOf(rows))),
);

function isTrade(row: FiledRow): boolean {
  return tradeSide(row).side !== null;
}

/**
 * Buy and sale dollars of the rows given. `excluded` maps row addresses to a reason for leaving them out of every total
 * (a flagged price, a superseded row, a joint copy). Left-out rows are counted and listed (T13). Order doesn't matter.
 */
export function totals(rows: readonly FiledRow[], excluded: ReadonlyMap<string, string> = new Map()): Totals {
  return totalsInOrder(rowsInOrder(rows), excluded);
}

/** `totals` of rows that are in the order of `rowsInOrder`. */
export function totalsInOrder(rows: readonly FiledRow[], excluded: ReadonlyMap<string, string>): Totals {
  const buys: FiledRow[] = [];
  const sales: FiledRow[] = [];
  const classes = new Map<TransactionClass | "none", FiledRow[]>();
  const leftOut: LeftOut[] = [];
  for (const row of rows) {
    const { side, reason } = tradeSide(row);
    const without = excluded.size === 0 ? undefined : excluded.get(row.address);
    const unvalued = row.kind === "holding" ? "holding" : dollarsOf(row) === null ? rowValue(row).reason : null;
    if (without === undefined && unvalued === null && row.table === "I") {
      addTo(classes, classOf(row.code, row.equitySwapInvolved) ?? "none", row);
    }
    const why = without ?? reason ?? unvalued;
    if (why !== null) leftOut.push({ row, address: row.address, reason: why });
    else (side === "buy" ? buys : sales).push(row);
  }
  const bought = totalOf(buys);
  const sold = totalOf(sales);
  return {
    buys: bought,
    sales: sold,
    net: roundTo(bought.value - sold.value, 6),
    byClass: byClass(classes, bought, sold),
    leftOut,
    leftOutByReason: countedReasons(leftOut),
  };
}

/** The total of rows that all have a value. */
export function totalOf(rows: readonly FiledRow[]): Total {
  const values = new Float64Array(rows.length);
  const shares = new Map<string, number[]>();
  for (const [i, row] of rows.entries()) {
    values[i] = dollarsOf(row) ?? 0;
    addTo(shares, row.classKey, row.shares ?? 0);
  }
  return {
    value: stableSum(values),
    rows,
    sharesByClass: new Map([...shares].map(([title, of]) => [title, stableSum(of)] as const)),
  };
}

/** Every buy is in the class of buys, every sale in the class of sales: as many rows there are the same rows. */
function byClass(
  classes: ReadonlyMap<TransactionClass | "none", readonly FiledRow[]>,
  buys: Total,
  sales: Total,
): Map<TransactionClass | "none", Total> {
  const known: Partial<Record<TransactionClass | "none", Total>> = { buy: buys, sale: sales };
  return new Map(
    [...classes]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, of]) => {
        const same = known[name];
        return [name, same !== undefined && same.rows.length === of.length ? same : totalOf(of)] as const;
      }),
  );
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, item: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

function countedReasons(leftOut: readonly LeftOut[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return inWordOrder(counts);
}

/** How often each word occurs, in the words' order. */
export function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return inWordOrder(counts);
}

function inWordOrder(counts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...counts].sort(([a], [b]) => compareText(a, b)));
}
