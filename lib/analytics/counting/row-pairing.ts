import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";
import { type Candidate, ClosestPairs } from "./closest-pairs";
import { type Agreement, ranksFor } from "./row-likeness";

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
 * Pairs an amendment's rows with the rows in force by best match (domain §3): those that agree in most first (`ranksFor`), of
 * equals those nearest by place. Rows of another table or kind never pair. Rows meet by what they agree in, never all with all.
 */
export function pairRows(before: readonly FiledRow[], after: readonly FiledRow[]): RowPairing {
  const found: FoundPair[] = [];
  for (const candidates of byPlace(before, after)) pairPlace(candidates, found);
  found.sort(inRank);
  const taken = new Set(found.flatMap((pair) => [pair.before, pair.after]));
  return {
    pairs: found.map(({ before: old, after: row, agreeing, of }) => ({ before: old, after: row, agreeing, of })),
    leftOut: before.filter((row) => !taken.has(row)),
    added: after.filter((row) => !taken.has(row)),
  };
}

interface FoundPair extends RowPair {
  score: number;
  far: number;
  at: number;
}

/** Best first, then nearest, then in filed order. */
function inRank(a: FoundPair, b: FoundPair): number {
  return b.score - a.score || a.far - b.far || a.before.n - b.before.n || a.after.n - b.after.n || a.at - b.at;
}

/** The rows of both sides by table and kind, in order of places, at one place the original's first. */
function byPlace(before: readonly FiledRow[], after: readonly FiledRow[]): Iterable<Candidate[]> {
  const places = new Map<string, Candidate[]>();
  const add = (row: FiledRow | undefined, at: number, side: Candidate["side"]) => {
    if (row === undefined) return;
    const place = `${row.table} ${row.kind}`;
    const candidates = places.get(place) ?? [];
    if (candidates.length === 0) places.set(place, candidates);
    candidates.push({ row, at, side, taken: false });
  };
  for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
    add(before[at], at, "before");
    add(after[at], at, "after");
  }
  return places.values();
}

/** Pairs the rows of one table and kind, rank by rank, until one side has none left. */
function pairPlace(candidates: readonly Candidate[], found: FoundPair[]): void {
  const [first] = candidates;
  const after = candidates.filter(({ side }) => side === "after").length;
  if (first === undefined || after === 0 || after === candidates.length) return;
  const { ranks, of } = ranksFor(first.row, 2 * after === candidates.length);
  let free = candidates;
  for (const rank of ranks) {
    const paired = found.length;
    pairRank(rank, of, free, found);
    if (found.length === paired) continue;
    free = free.filter(({ taken }) => !taken);
    if (free.every(({ side }) => side === free[0]?.side)) return;
  }
}

/** Pairs the free rows that share just what a rank asks for. */
function pairRank(rank: readonly Agreement[], of: number, free: readonly Candidate[], found: FoundPair[]): void {
  const closest = new ClosestPairs<Agreement>();
  for (const agreement of rank) for (const list of sharing(agreement, free)) closest.addList(list, agreement);
  closest.takeAll((before, after, { score, agreeing }) => {
    const far = Math.abs(before.at - after.at);
    found.push({ before: before.row, after: after.row, agreeing, of, score, far, at: before.at });
  });
}

/** Rows that share the traits, where both sides have some. */
function sharing({ traits }: Agreement, free: readonly Candidate[]): Candidate[][] {
  const alike = groupBy(free, ({ row }) => traits.map(({ text }) => text(row)).join("\n"));
  return [...alike.values()].filter((list) => list.some(({ side }) => side !== list[0]?.side));
}
