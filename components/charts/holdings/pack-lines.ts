import type { HoldingLine } from "./holding-line";

type Cell = string | number | null;

/** Lines as a page carries them to the browser: each address once, each point as a list. */
export interface PackedLine extends Omit<HoldingLine, "points"> {
  /** filing, anchor, date, code, change, balance, residual, and the gap's anchor and explanation where there is one. */
  cells: Cell[][];
}

export interface PackedLines {
  filings: string[];
  lines: PackedLine[];
}

/** Lines without the names of their points' fields and without saying a filing twice. */
export function packLines(lines: readonly HoldingLine[]): PackedLines {
  const filings = new Map<string, number>();
  const place = (filing: string) => {
    const known = filings.get(filing) ?? filings.size;
    filings.set(filing, known);
    return known;
  };
  const packed = lines.map(({ points, ...line }) => ({
    ...line,
    cells: points.map((point) => {
      const [filing = "", anchor = ""] = point.id.split("#");
      const cells: Cell[] = [
        place(filing),
        anchor,
        point.date,
        point.code,
        point.change,
        point.balance,
        point.residual,
      ];
      return point.gap == null ? cells : [...cells, point.gap.anchor, point.gap.explanation];
    }),
  }));
  return { filings: [...filings.keys()], lines: packed };
}

export function unpackLines({ filings, lines }: PackedLines): HoldingLine[] {
  const text = (cell: Cell | undefined) => (typeof cell === "string" ? cell : null);
  const number = (cell: Cell | undefined) => (typeof cell === "number" ? cell : null);
  return lines.map(({ cells, ...line }) => ({
    ...line,
    points: cells.map((cell) => {
      const [anchor, explanation] = [text(cell[7]), text(cell[8])];
      return {
        id: `${filings[number(cell[0]) ?? -1] ?? ""}#${text(cell[1]) ?? ""}`,
        date: text(cell[2]),
        code: text(cell[3]),
        change: number(cell[4]),
        balance: number(cell[5]) ?? 0,
        residual: number(cell[6]) ?? 0,
        gap: anchor === null ? null : { anchor, explanation: explanation ?? "" },
      };
    }),
  }));
}
