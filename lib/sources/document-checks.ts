import { parseDate } from "@/lib/ownership/calendar-dates";
import { codeEntry } from "@/lib/ownership/codes";
import type { OwnershipDocument, OwnershipRow, Warning } from "@/lib/ownership/document";
import { rowAnchor, type TableNumber } from "@/lib/ownership/identity";
import { LEAF_NAMES } from "@/lib/ownership/leaves";
import { limitWarnings } from "./document-limits";

interface AnchoredRow {
  row: OwnershipRow;
  table: TableNumber;
  anchor: string;
}

/**
 * What a document of any source says that doesn't fit together: an exercise without its derivative side, footnote
 * references that lead nowhere, codes that the SEC's list lacks, what the form must have and this one hasn't.
 * Footnotes that no field refers to are no warning: filers hang many on nothing. What the reader has `reported` already
 * (an element that is missing, footnotes that aren't there) is not said twice.
 */
export function checkDocument(document: OwnershipDocument, reported: readonly Warning[] = []): Warning[] {
  const told = new Set(reported.map((warning) => (warning.code === "element-missing" ? warning.path : warning.code)));
  return allChecks(document).filter((warning) => !told.has(warning.path) && !told.has(warning.code));
}

function allChecks(document: OwnershipDocument): Warning[] {
  const rows = [...anchored(document.nonDerivativeTable, "I"), ...anchored(document.derivativeTable, "II")];
  return limitWarnings([
    ...missingParts(document),
    ...rows.flatMap(({ row, anchor }) => unknownCode(row, anchor)),
    ...danglingNotes(document, rows),
    ...loneExercises(rows),
  ]);
}

function anchored(rows: readonly OwnershipRow[], table: TableNumber): AnchoredRow[] {
  const counts = { transaction: 0, holding: 0 };
  return rows.map((row) => ({ row, table, anchor: rowAnchor(table, row.kind, ++counts[row.kind]) }));
}

function missingParts(document: OwnershipDocument): Warning[] {
  const warnings: Warning[] = [];
  const missing = (code: string, what: string, path: string) =>
    warnings.push({ code, message: `The document names no ${what}.`, path: `ownershipDocument/${path}` });
  if (document.documentType === null) missing("form-missing", "form type", "documentType");
  if (document.periodOfReport === null) missing("period-missing", "date of its period", "periodOfReport");
  if (document.issuer.issuerName === null) missing("issuer-name-missing", "issuer", "issuer/issuerName");
  if (document.reportingOwners.length === 0) missing("owner-missing", "reporting owner", "reportingOwner");
  if (document.reportingOwners.some((owner) => owner.rptOwnerName === null))
    missing("owner-name-missing", "name for a reporting owner", "reportingOwner/reportingOwnerId/rptOwnerName");
  if (document.signatures.length === 0) missing("signature-missing", "signature", "ownerSignature");
  return warnings;
}

function unknownCode(row: OwnershipRow, anchor: string): Warning[] {
  const code = row.transactionCode?.value ?? null;
  if (code === null || codeEntry(code) !== null) return [];
  const message = `“${code}” is not among the SEC's transaction codes; the row is shown as filed and in no total.`;
  return [{ code: "transaction-code-unknown", message, path: `${anchor}/transactionCode` }];
}

function danglingNotes(document: OwnershipDocument, rows: readonly AnchoredRow[]): Warning[] {
  const known = new Set(document.footnotes.map((footnote) => footnote.id));
  const warnings: Warning[] = [];
  for (const { row, anchor } of rows) {
    if (!refersBeyond(row, known)) continue;
    for (const leaf of LEAF_NAMES) {
      const ids = row[leaf]?.footnoteIds;
      if (ids === undefined || ids.every((id) => known.has(id))) continue;
      for (const id of new Set(ids)) {
        if (known.has(id)) continue;
        const message = `The field refers to footnote ${id}, which the document doesn't have.`;
        warnings.push({ code: "footnote-missing", message, path: `${anchor}/${leaf}` });
      }
    }
  }
  return warnings;
}

/** Looks at the fields that a row has, not at all that it may have: nearly every row is done with this. */
function refersBeyond(row: OwnershipRow, known: ReadonlySet<string>): boolean {
  for (const field of Object.values(row)) {
    if (typeof field === "string") continue;
    for (const id of field.footnoteIds) if (!known.has(id)) return true;
  }
  return false;
}

const EXERCISES: ReadonlySet<string> = new Set(["M", "X", "O"]);

/** Rows of Table I that acquire by exercise, without a row of that date and code in Table II. */
function loneExercises(rows: readonly AnchoredRow[]): Warning[] {
  const derivative = new Set(rows.filter(({ table }) => table === "II").map(({ row }) => dateAndCode(row)));
  return rows
    .filter(({ row, table }) => table === "I" && isExercise(row) && !derivative.has(dateAndCode(row)))
    .map(({ row, anchor }) => {
      const when = `${row.transactionCode?.value} on ${row.transactionDate?.value ?? "no date"}`;
      const message = `The exercise (${when}) has no row of that date and code in Table II, so its option and exercise price are unknown.`;
      return { code: "exercise-without-derivative", message, path: anchor };
    });
}

function isExercise(row: OwnershipRow): boolean {
  const acquires = row.transactionAcquiredDisposedCode?.value === "A";
  return row.kind === "transaction" && acquires && EXERCISES.has(row.transactionCode?.value ?? "");
}

function dateAndCode(row: OwnershipRow): string {
  const date = row.transactionDate?.value ?? null;
  return `${date === null ? "" : (parseDate(date).value ?? date)} ${row.transactionCode?.value ?? ""}`;
}
