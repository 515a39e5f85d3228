import type { FiledRow } from "@/lib/analytics/rows/filed-row";

/** A row of an original or of its amendment, with its place among the rows of its side. */
export interface Candidate {
  row: FiledRow;
  at: number;
  side: "before" | "after";
  taken: boolean;
}

/** A candidate in a list, between the free ones on either side. */
interface Link<L> {
  candidate: Candidate;
  /** What the list is of. */
  of: L;
  previous: Link<L> | null;
  next: Link<L> | null;
}

/**
 * Takes one candidate of each side at a time, the two nearest by place (of several such, the first rows), until no list holds one
 * of each. A candidate may stand in several lists. The lists are in order of places, at one place the original's row first: the
 * nearest two then stand side by side, so that candidates need not be compared all with all.
 */
export class ClosestPairs<L> {
  readonly #byDistance: [left: Link<L>, right: Link<L>][][] = [];
  readonly #links = new Map<Candidate, Link<L>[]>();

  addList(list: readonly Candidate[], of: L): void {
    let previous: Link<L> | null = null;
    for (const candidate of list) {
      const link: Link<L> = { candidate, of, previous, next: null };
      const links = this.#links.get(candidate);
      if (links === undefined) this.#links.set(candidate, [link]);
      else links.push(link);
      if (previous !== null) {
        previous.next = link;
        this.#meet(previous, link);
      }
      previous = link;
    }
  }

  /** `of`: the list in which the two stood side by side. */
  takeAll(take: (before: Candidate, after: Candidate, of: L) => void): void {
    for (let distance = 0; distance < this.#byDistance.length; distance += 1) {
      for (const [left, right] of (this.#byDistance[distance] ?? []).sort(byRows)) {
        if (left.candidate.taken || right.candidate.taken) continue;
        const [before, after] = bySide(left, right);
        before.taken = true;
        after.taken = true;
        this.#leave(before);
        this.#leave(after);
        take(before, after, left.of);
      }
    }
  }

  /** Two that stand side by side, if they are of two sides. Those that meet when others leave lie farther apart than these did. */
  #meet(left: Link<L>, right: Link<L>): void {
    const [a, b] = [left.candidate, right.candidate];
    if (a.side === b.side || a.taken || b.taken) return;
    const distance = Math.abs(a.at - b.at);
    const near = this.#byDistance[distance];
    if (near === undefined) this.#byDistance[distance] = [[left, right]];
    else near.push([left, right]);
  }

  #leave(candidate: Candidate): void {
    for (const { previous, next } of this.#links.get(candidate) ?? []) {
      if (previous !== null) previous.next = next;
      if (next !== null) next.previous = previous;
      if (previous !== null && next !== null) this.#meet(previous, next);
    }
  }
}

type Placed = Pick<Link<unknown>, "candidate">;

function bySide({ candidate: left }: Placed, { candidate: right }: Placed): [before: Candidate, after: Candidate] {
  return left.side === "before" ? [left, right] : [right, left];
}

/** By the rows' numbers on their forms, the original's first, then by their places. */
function byRows(a: readonly [Placed, Placed], b: readonly [Placed, Placed]): number {
  const [before, after] = bySide(...a);
  const [otherBefore, otherAfter] = bySide(...b);
  return (
    before.row.n - otherBefore.row.n ||
    after.row.n - otherAfter.row.n ||
    before.at - otherBefore.at ||
    after.at - otherAfter.at
  );
}
