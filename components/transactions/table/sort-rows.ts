import type { RowColumn } from "@/lib/search-params/party-query";
import type { RowView } from "@/lib/services/views/shapes/row";
import { SORT_KEYS } from "./sort-keys";

export interface RowOrder {
  by: RowColumn;
  isDescending: boolean;
}

/** Rows by one column; unknown last in either direction, ties in the order given. */
export function sortRows(rows: readonly RowView[], { by, isDescending }: RowOrder): RowView[] {
  const turn = isDescending ? -1 : 1;
  return rows
    .map((row, place) => ({ row, place, key: SORT_KEYS[by](row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) {
        return a.key === b.key ? a.place - b.place : a.key === null ? 1 : -1;
      }
      return turn * compareKeys(a.key, b.key) || a.place - b.place;
    })
    .map(({ row }) => row);
}

function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en");
}
