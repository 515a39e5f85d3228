import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument, OwnershipRow, Warning } from "@/lib/ownership/document";
import { LEAF_NAMES } from "@/lib/ownership/leaves";
import {
  MAX_DOCUMENT_FOOTNOTES,
  MAX_DOCUMENT_OWNERS,
  MAX_DOCUMENT_REFERENCES,
  MAX_DOCUMENT_ROWS,
  MAX_DOCUMENT_TEXT,
  MAX_MESSAGE,
  MAX_WARNINGS,
} from "./limits";

/** Throws LedgerError `document-too-large` for a document of more rows, footnotes, owners or words than any filing has. */
export function refuseTooLarge(document: OwnershipDocument, file: string): void {
  const rows = [...document.nonDerivativeTable, ...document.derivativeTable];
  refuse(rows.length, MAX_DOCUMENT_ROWS, "rows", file);
  refuse(document.footnotes.length, MAX_DOCUMENT_FOOTNOTES, "footnotes", file);
  refuse(document.reportingOwners.length, MAX_DOCUMENT_OWNERS, "reporting owners", file);
  refuse(document.header?.owners.length ?? 0, MAX_DOCUMENT_OWNERS, "reporting owners in its header", file);
  const references = rows.reduce((sum, row) => sum + referencesOf(row), 0);
  refuse(references, MAX_DOCUMENT_REFERENCES, "footnote references", file);
  refuse(textLength(document), MAX_DOCUMENT_TEXT, "characters in its texts", file);
}

/** Characters of every text, however deep it stands. */
function textLength(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let length = 0;
  if (Array.isArray(value)) for (const part of value) length += textLength(part);
  else for (const key in value) length += textLength((value as Record<string, unknown>)[key]);
  return length;
}

function referencesOf(row: OwnershipRow): number {
  let count = 0;
  for (const leaf of LEAF_NAMES) count += row[leaf]?.footnoteIds.length ?? 0;
  return count;
}

function refuse(count: number, most: number, what: string, file: string): void {
  if (count <= most) return;
  throw new LedgerError("document-too-large", `The document has ${count} ${what}; at most ${most} are taken.`, {
    place: { file },
    advice: "EDGAR takes 30 rows a table, 99 footnotes and 10 owners a filing: check what this file is.",
  });
}

/** A text for a message: cut with a count when it is longer than any filing's field. */
export function shortened(text: string, most: number = MAX_MESSAGE): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}… (and ${text.length - most} more characters)`;
}

/** Warnings that can be shown: long messages cut, and those beyond the limit counted in a last one. */
export function limitWarnings(warnings: readonly Warning[]): Warning[] {
  const isLong = ({ message, path }: Warning) => message.length > MAX_MESSAGE || path.length > MAX_MESSAGE;
  const listed = warnings.slice(0, MAX_WARNINGS).map((warning) => {
    if (!isLong(warning)) return warning;
    return { code: warning.code, message: shortened(warning.message), path: shortened(warning.path) };
  });
  if (warnings.length <= MAX_WARNINGS) return listed;
  const message = `${warnings.length - MAX_WARNINGS} more warnings are not listed; the first ${MAX_WARNINGS} are.`;
  return [...listed, { code: "warnings-not-listed", message, path: "ownershipDocument" }];
}
