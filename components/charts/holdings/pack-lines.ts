import { dateOfDay, dayOf } from "../scales/days";
import type { HoldingLine, HoldingPoint } from "./holding-line";

type Cell = number | null;

/** Lines as a page carries them to the browser: every text once, each point as a list of numbers. */
export interface PackedLine extends Omit<HoldingLine, "points"> {
  /** filing, anchor, day, code, change, balance; then, where there is one, the residual, the gap's anchor and explanation. */
  cells: Cell[][];
}

export interface PackedLines {
  texts: string[];
  lines: PackedLine[];
}

/** Lines without the names of their points' fields and without saying a text twice. */
export function packLines(lines: readonly HoldingLine[]): PackedLines {
  const texts = new Map<string, number>();
  const text = (words: string | null): Cell => {
    if (words === null) return null;
    const place = texts.get(words) ?? texts.size;
    texts.set(words, place);
    return place;
  };
  const cellsOf = ({ id, date, code, change, balance, residual, gap }: HoldingPoint): Cell[] => {
    const [filing = "", anchor = ""] = id.split("#");
    const cells = [text(filing), text(anchor), date === null ? null : dayOf(date), text(code), change, balance];
    if (residual === 0) return cells;
    return gap == null ? [...cells, residual] : [...cells, residual, text(gap.anchor), text(gap.explanation)];
  };
  const packed = lines.map(({ points, ...line }) => ({ ...line, cells: points.map(cellsOf) }));
  return { texts: [...texts.keys()], lines: packed };
}

export function unpackLines({ texts, lines }: PackedLines): HoldingLine[] {
  const text = (cell: Cell | undefined) => (typeof cell === "number" ? (texts[cell] ?? null) : null);
  const pointOf = (cell: Cell[]): HoldingPoint => {
    const [filing, anchor, day = null, code, change = null, balance, residual, gap, explanation] = cell;
    const gapAnchor = text(gap);
    return {
      id: `${text(filing)}#${text(anchor)}`,
      date: day === null ? null : dateOfDay(day),
      code: text(code),
      change,
      balance: balance ?? 0,
      residual: residual ?? 0,
      gap: gapAnchor === null ? null : { anchor: gapAnchor, explanation: text(explanation) ?? "" },
    };
  };
  return lines.map(({ cells, ...line }) => ({ ...line, points: cells.map(pointOf) }));
}
