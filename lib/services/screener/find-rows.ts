import type { Store } from "@/lib/store/client";
import type { RowColumn, RowCondition } from "@/lib/store/transactions/row-conditions";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";
import { inOrder, placeOf, walkCounts, walkSample } from "@/lib/store/transactions/walk-rows";
import { chooseWalk, type Limits } from "./choose-walk";
import type { Reach } from "./screener-view";

/** The rows under some conditions, at most `limits.rows` of them, and how far was looked. */
export interface Found {
  rows: readonly SampleRow[];
  reach: Reach;
}

const NEWEST = { by: "knownAt", descending: true } as const;

/** Finds the rows that counts, totals, months and facets are made of; newest first where they are all there are. */
export async function findRows(store: Store, conditions: readonly RowCondition[], limits: Limits): Promise<Found> {
  const { by, ...plan } = await chooseWalk(store, conditions, limits);
  const order = { by, descending: true };
  const { rows, stoppedAt } = await walkSample(store, { ...plan, order, after: null, limit: limits.rows + 1 });
  if (rows.length <= limits.rows && stoppedAt === null) {
    rows.sort((a, b) => inOrder(placeOf(a, NEWEST), placeOf(b, NEWEST), NEWEST));
    return { rows, reach: { by, isWhole: true, lookedAt: null } };
  }
  const lookedAt = rows.length > limits.rows ? null : limits.lookedAt;
  return { rows: rows.slice(0, limits.rows), reach: { by, isWhole: false, lookedAt } };
}

/** How many rows have each value of a column. */
export interface ColumnCounts {
  counts: readonly { value: string | number | boolean | null; count: number }[];
  /** All rows are counted; else the first that were looked at. */
  isWhole: boolean;
}

/** Counts the rows under some conditions by the values of one column. */
export async function countRows(
  store: Store,
  conditions: readonly RowCondition[],
  column: RowColumn | "roles",
  limits: Limits,
): Promise<ColumnCounts> {
  const { by, ...plan } = await chooseWalk(store, conditions, limits);
  const order = { by, descending: true };
  return walkCounts(store, { ...plan, order, after: null, limit: limits.rows + 1 }, column);
}
