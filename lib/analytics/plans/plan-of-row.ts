import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { type PlanStatus, statusOfTransaction } from "./plan-status";

/** Plan status of a row, or null for a holding, which can be under no plan. Reads each filing once. */
export function planOfRow(row: FiledRow): PlanStatus | null {
  return row.kind === "transaction" ? statusOfTransaction(row) : null;
}
