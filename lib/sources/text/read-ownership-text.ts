import { type ErrorPlace, LedgerError } from "@/lib/errors";
import type { OwnershipRow, ReadResult, Warning } from "@/lib/ownership/document";
import type { TableNumber } from "@/lib/ownership/identity";
import {
  MAX_ROW_CELLS,
  MAX_TABLE_LINES,
  MAX_TEXT_LENGTH,
  MAX_TEXT_LINE_LENGTH,
  MAX_TEXT_LINES,
} from "@/lib/sources/limits";
import { type PrintedLine, readFootnotes } from "@/lib/sources/printed-form/footnotes";
import { linkedCiks, readFront } from "@/lib/sources/printed-form/front";
import { hasCarriedMark, tidy, withoutMarks } from "@/lib/sources/printed-form/marks";
import { splitSignatures } from "@/lib/sources/printed-form/signatures";
import type { TableRow } from "@/lib/sources/printed-form/table/header";
import { readTableRows } from "@/lib/sources/printed-form/table/rows";
import { alignedRows } from "./aligned-rows";
import { frontPieces } from "./front-pieces";
import { plainText } from "./markup";
import { partSections, saysNoneOwned, unitText } from "./sections";
import { readUnits, type Unit } from "./units";

/**
 * Reads a Form 3, 4 or 5 from plain text or Markdown, as the SEC's page prints it, into a document in XML's spelling.
 * A text names no accession, filing date or (without links) CIK: these stay null.
 * Throws a LedgerError with its line when the text can't be read whole: `form-unknown`, `issuer-missing`,
 * `tables-missing`, `row-unreadable`, `text-too-large`, `table-too-large`. Odd cells are warnings at their row's anchor.
 */
export function readOwnershipText(text: string, options: { file?: string } = {}): ReadResult {
  const place: ErrorPlace = options.file === undefined ? {} : { file: options.file };
  const sections = partSections(boundedUnits(text, place));
  const { document, warnings } = readFront(frontPieces(sections.front), place, linkedCiks(text));
  if (sections.tableI === null && sections.tableII === null) throw noTables(sections.front, place);
  const tail = readTail(sections.tail);
  const units = [...(sections.tableI ?? []), ...(sections.tableII ?? [])];
  // Where marks are raised, a plain “(2)” behind a name is part of the name, as its filer typed it.
  const isRaised = units.some((unit) => hasCarriedMark(plainText(unit.raw)));
  const known = new Set(isRaised ? [] : tail.footnotes.map((footnote) => footnote.id));
  const form = document.documentType ?? "4";
  const readTable = (units: Unit[] | null, table: TableNumber): OwnershipRow[] => {
    const rows = tableRows(units ?? [], warnings, place);
    const result = readTableRows(rows, { table, form, knows: (id) => known.has(id), file: options.file });
    for (const warning of result.warnings) warnings.push(warning);
    return result.rows;
  };
  document.nonDerivativeTable = readTable(sections.tableI, "I");
  document.derivativeTable = readTable(sections.tableII, "II");
  for (const warning of tail.warnings) warnings.push(warning);
  const { footnotes, signatures, remarks, noSecuritiesOwned } = tail;
  return { document: { ...document, footnotes, signatures, remarks, noSecuritiesOwned }, warnings };
}

function boundedUnits(text: string, place: ErrorPlace): Unit[] {
  const refuse = (what: string, length: number, most: number, line: number) =>
    new LedgerError("text-too-large", `${what} has ${length} characters; no ownership form has more than ${most}.`, {
      place: { ...place, line },
      advice: "Give one form a file, with its line ends.",
    });
  if (text.length > MAX_TEXT_LENGTH) throw refuse("The text", text.length, MAX_TEXT_LENGTH, 1);
  const lines = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (lines > MAX_TEXT_LINES) throw tooManyLines(lines, place);
  const units = readUnits(text);
  const long = units.find((unit) => unit.raw.length > MAX_TEXT_LINE_LENGTH);
  if (long !== undefined) throw refuse(`Line ${long.line}`, long.raw.length, MAX_TEXT_LINE_LENGTH, long.line);
  return units;
}

