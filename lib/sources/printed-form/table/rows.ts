import { LedgerError } from "@/lib/errors";
import type { Field, OwnershipRow, RowKind, Warning } from "@/lib/ownership/document";
import { rowAnchor, type TableNumber } from "@/lib/ownership/identity";
import { LEAF_NAMES, type LeafName } from "@/lib/ownership/leaves";
import { type ReadField, readCell } from "./cells";
import type { Part } from "./columns";
import { isHeaderRow, readHeader, type TableRow } from "./header";
import { type MatchedRow, matchRows } from "./match-columns";

export interface ReadTable {
  rows: OwnershipRow[];
  warnings: Warning[];
}

interface TableContext {
  table: TableNumber;
  /** `3`, `4` or `5`, with or without `/A`. */
  form: string;
  knows: (footnoteId: string) => boolean;
  file?: string | undefined;
}

/**
 * Reads the rows of Table I or II, header rows included. A cell that doesn't fit its column is kept as printed with a
 * warning at its row's anchor; a row that can't be told apart into columns throws `row-unreadable` with its line.
 */
export function readTableRows(rows: readonly TableRow[], context: TableContext): ReadTable {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  const header = readHeader(
    filled.filter((row) => isHeaderRow(row.cells)),
    context.form,
    context.table,
  );
  const data = filled.filter((row) => !isHeaderRow(row.cells));
  for (const row of data) {
    if (row.cells.some((cell) => cell.length > MAX_CELL_LENGTH))
      throw rowError(row, context, `one of its cells has more than ${MAX_CELL_LENGTH} characters`);
  }
  const result: ReadTable = { rows: [], warnings: [] };
  const counts: Record<RowKind, number> = { transaction: 0, holding: 0 };
  for (const row of matchRows(data, header, context.knows)) {
    refuseMisaligned(row, context);
    const fields = directed(row, context);
    const kind = kindOf(fields);
    const anchor = rowAnchor(context.table, kind, ++counts[kind]);
    result.rows.push(assemble(kind, fields, anchor, result.warnings));
  }
  return result;
}

/** The form takes 100 characters in its longest field. */
const MAX_CELL_LENGTH = 1000;

/** One odd cell is a warning; a row where columns and cells part company would put figures in wrong fields. */
function refuseMisaligned(row: MatchedRow, context: TableContext): void {
  if (row.isAmbiguous) throw rowError(row, context, "its cells fit the form's columns in more than one way");
  const filled = row.cells.filter((cell) => cell.trim() !== "").length;
  const beyond = row.cells.slice(row.parts.length).some((cell) => cell.trim() !== "");
  if (!beyond && (row.misfits < 2 || row.misfits * 3 < filled)) return;
  throw rowError(row, context, `${row.misfits} of its ${filled} filled cells don't fit the columns`);
}

function rowError(row: TableRow, context: TableContext, why: string): LedgerError {
  const place = { ...(context.file === undefined ? {} : { file: context.file }), line: row.line };
  return new LedgerError(
    "row-unreadable",
    `A row of Table ${context.table} (line ${row.line}) can't be read: ${why}.`,
    {
      place,
      advice: "Give the row the form's own columns, one cell each, or read the filing's XML instead.",
    },
  );
}

/** The fields of a row. Columns (A) and (D) of Table II become shares and their direction. */
function directed(row: MatchedRow, context: TableContext): ReadField[] {
  const cellOf = (part: Part) => {
    const i = row.parts.indexOf(part);
    return i < 0 ? [] : readCell(part, row.cells[i] ?? "", context.knows);
  };
  const acquired = cellOf("acquired");
  const disposed = cellOf("disposed");
  const rest = row.parts.flatMap((part) => (part === "acquired" || part === "disposed" ? [] : cellOf(part)));
  const isSet = (fields: ReadField[]) => fields.some((field) => field.value !== null && Number(field.value) !== 0);
  if (isSet(acquired) && isSet(disposed)) throw rowError(row, context, "it is both acquired (A) and disposed of (D)");
  const side = isSet(acquired)
    ? "A"
    : isSet(disposed)
      ? "D"
      : acquired.length > 0
        ? "A"
        : disposed.length > 0
          ? "D"
          : null;
  if (side === null) return rest;
  const direction: ReadField = {
    leaf: "transactionAcquiredDisposedCode",
    value: side,
    footnoteIds: [],
    expected: null,
  };
  return [...rest, ...(side === "A" ? acquired : disposed), direction];
}

const MOVES: ReadonlySet<LeafName> = new Set([
  "transactionDate",
  "transactionCode",
  "transactionShares",
  "transactionTotalValue",
  "transactionAcquiredDisposedCode",
]);

function kindOf(fields: readonly ReadField[]): RowKind {
  return fields.some((field) => MOVES.has(field.leaf)) ? "transaction" : "holding";
}

function assemble(kind: RowKind, fields: readonly ReadField[], anchor: string, warnings: Warning[]): OwnershipRow {
  const found = new Map<LeafName, Field>();
  for (const { leaf, value, footnoteIds, expected } of fields) {
    found.set(leaf, { value, footnoteIds });
    if (expected === null) continue;
    const message = `“${value}” stands where ${expected} belongs; it is kept as printed.`;
    warnings.push({ code: "cell-unexpected", message, path: `${anchor}/${leaf}` });
  }
  const row: OwnershipRow = { kind };
  for (const leaf of LEAF_NAMES) {
    const field = found.get(leaf);
    if (field !== undefined) row[leaf] = field;
  }
  return row;
}
