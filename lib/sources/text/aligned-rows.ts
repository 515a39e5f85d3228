import { type ErrorPlace, LedgerError } from "@/lib/errors";
import { columnOfCaption, partOfCaption } from "@/lib/sources/printed-form/columns";
import { tidy } from "@/lib/sources/printed-form/marks";
import type { TableRow } from "@/lib/sources/printed-form/match-columns";
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
  const lines = units.filter((unit) => !unit.isRule && unit.raw.trim() !== "" && !/^\W*\(?e\.g\.,/i.test(unit.raw));
  if (lines.length === 0) return [];
  const columns = ruled < 0 ? spansOf(lines) : ruleSpans(units[ruled]?.raw ?? "");
  return lines.map((unit) => ({ line: unit.line, cells: cut(unit.raw, columns) }));
}

const MAX_LINE_LENGTH = 2000;

function tooLong(unit: Unit, place: ErrorPlace): LedgerError {
  const message = `Line ${unit.line} has ${unit.raw.length} characters, more than a line of a table (${MAX_LINE_LENGTH}).`;
  return new LedgerError("row-unreadable", message, {
    place: { ...place, line: unit.line },
    advice: "Part the table's columns by pipes or tabs.",
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
function spansOf(lines: readonly Unit[]): Span[] {
  const chunks = lines.map((unit) => chunksOf(unit.raw));
  const data = chunks.filter((row) => !isCaptionRow(row));
  const captions = chunks.filter(isCaptionRow).slice(0, 12).reverse();
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

/** A line's chunks under the columns that they overlap most; a chunk over none goes to the nearest on its left. */
function cut(raw: string, columns: readonly Span[]): string[] {
  const cells = columns.map(() => "");
  for (const chunk of chunksOf(raw)) {
    const i = columnOf(chunk, columns);
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
