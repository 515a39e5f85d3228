import type { TableNumber } from "@/lib/ownership/identity";
import { type ColumnName, columnOfCaption, formLayout, type Part, partOfCaption } from "./columns";

export interface TableRow {
  line: number;
  cells: string[];
}

/** What a table's captions say of its columns. */
export interface TableHeader {
  /** The numbered columns in their order. */
  columns: readonly ColumnName[];
  /** How many cells each numbered caption spans in its row, where that can be told. */
  spans: ReadonlyMap<ColumnName, number>;
  /** The parts that small captions name (`V`, `(A)`, `Date Exercisable`). */
  named: ReadonlySet<Part>;
  /** The parts one by one, where short captions stand over every column; null otherwise. */
  fixed: Part[] | null;
}

const MAX_HEADER_ROWS = 12;
const FIGURE_OR_DATE = /^\(?\$?\s*[\d.,]+\)?$|^\d{1,2}\/\d{1,2}\/\d{4}|^\d{4}-\d{2}-\d{2}/;

/** Whether a row holds captions: numbered ones, two of any kind, or nothing but short ones; and no figure or date. */
export function isHeaderRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.some((cell) => FIGURE_OR_DATE.test(cell))) return false;
  const long = filled.filter((cell) => columnOfCaption(cell) !== null);
  if (long.length > 1 || long.some((cell) => /^\d{1,2}[A-Z]?\./i.test(cell))) return true;
  const isShort = filled.every((cell) => partOfCaption(cell) !== null);
  // A lone “V” or “(A)” may be a cell of data; a lone “Title” is a caption that a converter has shifted.
  return isShort && (filled.length > 1 || filled.some((cell) => cell.length > 3));
}

/** Reads the header rows; the form's own layout stands in where they name too little. */
export function readHeader(all: readonly TableRow[], form: string, table: TableNumber): TableHeader {
  const rows = all.slice(0, MAX_HEADER_ROWS);
  const single = rows.flatMap((row) => row.cells);
  const wrapped = joinedCaptions(rows);
  const named = new Set(single.map(partOfCaption).filter((part) => part !== null));
  const spans = captionSpans(rows);
  const [columns = []] = [single, wrapped].map(columnsOf).sort((a, b) => b.length - a.length);
  if (columns.includes("title") && columns.includes("form") && columns.length >= 3)
    return { columns, spans, named, fixed: null };
  return { columns: formLayout(form, table), spans, named, fixed: shortParts(wrapped, table) };
}

function columnsOf(captions: readonly string[]): ColumnName[] {
  return [...new Set(captions.map(columnOfCaption).filter((name) => name !== null))];
}

/** One caption a physical column, read downwards: a wrapped caption comes together again. */
export function joinedCaptions(rows: readonly TableRow[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, i) =>
    rows
      .map((row) => row.cells[i]?.trim() ?? "")
      .filter((cell) => cell !== "")
      .join(" "),
  );
}

/** In the row with the most captions: the cells from each caption to the next. The last one's end is unknown. */
function captionSpans(rows: readonly TableRow[]): Map<ColumnName, number> {
  let best: [ColumnName, number][] = [];
  for (const row of rows) {
    const found = row.cells.flatMap((cell, i): [ColumnName, number][] => {
      const name = columnOfCaption(cell);
      return name === null ? [] : [[name, i]];
    });
    if (found.length > best.length) best = found;
  }
  const spans = best.slice(0, -1).map(([name, at], k): [ColumnName, number] => [name, (best[k + 1]?.[1] ?? at) - at]);
  return new Map(spans);
}

/** The parts of a header of short captions, when each column has one and none comes twice. */
function shortParts(captions: readonly string[], table: TableNumber): Part[] | null {
  const parts = captions.map((caption) => partOfCaption(caption));
  const named = parts.map((part, i) => (part === "underlying-title" && (table === "I" || i === 0) ? "title" : part));
  const known = named.filter((part) => part !== null);
  if (!known.includes("title") || !known.includes("owned") || known.length !== named.length) return null;
  return new Set(known).size === known.length ? known : null;
}
