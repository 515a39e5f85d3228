import type { RowRef } from "@/lib/services/views/shapes/cited-figure";
import type { RowView } from "@/lib/services/views/shapes/row";

/** Rows by their address, so that a figure can show what it is made of. */
export type RowIndex = ReadonlyMap<string, RowView>;

export function addressOf({ filingId, anchor }: RowRef): string {
  return `${filingId}#${anchor}`;
}

export function indexRows(rows: readonly RowView[]): RowIndex {
  return new Map(rows.map((row) => [addressOf(row), row]));
}
