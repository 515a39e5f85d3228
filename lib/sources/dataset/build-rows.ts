import { canonicalDecimal } from "@/lib/ownership/decimals";
import type { OwnershipRow, Warning } from "@/lib/ownership/document";
import { LEAF_KINDS, type LeafKind, type LeafName } from "@/lib/ownership/leaves";
import { dateFromDataset, footnoteIdsFromDataset } from "./dataset-values";
import { ROW_COLUMNS, type RowColumns, type RowTable } from "./table-columns";
import type { TableLayout } from "./table-layout";

/** Where a row table's columns stand, worked out once a table. */
export interface RowPlan {
  kind: RowColumns["kind"];
  leaves: { leaf: LeafName; type: LeafKind; value: number; notes: number }[];
  /** Place of the surrogate key, or -1. */
  key: number;
  /** Place of the footnotes on a holding's `transactionCoding`, or -1. */
  codingNotes: number;
}

/** The plan of a row table; null for the other tables. */
export function planRows(layout: TableLayout): RowPlan | null {
  if (!isRowTable(layout.table)) return null;
  const columns = ROW_COLUMNS[layout.table];
  const place = (names: readonly string[] | null) => layout.places.get(names?.[0] ?? "") ?? -1;
  const leaves = columns.leaves.map(({ leaf, value, notes }) => {
    return { leaf, type: LEAF_KINDS[leaf], value: place(value), notes: place(notes) };
  });
  return { kind: columns.kind, leaves, key: place(columns.key), codingNotes: place(columns.codingNotes) };
}

function isRowTable(table: string): table is RowTable {
  return Object.hasOwn(ROW_COLUMNS, table);
}

/**
 * One row of a document from one row of a table: decimals without the `.0` that the data sets add, dates as
 * `YYYY-MM-DD`. A date that is none keeps its text and is warned of.
 */
export function buildRow(plan: RowPlan, fields: readonly string[], anchor: string, warnings: Warning[]): OwnershipRow {
  const row: OwnershipRow = { kind: plan.kind };
  for (const { leaf, type, value, notes } of plan.leaves) {
    const text = textAt(fields, value);
    const ids = textAt(fields, notes);
    if (text === null && ids === null) continue;
    row[leaf] = {
      value: text === null ? null : canonicalText(text, type, `${anchor}/${leaf}`, warnings),
      footnoteIds: ids === null ? [] : footnoteIdsFromDataset(ids),
    };
  }
  const coding = textAt(fields, plan.codingNotes);
  if (coding !== null) row.transactionCode = { value: null, footnoteIds: footnoteIdsFromDataset(coding) };
  return row;
}

function canonicalText(text: string, type: LeafKind, path: string, warnings: Warning[]): string {
  if (type === "decimal") return canonicalDecimal(text);
  return type === "date" ? dateText(text, path, warnings) : text;
}

/** A date in the canonical spelling, or its own text with a warning. */
export function dateText(text: string, path: string, warnings: Warning[]): string {
  const date = dateFromDataset(text);
  if (date !== null) return date;
  warnings.push({ code: "date-malformed", message: `“${text}” is not a date of the form DD-MON-YYYY.`, path });
  return text;
}

function textAt(fields: readonly string[], place: number): string | null {
  if (place === -1) return null;
  const text = fields[place] ?? "";
  return text === "" ? null : text.trim() || null;
}
