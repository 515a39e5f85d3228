import type { PricedTrade } from "./short-swing";

/**
 * Purchases with shares left, asked for the cheapest of a stretch of days. A tree of the cheapest of each stretch answers in
 * steps that grow with the logarithm of their number, wherever the used-up and the far ones lie.
 */
export class CheapestOpen {
  /** Cheapest first. */
  readonly #purchases: readonly PricedTrade[];
  readonly #left: number[];
  /** Days in order, and for each purchase its place among them. */
  readonly #days: readonly number[];
  readonly #places: readonly number[];
  /** Ranks by price: leaves in the order of days behind their parents, each parent the lower of its two. */
  readonly #tree: Float64Array;

  constructor(purchases: readonly PricedTrade[]) {
    const count = purchases.length;
    const dayOf = (rank: number) => (purchases[rank] as PricedTrade).tradeDay;
    const byDay = [...purchases.keys()].sort((a, b) => dayOf(a) - dayOf(b) || a - b);
    const places: number[] = [];
    for (const [place, rank] of byDay.entries()) places[rank] = place;
    this.#purchases = purchases;
    this.#left = purchases.map((row) => row.shares);
    this.#days = byDay.map(dayOf);
    this.#places = places;
    this.#tree = new Float64Array(2 * count).fill(Number.POSITIVE_INFINITY);
    for (const [place, rank] of byDay.entries()) this.#tree[count + place] = rank;
    for (let at = count - 1; at > 0; at -= 1) this.#raise(at);
  }

  /** The cheapest purchase with shares left after one day and before another; null where there is none. */
  between(after: number, before: number): { row: PricedTrade; rank: number; left: number } | null {
    let low = firstFrom(this.#days, after + 1) + this.#days.length;
    let high = firstFrom(this.#days, before) + this.#days.length;
    let rank = Number.POSITIVE_INFINITY;
    for (; low < high; low >>= 1, high >>= 1) {
      if (low % 2 === 1) rank = Math.min(rank, this.#tree[low++] as number);
      if (high % 2 === 1) rank = Math.min(rank, this.#tree[--high] as number);
    }
    const row = this.#purchases[rank];
    return row === undefined ? null : { row, rank, left: this.#left[rank] ?? 0 };
  }

  take(rank: number, shares: number): void {
    const left = (this.#left[rank] ?? 0) - shares;
    this.#left[rank] = left;
    if (left > 0) return;
    let at = (this.#places[rank] ?? 0) + this.#days.length;
    this.#tree[at] = Number.POSITIVE_INFINITY;
    for (at >>= 1; at > 0; at >>= 1) this.#raise(at);
  }

  #raise(at: number): void {
    this.#tree[at] = Math.min(this.#tree[2 * at] as number, this.#tree[2 * at + 1] as number);
  }
}

function firstFrom(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
