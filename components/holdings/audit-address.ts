import type { RowRef } from "@/lib/services/views/shapes/cited-figure";

/** The anchor of a gap in the ledger audit: the row that the line does not lead to. */
export function auditAnchor({ filingId, anchor }: RowRef): string {
  return `gap-${filingId}-${anchor}`;
}
