import type { RowRef, RowView } from "@/lib/services/views";

/** Rows by their address, so that a figure can show what it is made of. */
export type RowIndex = ReadonlyMap<string, RowView>;

export function addressOf({ filingId, anchor }: RowRef): string {
  return `${filingId}#${anchor}`;
}

export function indexRows(rows: readonly RowView[]): RowIndex {
  return new Map(rows.map((row) => [addressOf(row), row]));
}
