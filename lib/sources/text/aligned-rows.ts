import { type ErrorPlace, LedgerError } from "@/lib/errors";
import { MAX_ROW_CELLS } from "@/lib/sources/limits";
import { tidy } from "@/lib/sources/printed-form/marks";
import { columnOfCaption, partOfCaption } from "@/lib/sources/printed-form/table/columns";
import { joinedCaptions, type TableRow } from "@/lib/sources/printed-form/table/header";
import { plainText } from "./markup";
import type { Unit } from "./units";

interface Span {
  start: number;
  end: number;
}

interface Chunk extends Span {
  text: string;
}

/**
 * The rows of a table that is aligned by spaces. A rule of dashes sets the columns where one stands; else columns are
 * what two spaces or more part in the data rows and in the captions that span no more than one of them.
 */
export function alignedRows(units: readonly Unit[], place: ErrorPlace): TableRow[] {
  const long = units.find((unit) => unit.raw.length > MAX_LINE_LENGTH);
  if (long !== undefined) throw tooLong(long, place);
  const ruled = units.findIndex((unit) => unit.isRule && chunksOf(unit.raw).length >= 3);
  const isRow = (unit: Unit) => !unit.isRule && unit.raw.trim() !== "" && !/^\W*\(?e\.g\.,/i.test(unit.raw);
  const lines = units.filter(isRow);
  const captions = ruled < 0 ? captionLines(lines) : units.slice(0, ruled).filter(isRow).length;
  const columns = ruled < 0 ? spansOf(lines, captions) : ruleSpans(units[ruled]?.raw ?? "");
  if (columns.length > MAX_ROW_CELLS) throw tooWide(columns.length, lines[0], place);
  const rows = lines.map((unit, i) => ({ line: unit.line, cells: cut(unit.raw, columns, i < captions) }));
  const header = {
    line: rows[0]?.line ?? 1,
    cells: joinedCaptions(rows.slice(0, Math.min(captions, MAX_CAPTION_LINES))),
  };
  return captions === 0 ? rows : [header, ...rows.slice(captions)];
}

const MAX_CAPTION_LINES = 12;

/** How many lines at the top are captions: all to the last that shows one, none of them with a figure or date. */
function captionLines(lines: readonly Unit[]): number {
  const chunks = lines.slice(0, MAX_CAPTION_LINES).map((unit) => chunksOf(unit.raw));
  const data = chunks.findIndex((row) => row.some((chunk) => FIGURE_OR_DATE.test(chunk.text)));
  return chunks.slice(0, data < 0 ? chunks.length : data).findLastIndex(isCaptionRow) + 1;
}

const FIGURE_OR_DATE = /^\$?\s*[\d.,]+$|^\d{1,2}\/\d{1,2}\/\d{4}/;

const MAX_LINE_LENGTH = 2000;

function tooLong(unit: Unit, place: ErrorPlace): LedgerError {
  const message = `Line ${unit.line} has ${unit.raw.length} characters, more than a line of a table (${MAX_LINE_LENGTH}).`;
  return new LedgerError("row-unreadable", message, {
    place: { ...place, line: unit.line },
    advice: "Part the table's columns by pipes or tabs.",
  });
}

function tooWide(columns: number, unit: Unit | undefined, place: ErrorPlace): LedgerError {
  const message = `A table's lines part into ${columns} columns; a row has at most ${MAX_ROW_CELLS}.`;
  return new LedgerError("table-too-large", message, {
    place: { ...place, line: unit?.line ?? 1 },
    advice: "The form has 16 columns at most. Check what this text is.",
  });
}

function chunksOf(raw: string): Chunk[] {
  return [...raw.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** Each group of dashes owns what stands from its start to the next group's. */
function ruleSpans(rule: string): Span[] {
  const groups = chunksOf(rule).flatMap((chunk) => (chunk.text.split(" ").length > 1 ? split(chunk) : [chunk]));
  return groups.map((group, i) => ({ start: i === 0 ? 0 : group.start, end: groups[i + 1]?.start ?? Infinity }));
}

function split(chunk: Chunk): Chunk[] {
  return [...chunk.text.matchAll(/\S+/g)].map((match) => ({
    start: chunk.start + match.index,
    end: chunk.start + match.index + match[0].length,
    text: match[0],
  }));
}

/** Columns from data rows upwards: a caption over several columns parts nothing. */
function spansOf(lines: readonly Unit[], captionCount: number): Span[] {
  const chunks = lines.map((unit) => chunksOf(unit.raw));
  const data = chunks.slice(captionCount);
  const captions = chunks.slice(0, captionCount).reverse();
  let spans = merge(data.flat());
  for (const row of captions) {
    const narrow = row.filter((chunk) => spans.filter((span) => overlaps(span, chunk)).length <= 1);
    spans = merge([...spans, ...narrow]);
  }
  return spans;
}

function isCaptionRow(row: readonly Chunk[]): boolean {
  return (
    row.some((chunk) => columnOfCaption(chunk.text) !== null || /\bInstr\.|Month\/Day/i.test(chunk.text)) ||
    row.every((chunk) => partOfCaption(chunk.text) !== null)
  );
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A line's chunks under the columns that they overlap most; a caption over several stands over the first. */
function cut(raw: string, columns: readonly Span[], isCaption: boolean): string[] {
  const cells = columns.map(() => "");
  for (const chunk of chunksOf(raw)) {
    const first = isCaption ? columns.findIndex((column) => overlaps(column, chunk)) : -1;
    const i = first < 0 ? columnOf(chunk, columns) : first;
    cells[i] = cells[i] === "" ? chunk.text : `${cells[i]} ${chunk.text}`;
  }
  return cells.map((cell) => tidy(plainText(cell)));
}

function columnOf(chunk: Span, columns: readonly Span[]): number {
  let best = 0;
  let widest = -Infinity;
  for (const [i, column] of columns.entries()) {
    const shared = Math.min(chunk.end, column.end) - Math.max(chunk.start, column.start);
    if (shared > widest) {
      widest = shared;
      best = i;
    }
  }
  return best;
}
