import type { BalanceStep } from "./balance-steps";

/**
 * Steps that add up, asked for those that span some days. A tree of the latest end of each stretch of steps, in the order of
 * their beginnings, leads to them past all others: a split asks for the few lines that it left as they were.
 */
export class ClosedSteps {
  /** By beginning, then as given. */
  readonly #steps: readonly { step: BalanceStep; from: string; to: string; at: number }[];
  /** Ends: leaves in the order of the steps behind their parents, each parent the later of its two. */
  readonly #latest: string[];

  constructor(steps: readonly BalanceStep[]) {
    this.#steps = steps
      .map((step, at) => ({ step, from: step.from.date ?? UNKNOWN, to: step.to.date ?? "", at }))
      .filter(({ step }) => step.residual === 0 && step.left > 0)
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.at - b.at));
    const count = this.#steps.length;
    this.#latest = [...Array.from({ length: count }, () => ""), ...this.#steps.map(({ to }) => to)];
    for (let at = count - 1; at > 0; at -= 1) {
      this.#latest[at] = later(this.#latest[2 * at] ?? "", this.#latest[2 * at + 1] ?? "");
    }
  }

  /** Steps from a day up to `after` to a day from `by` on, in the order given. */
  spanning(after: string, by: string): BalanceStep[] {
    const found: { step: BalanceStep; at: number }[] = [];
    let [low, high] = [this.#steps.length, this.#steps.length + this.#beginningUpTo(after)];
    for (; low < high; low >>= 1, high >>= 1) {
      if (low % 2 === 1) this.#collect(low++, by, found);
      if (high % 2 === 1) this.#collect(--high, by, found);
    }
    return found.sort((a, b) => a.at - b.at).map(({ step }) => step);
  }

  #collect(node: number, by: string, into: { step: BalanceStep; at: number }[]): void {
    if ((this.#latest[node] ?? "") < by) return;
    const leaf = this.#steps[node - this.#steps.length];
    if (leaf !== undefined) into.push(leaf);
    else {
      this.#collect(2 * node, by, into);
      this.#collect(2 * node + 1, by, into);
    }
  }

  #beginningUpTo(day: string): number {
    let low = 0;
    let high = this.#steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#steps[middle]?.from ?? "") <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** After any day there is. */
const UNKNOWN = "9";

function later(a: string, b: string): string {
  return a > b ? a : b;
}
