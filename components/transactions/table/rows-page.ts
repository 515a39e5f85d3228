import type { RowSort } from "@/lib/search-params/party-query";
import type { RowView } from "@/lib/services/views/shapes/row";
import { PAGE_ROWS } from "./rows-page-size";
import { sortRows } from "./sort-rows";

export interface RowsPage {
  rows: RowView[];
  /** All rows under the filter. */
  rowCount: number;
  /** From 1; never past the last. */
  page: number;
  pages: number;
}

/** One page of all rows under the filter, in the order asked for: the sort is over all of them. */
export function rowsPage(rows: readonly RowView[], sort: RowSort | null, wanted: number): RowsPage {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(wanted, pages);
  const first = (page - 1) * PAGE_ROWS;
  return { rows: inOrder(rows, sort).slice(first, first + PAGE_ROWS), rowCount: rows.length, page, pages };
}

function inOrder(rows: readonly RowView[], sort: RowSort | null): readonly RowView[] {
  return sort === null ? rows : sortRows(rows, { by: sort.by, isDescending: sort.order === "desc" });
}
