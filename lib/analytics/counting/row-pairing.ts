import { plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";

/** A row of an original with the row of an amendment that takes its place. */
export interface RowPair {
  before: FiledRow;
  after: FiledRow;
  /** How many of title, D/I, nature (and grant), date, code, shares, price agree. */
  agreeing: number;
  of: number;
}

export interface RowPairing {
  pairs: readonly RowPair[];
  /** Rows of the original that the amendment leaves out: they stay in force. */
  leftOut: readonly FiledRow[];
  /** Rows that the amendment adds. */
  added: readonly FiledRow[];
}

/**
 * Pairs an amendment's rows with the rows in force by best match (domain §3): title, D/I and nature weigh before date, code,
 * shares and price. Rows of another table or kind never pair. Where the amendment doesn't restate the whole table, a row must
 * agree in three of the four figures, else it is a row that the original forgot.
 */
export function pairRows(before: readonly FiledRow[], after: readonly FiledRow[]): RowPairing {
  const likes: { before: FiledRow; after: FiledRow; score: number; agreeing: number; of: number; far: number }[] = [];
  const counts = countByPlace(before, after);
  for (const [i, old] of before.entries()) {
    for (const [j, row] of after.entries()) {
      if (placeOf(old) !== placeOf(row)) continue;
      const like = likeness(old, row);
      if (!isSameRow(like, row, counts.get(placeOf(row)) === 0)) continue;
      likes.push({ before: old, after: row, ...like, far: Math.abs(i - j) });
    }
  }
  likes.sort((a, b) => b.score - a.score || a.far - b.far || a.before.n - b.before.n || a.after.n - b.after.n);
  const taken = new Set<FiledRow>();
  const pairs: RowPair[] = [];
  for (const { before: old, after: row, agreeing, of } of likes) {
    if (taken.has(old) || taken.has(row)) continue;
    taken.add(old).add(row);
    pairs.push({ before: old, after: row, agreeing, of });
  }
  return {
    pairs,
    leftOut: before.filter((row) => !taken.has(row)),
    added: after.filter((row) => !taken.has(row)),
  };
}

function placeOf(row: FiledRow): string {
  return `${row.table} ${row.kind}`;
}

/** Rows after less rows before, by table and kind: 0 means that the table is restated row for row. */
function countByPlace(before: readonly FiledRow[], after: readonly FiledRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of before) counts.set(placeOf(row), (counts.get(placeOf(row)) ?? 0) - 1);
  for (const row of after) counts.set(placeOf(row), (counts.get(placeOf(row)) ?? 0) + 1);
  return counts;
}

interface Likeness {
  score: number;
  line: number;
  figures: number;
  agreeing: number;
  of: number;
}

function likeness(a: FiledRow, b: FiledRow): Likeness {
  const line = [
    a.classKey === b.classKey,
    a.directOrIndirect === b.directOrIndirect,
    plainWords(a.natureOfOwnership) === plainWords(b.natureOfOwnership),
  ];
  if (a.table === "II") line.push(a.exercisePrice === b.exercisePrice && a.expirationDate === b.expirationDate);
  const figures =
    a.kind === "holding"
      ? [a.sharesAfter === b.sharesAfter && a.valueAfter === b.valueAfter]
      : [
          a.tradeDate === b.tradeDate,
          a.code === b.code,
          a.shares === b.shares && a.totalValue === b.totalValue,
          a.price === b.price,
        ];
  const balance = a.sharesAfter === b.sharesAfter ? 1 : 0;
  return {
    score: weigh(line, 32) + weigh(figures, 8) + balance,
    line: line.filter(Boolean).length,
    figures: figures.filter(Boolean).length,
    agreeing: [...line, ...figures].filter(Boolean).length,
    of: line.length + figures.length,
  };
}

function weigh(agreements: readonly boolean[], weight: number): number {
  return agreements.reduce((sum, agrees, i) => sum + (agrees ? weight - i : 0), 0);
}

function isSameRow(like: Likeness, row: FiledRow, restated: boolean): boolean {
  const lines = row.table === "II" ? 4 : 3;
  if (row.kind === "holding") return like.line === lines || (restated && like.line >= lines - 1 && like.figures === 1);
  if (restated) return like.line >= 1 && like.line + like.figures >= lines;
  return like.figures >= 3 && like.line >= 1;
}
