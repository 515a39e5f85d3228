import { readMarks } from "../marks";
import { readCell } from "./cells";
import { holdingParts, type Part, type PartSequence, partSequences } from "./columns";
import type { TableHeader, TableRow } from "./header";

/** So many rows of a width tell how its columns are split. */
const SAMPLE = 50;
/** Readings whose scores differ by less are left to the captions. */
const CLOSE = 1;

type Known = (id: string) => boolean;

export interface MatchedRow extends TableRow {
  parts: readonly Part[];
  /** How many filled cells don't fit their part. */
  misfits: number;
  /** Another reading of the row's columns fits as well, and gives other fields. */
  isAmbiguous: boolean;
}

interface Reading {
  parts: readonly Part[];
  isAmbiguous: boolean;
}

/**
 * Finds what each cell of each row is. The captions' order and the form's known layout decide, never the alignment
 * of captions over cells; between several ways to split the numbered columns, the cells' own contents decide, then
 * what the captions say of the split.
 */
export function matchRows(rows: readonly TableRow[], header: TableHeader, knows: Known): MatchedRow[] {
  const sequences = header.fixed === null ? partSequences(header.columns) : [{ parts: header.fixed, lengths: [] }];
  const widths = new Map<number, TableRow[]>();
  for (const row of rows) {
    const group = widths.get(row.cells.length);
    if (group === undefined) widths.set(row.cells.length, [row]);
    else if (group.length < SAMPLE) group.push(row);
  }
  const chosen = new Map([...widths].map(([width, group]) => [width, choose(group, width, sequences, header, knows)]));
  return rows.map((row) => {
    const { parts, isAmbiguous } = chosen.get(row.cells.length) ?? { parts: [], isAmbiguous: false };
    return { ...row, parts, isAmbiguous, misfits: misfits(row, parts, knows) };
  });
}

interface Candidate {
  parts: readonly Part[];
  /** The lengths of its split. Between splits of equal lengths the form's own, which comes first, counts. */
  layout: string;
  score: number;
  evidence: number;
}

function choose(
  rows: readonly TableRow[],
  width: number,
  sequences: readonly PartSequence[],
  header: TableHeader,
  knows: Known,
): Reading {
  const candidates: Candidate[] = [];
  const fits = remembered(knows);
  const add = (parts: readonly Part[], layout: string, evidence: number) => {
    const distance = -Math.abs(parts.length - width) / 4;
    const score = rows.reduce((sum, row) => sum + rowScore(row, parts, fits), distance);
    candidates.push({ parts, layout, evidence, score });
  };
  for (const sequence of sequences) add(sequence.parts, sequence.lengths.join(), evidenceFor(sequence, header));
  for (const sequence of sequences) add(holdingParts(sequence.parts), "holding", 0);
  const top = candidates.reduce((most, one) => Math.max(most, one.score), -Infinity);
  const close = candidates.filter((one) => one.score > top - CLOSE);
  close.sort((a, b) => b.evidence - a.evidence || b.score - a.score);
  const [best] = close;
  if (best === undefined) return { parts: [], isAmbiguous: false };
  const rivals = close.filter(
    (one) => one.layout !== best.layout && one.evidence === best.evidence && one.score === best.score,
  );
  const reading = readingOf(rows, best.parts, knows);
  return { parts: best.parts, isAmbiguous: rivals.some((one) => readingOf(rows, one.parts, knows) !== reading) };
}

/** How many captions agree with a split: those that span as many cells, and the small ones that name its parts. */
function evidenceFor({ parts, lengths }: PartSequence, header: TableHeader): number {
  const spanning = header.columns.filter((name, i) => header.spans.get(name) === lengths[i]).length;
  return spanning + parts.filter((part) => header.named.has(part)).length;
}

/** The fields that rows give under these parts; the side of an amount is part of what it says. */
function readingOf(rows: readonly TableRow[], parts: readonly Part[], knows: Known): string {
  const read = rows.map((row) =>
    parts.flatMap((part, i) => {
      const side = part === "acquired" || part === "disposed" ? part : null;
      return readCell(part, row.cells[i] ?? "", knows).map((field) => [side, field]);
    }),
  );
  return JSON.stringify(read);
}

type Fit = (part: Part, cell: string) => number;

/** The candidates ask for the same cells again and again. */
function remembered(knows: Known): Fit {
  const known = new Map<string, number>();
  return (part, cell) => {
    const key = `${part} ${cell}`;
    const fit = known.get(key) ?? suits(part, cell, knows);
    known.set(key, fit);
    return fit;
  };
}

function rowScore(row: TableRow, parts: readonly Part[], fits: Fit): number {
  let score = 0;
  for (const [i, cell] of row.cells.entries()) {
    const part = parts[i];
    if (cell.trim() === "") continue;
    score += part === undefined ? -4 : fits(part, cell);
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
