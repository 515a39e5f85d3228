import type { JointEvent } from "@/lib/analytics/counting/joint-events";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText } from "@/lib/analytics/rows/filing-order";

/** Who counts as one person: owners who file together, or whose rows were merged into one event (a person and own trust). */
export class Persons {
  readonly #parent = new Map<string, string>();

  constructor(filings: readonly FilingFacts[], events: readonly JointEvent[] = []) {
    for (const { owners } of filings) if (owners.length > 1) this.#uniteAll(owners.map((owner) => owner.cik));
    for (const event of events) {
      const filed = [event.counted, ...event.copies.map((copy) => copy.row)];
      this.#uniteAll(filed.flatMap((row) => row.filing.owners.map((owner) => owner.cik)));
    }
  }

  /** The person behind a filing: the smallest CIK of those that belong together. */
  of(filing: FilingFacts): string {
    return this.#find(filing.owners[0]?.cik ?? filing.ownerKey);
  }

  #uniteAll(ciks: readonly string[]): void {
    const [first, ...others] = ciks;
    for (const other of others) this.#unite(first ?? other, other);
  }

  #unite(a: string, b: string): void {
    const [low, high] = [this.#find(a), this.#find(b)].sort(compareText);
    if (low !== undefined && high !== undefined && low !== high) this.#parent.set(high, low);
  }

  #find(cik: string): string {
    let root = cik;
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up;
    for (let at = cik; at !== root; ) {
      const next = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }
}
