import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareRows } from "@/lib/analytics/rows/filing-order";
import type { JointEvent } from "./joint-events";
import type { OwnerRelations } from "./owner-relations";
import { PossiblePartners } from "./possible-partners";

type Copy = JointEvent["copies"][number];

/** Grows one event from each row not yet merged, in the order they became known. `rows` could be copies of one another. */
export function mergeAlike(rows: readonly FiledRow[], relations: OwnerRelations): JointEvent[] {
  const sorted = [...rows].sort(compareRows);
  const partners = new PossiblePartners(sorted, relations);
  const taken = new Uint8Array(sorted.length);
  const events: JointEvent[] = [];
  for (const [first, counted] of sorted.entries()) {
    if (taken[first] === 1) continue;
    taken[first] = 1;
    const waiting = new Waiting();
    const copies: Copy[] = [];
    for (let member = first; ; ) {
      meet(member, sorted, partners, relations, taken, waiting);
      const next = waiting.earliest();
      if (next === null) break;
      copies.push(next.copy);
      taken[next.at] = 1;
      member = next.at;
    }
    if (copies.length > 0) events.push({ counted, copies });
  }
  return events;
}

/** Puts those that a new member is related to in waiting; each waits with the first member that it is related to. */
function meet(
  member: number,
  sorted: readonly FiledRow[],
  partners: PossiblePartners,
  relations: OwnerRelations,
  taken: Uint8Array,
  waiting: Waiting,
): void {
  const from = sorted[member] as FiledRow;
  for (const at of partners.of(member)) {
    const row = sorted[at] as FiledRow;
    if (taken[at] === 1 || waiting.has(at) || row.filing.filingId === from.filing.filingId) continue;
    const relation = relations.between(from, row);
    if (relation !== null) waiting.add(at, { row, address: row.address, relation, relatedTo: from.address });
  }
}

/** Rows that belong to the event that grows, the earliest first. */
class Waiting {
  /** Places, latest first. */
  readonly #places: number[] = [];
  readonly #copies = new Map<number, Copy>();

  has(at: number): boolean {
    return this.#copies.has(at);
  }

  add(at: number, copy: Copy): void {
    this.#copies.set(at, copy);
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as number) > at) low = middle + 1;
      else high = middle;
    }
    this.#places.splice(low, 0, at);
  }

  earliest(): { at: number; copy: Copy } | null {
    const at = this.#places.pop();
    const copy = at === undefined ? undefined : this.#copies.get(at);
    if (at === undefined || copy === undefined) return null;
    this.#copies.delete(at);
    return { at, copy };
  }
}
