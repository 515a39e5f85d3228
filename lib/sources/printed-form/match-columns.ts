import type { TableNumber } from "@/lib/ownership/identity";
import { readCell } from "./cells";
import {
  type ColumnName,
  columnOfCaption,
  formLayout,
  holdingParts,
  type Part,
  partOfCaption,
  partSequences,
} from "./columns";
import { readMarks } from "./marks";

export interface TableRow {
  line: number;
  cells: string[];
}

const MAX_HEADER_ROWS = 12;

/** So many rows of a width tell how its columns are split. */
const SAMPLE = 50;

type Known = (id: string) => boolean;

/** The captions that say what a table prints, column by column; parts stand in when only short captions are there. */
type Header = { columns: readonly ColumnName[]; parts: null } | { columns: null; parts: Part[] };

/** Whether a row is a header row: a numbered caption, or nothing but short captions. */
export function isHeaderRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.some((cell) => columnOfCaption(cell) !== null)) return true;
  const captions = filled.filter((cell) => partOfCaption(cell) !== null);
  // A lone “V” or “(A)” may be a cell of data; a lone “Title” is the seed's shifted caption.
  return captions.length === filled.length && (filled.length >= 2 || filled.some((cell) => cell.length > 3));
}

/** What the header rows name, in their order; the form's own layout when they name too little. */
export function readHeader(all: readonly TableRow[], form: string, table: TableNumber): Header {
  const rows = all.slice(0, MAX_HEADER_ROWS);
  const wrapped = joinedCaptions(rows);
  for (const captions of [rows.flatMap((row) => row.cells), wrapped]) {
    const columns = [...new Set(captions.map(columnOfCaption).filter((name) => name !== null))];
    if (columns.includes("title") && columns.includes("form") && columns.length >= 3) return { columns, parts: null };
  }
  const parts = shortParts(wrapped, table);
  return parts === null ? { columns: formLayout(form, table), parts: null } : { columns: null, parts };
}

/** One caption a physical column, read downwards: a wrapped caption comes together again. */
function joinedCaptions(rows: readonly TableRow[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, i) =>
    rows
      .map((row) => row.cells[i]?.trim() ?? "")
      .filter((cell) => cell !== "")
      .join(" "),
  );
}

/** The parts of a header of short captions, when it names at least a title and two figures. Table I has no underlying. */
function shortParts(captions: readonly string[], table: TableNumber): Part[] | null {
  const parts = captions.map((caption) => partOfCaption(caption));
  const named = parts.map((part, i) => (part === "underlying-title" && (table === "I" || i === 0) ? "title" : part));
  const known = named.filter((part) => part !== null);
  if (!known.includes("title") || !known.includes("owned") || known.length !== named.length) return null;
  return new Set(known).size === known.length ? known : null;
}

export interface MatchedRow extends TableRow {
  parts: readonly Part[];
  /** How many filled cells don't fit their part. */
  misfits: number;
}

/**
 * Finds what each cell of each row is. The captions' order and the form's known layout decide, never the alignment
 * of captions over cells; between several ways to split the numbered columns, the cells' own contents decide.
 */
export function matchRows(rows: readonly TableRow[], header: Header, knows: Known): MatchedRow[] {
  const sequences = header.parts === null ? partSequences(header.columns) : [header.parts];
  const widths = new Map<number, TableRow[]>();
  for (const row of rows) {
    const group = widths.get(row.cells.length);
    if (group === undefined) widths.set(row.cells.length, [row]);
    else if (group.length < SAMPLE) group.push(row);
  }
  const chosen = new Map([...widths].map(([width, group]) => [width, chooseParts(group, width, sequences, knows)]));
  return rows.map((row) => {
    const parts = chosen.get(row.cells.length) ?? [];
    return { ...row, parts, misfits: misfits(row, parts, knows) };
  });
}

function chooseParts(rows: readonly TableRow[], width: number, sequences: Part[][], knows: Known): Part[] {
  const candidates = [...sequences, ...sequences.map(holdingParts)];
  let best: { parts: Part[]; score: number } | null = null;
  for (const parts of candidates) {
    const score = rows.reduce((sum, row) => sum + rowScore(row, parts, knows), -Math.abs(parts.length - width) / 4);
    if (best === null || score > best.score) best = { parts, score };
  }
  return best?.parts ?? [];
}

function rowScore(row: TableRow, parts: readonly Part[], knows: Known): number {
  let score = 0;
  for (const [i, cell] of row.cells.entries()) {
    const part = parts[i];
    if (cell.trim() === "") continue;
    score += part === undefined ? -4 : suits(part, cell, knows);
  }
  return score;
}

function misfits(row: TableRow, parts: readonly Part[], knows: Known): number {
  return row.cells.filter((cell, i) => {
    const part = parts[i];
    return cell.trim() !== "" && (part === undefined || suits(part, cell, knows) < 0);
  }).length;
}

const WORDS: ReadonlySet<Part> = new Set(["title", "underlying-title", "nature"]);
const FIGURE_OR_DATE = /^\$?[\d.,/-]+$/;

/** How well a filled cell suits a part: letters that only one column takes say most, words say least. */
function suits(part: Part, cell: string, knows: Known): number {
  const fields = readCell(part, cell, knows);
  if (fields.some((field) => field.expected !== null)) return -3;
  const value = readMarks(cell, false, knows).value;
  if (value === null) return 0.5;
  if (WORDS.has(part)) return FIGURE_OR_DATE.test(value) ? -3 : value.length < 2 ? -1 : 1;
  if (part === "underlying-merged") return fields.length === 2 ? 1.5 : -1;
  return part === "code" && !/^[A-Z]$/.test(value) ? 1.9 : 2;
}