function tooManyLines(lines: number, place: ErrorPlace): LedgerError {
  return new LedgerError(
    "text-too-large",
    `The text has ${lines} lines; no ownership form has more than ${MAX_TEXT_LINES}.`,
    {
      place: { ...place, line: MAX_TEXT_LINES },
      advice: "Give one form a file.",
    },
  );
}

function noTables(units: readonly Unit[], place: ErrorPlace): LedgerError {
  return new LedgerError("tables-missing", "The text has neither Table I nor Table II.", {
    place: { ...place, line: units.at(-1)?.line ?? 1 },
    advice: "Give the form's text whole, with its tables as Markdown, piped, tabbed or aligned text.",
  });
}

/** The rows of a table's section: piped or tabbed rows, or lines aligned by spaces. */
function tableRows(units: readonly Unit[], warnings: Warning[], place: ErrorPlace): TableRow[] {
  const piped = units.filter((unit) => unit.cells !== null && !unit.isRule);
  const lines = units.filter((unit) => unit.cells === null && unit.raw.trim() !== "");
  refuseOversized(piped.length + lines.length, piped, place);
  if (piped.length === 0)
    return alignedRows(
      units.filter((unit) => unit.cells === null),
      place,
    );
  for (const unit of lines) {
    const text = unitText(unit);
    if (unit.isRule || /^\W*\(?e\.g\.,/i.test(text)) continue;
    warnings.push(unreadLine({ line: unit.line, text }));
  }
  return piped.map((unit) => ({ line: unit.line, cells: (unit.cells ?? []).map((cell) => tidy(plainText(cell))) }));
}

/** Telling columns apart compares many readings of every cell, so what no form has is refused first. */
function refuseOversized(lines: number, rows: readonly Unit[], place: ErrorPlace): void {
  const wide = rows.find((unit) => (unit.cells?.length ?? 0) > MAX_ROW_CELLS);
  const line = wide?.line ?? rows[0]?.line ?? 1;
  const what =
    wide !== undefined
      ? `Line ${line} has ${wide.cells?.length} cells; a row has at most ${MAX_ROW_CELLS}.`
      : `A table has ${lines} lines; at most ${MAX_TABLE_LINES} are read.`;
  if (wide === undefined && lines <= MAX_TABLE_LINES) return;
  throw new LedgerError("table-too-large", what, {
    place: { ...place, line },
    advice: "EDGAR takes 30 rows a table, of 16 columns at most. Check what this text is.",
  });
}

function readTail(units: readonly Unit[]) {
  const lines: PrintedLine[] = units
    .filter((unit) => !unit.isRule)
    .map((unit) => ({ line: unit.line, text: tailText(unit) }));
  const { body, signatures, unread } = splitSignatures(lines);
  const at = body.findIndex((line) => /^\W*Remarks\s*:/i.test(line.text));
  const notes = (at < 0 ? body : body.slice(0, at)).map((line) => ({
    ...line,
    text: line.text.replace(/^[\W_]*(?:Explanations?\s+of\s+Responses?|Footnotes?)\s*:?\**/i, ""),
  }));
  const remarks =
    at < 0
      ? ""
      : tidy(
          body
            .slice(at)
            .map((line) => withoutMarks(line.text))
            .join(" "),
        );
  const explanations = readFootnotes(notes.filter((line) => !saysNoneOwned(line.text)));
  return {
    footnotes: explanations.footnotes,
    warnings: [...explanations.warnings, ...unread.map(unreadLine)],
    signatures,
    remarks: remarks.replace(/^\W*Remarks\s*:\**\s*/i, "") || null,
    noSecuritiesOwned: lines.some((line) => saysNoneOwned(line.text)) ? "1" : null,
  };
}

function unreadLine({ line, text }: PrintedLine): Warning {
  const message = `This line belongs to no part of the form, and is left out: “${text.slice(0, 200)}”`;
  return { code: "line-unread", message, path: `line ${line}` };
}

/** Explanations may themselves stand in a table; elsewhere a pipe is a sign like any other. */
function tailText(unit: Unit): string {
  const isRow = unit.cells !== null && (unit.raw.trim().startsWith("|") || unit.raw.includes("\t"));
  const raw = isRow ? (unit.cells ?? []).join(" ") : unit.raw.replace(/^\s*#{1,6}\s+/, "");
  return plainText(raw).replace(/\s+/g, " ").trim();
}
