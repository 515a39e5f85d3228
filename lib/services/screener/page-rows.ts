import { countOf } from "@/lib/format/words";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import type { Store } from "@/lib/store/client";
import { readRowsAt } from "@/lib/store/transactions/read-transactions";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import type { SampleRow, StoredTransaction } from "@/lib/store/transactions/stored-rows";
import { inOrder, placeOf, walkRows } from "@/lib/store/transactions/walk-rows";
import { type RowCursor, WALK_INDEXES, type WalkColumn } from "@/lib/store/transactions/walk-sql";
import { hasRange, walkBy } from "./choose-walk";
import type { Found } from "./find-rows";
import { SORT_COLUMNS } from "./row-cursor";

/** A page in the query's order. */
export interface RowPage {
  rows: StoredTransaction[];
  /** Where the next page begins; null on the last one. */
  next: RowCursor | null;
  notes: string[];
}

type PageQuery = Pick<TransactionQuery, "sort" | "order">;

/**
 * A page of rows. Where all rows under the filter are at hand they are sorted right here, by whatever column; else the page is
 * a walk along the index of its order, and an order without an index is that of the rows at hand, which the page says.
 */
export async function pageRows(
  store: Store,
  query: PageQuery,
  conditions: readonly RowCondition[],
  found: Found,
  { after, limit, lookedAt }: { after: RowCursor | null; limit: number; lookedAt: number },
): Promise<RowPage> {
  const column = SORT_COLUMNS[query.sort];
  if (found.reach.isWhole) return sortedPage(store, found.rows, query, after, limit);
  const by = walkColumn(column, conditions);
  if (by === null) {
    const note = `Sorted among the ${countOf(found.rows.length, "row")} that are counted: narrow the filter to sort them all.`;
    const page = await sortedPage(store, found.rows, query, after, limit);
    return { ...page, notes: [note] };
  }
  const order = { by, descending: query.order === "desc" };
  const lastCounted = found.rows[limit - 1];
  if (after === null && order.descending && by === found.reach.by && found.rows.length > limit && lastCounted) {
    // The rows that are counted are the beginning of this very walk.
    return { rows: await readRowsAt(store, found.rows.slice(0, limit)), next: placeOf(lastCounted, order), notes: [] };
  }
  const walk = walkBy(by, conditions, lookedAt);
  const { rows, stoppedAt } = await walkRows(store, { ...walk, order, after, limit: limit + 1 });
  const last = rows[limit - 1];
  if (rows.length > limit && last !== undefined) {
    return { rows: rows.slice(0, limit), next: placeOf(last, order), notes: [] };
  }
  if (stoppedAt === null) return { rows, next: null, notes: [] };
  const note = "Few rows in this order meet the filter: the next page goes on where this one stopped looking.";
  return { rows, next: { ...stoppedAt, position: Number.MAX_SAFE_INTEGER }, notes: [note] };
}

/** The index to walk along for an order; null where there is none. */
function walkColumn(
  column: (typeof SORT_COLUMNS)[TransactionQuery["sort"]],
  conditions: readonly RowCondition[],
): WalkColumn | null {
  // Filings of a span of years are found by the day they were filed, in the same order but for the hour.
  if (column === "knownAt" && hasRange(conditions, "filingDate")) return "filingDate";
  return column in WALK_INDEXES ? (column as WalkColumn) : null;
}

async function sortedPage(
  store: Store,
  found: readonly SampleRow[],
  query: PageQuery,
  after: RowCursor | null,
  limit: number,
): Promise<RowPage> {
  const column = SORT_COLUMNS[query.sort];
  const order = { descending: query.order === "desc" };
  const place = (row: SampleRow): RowCursor => ({ value: row[column], filingId: row.filingId, position: row.position });
  const sorted = found
    .filter((row) => after === null || inOrder(place(row), after, order) > 0)
    .sort((a, b) => inOrder(place(a), place(b), order));
  const last = sorted[limit - 1];
  const rows = await readRowsAt(store, sorted.slice(0, limit));
  return { rows, next: sorted.length > limit && last !== undefined ? place(last) : null, notes: [] };
}
