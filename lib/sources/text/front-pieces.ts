import { captionsIn, type FrontPiece } from "@/lib/sources/printed-form/front-fields";
import { plainText } from "./markup";
import type { Unit } from "./units";

/** The front of the form as pieces: rows with their cells, lines, and captions set side by side as columns. */
export function frontPieces(units: readonly Unit[]): FrontPiece[] {
  const pieces: FrontPiece[] = [];
  let columns: number[] | null = null;
  for (const unit of units) {
    if (unit.isRule) continue;
    if (unit.cells !== null) {
      columns = null;
      pieces.push({ line: unit.line, cells: unit.cells.map(plainPiece), isRow: true });
      continue;
    }
    const raw = unit.raw.replace(/^\s*#{1,6}\s+/, "");
    columns = captionColumns(raw) ?? (raw.trim() === "" ? null : columns);
    if (columns === null) pieces.push({ line: unit.line, cells: [plainPiece(raw)], isRow: false });
    else pieces.push({ line: unit.line, cells: cutAt(raw, columns).map(plainPiece), isRow: true });
  }
  return pieces;
}

/** Where the captions of a line begin, when two or more stand side by side, parted by two spaces or more. */
function captionColumns(raw: string): number[] | null {
  if (raw.length > 1000) return null;
  const starts = [...raw.matchAll(/\S+(?: \S+)*/g)]
    .filter((match) => captionsIn(match[0]).length > 0)
    .map((match) => match.index);
  return starts.length > 1 ? starts : null;
}

/** A line's pieces under the columns; a piece that begins left of its column's caption by a sign or two still fits. */
function cutAt(raw: string, columns: readonly number[]): string[] {
  const cells = columns.map(() => "");
  for (const match of raw.matchAll(/\S+(?: \S+)*/g)) {
    const i = Math.max(
      0,
      columns.findLastIndex((start) => start <= match.index + 2),
    );
    cells[i] = cells[i] === "" ? match[0] : `${cells[i]} ${match[0]}`;
  }
  return cells;
}

/** Pieces that tags part stand on lines of their own; runs of spaces are one. */
function plainPiece(source: string): string {
  return plainText(source)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}
