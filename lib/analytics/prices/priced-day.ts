import type { FiledRow } from "@/lib/analytics/rows/filed-row";

/** A price, and who reported it. */
interface Quote {
  price: number;
  ownerKey: string;
}

/**
 * The rows of one class and day that have a market price. What is asked of them for every row (who else paid about as much, what
 * the others' median is) is prepared once, so that a day of thousands of rows costs no more a row than a day of two.
 */
export class PricedDay {
  readonly day: number;
  /** In the order given. */
  readonly rows: FiledRow[] = [];
  /** The days with a price beside this one, where they are near enough to tell of it. */
  before: PricedDay | null = null;
  after: PricedDay | null = null;
  #sorted: readonly Quote[] | null = null;
  #around: readonly Quote[] | null = null;
  #owners: ReadonlyMap<string, number[]> | null = null;
  #close: CloseOwners | null = null;
  readonly #medians = new Map<string, number>();

  constructor(day: number) {
    this.day = day;
  }

  /** Prices with their owners, lowest first. */
  get sorted(): readonly Quote[] {
    this.#sorted ??= this.rows.map((row) => ({ price: row.price ?? 0, ownerKey: row.filing.ownerKey })).sort(byPrice);
    return this.#sorted;
  }

  /** The same with the prices of the days beside it. */
  get sortedAround(): readonly Quote[] {
    this.#around ??= [...this.sorted, ...(this.before?.sorted ?? []), ...(this.after?.sorted ?? [])].sort(byPrice);
    return this.#around;
  }

  /** Distinct owner sets besides this one. */
  othersThan(ownerKey: string): number {
    if (this.rows.length === 1) return this.rows[0]?.filing.ownerKey === ownerKey ? 0 : 1;
    return this.#places.size - (this.#places.has(ownerKey) ? 1 : 0);
  }

  /** Whether two owner sets besides this one have a price near this one; `isClose` holds from some price to some other. */
  hasTwoClose(ownerKey: string, price: number, isClose: (other: number) => boolean): boolean {
    this.#close ??= new CloseOwners(this.sorted);
    return this.#close.besides(ownerKey, price, isClose) >= 2;
  }

  /** Median price of the other owner sets, of which there is one at least. */
  medianOfOthers(ownerKey: string): number {
    let median = this.#medians.get(ownerKey);
    if (median === undefined) {
      median = medianWithout(this.sorted, this.#places.get(ownerKey) ?? []);
      this.#medians.set(ownerKey, median);
    }
    return median;
  }

  /** Where each owner set stands in `sorted`. */
  get #places(): ReadonlyMap<string, number[]> {
    if (this.#owners === null) {
      const owners = new Map<string, number[]>();
      for (const [i, { ownerKey }] of this.sorted.entries()) {
        const own = owners.get(ownerKey);
        if (own === undefined) owners.set(ownerKey, [i]);
        else own.push(i);
      }
      this.#owners = owners;
    }
    return this.#owners;
  }
}

function byPrice(a: Quote, b: Quote): number {
  return a.price - b.price;
}

/** Of three owner sets next to a price two at least are not the one that asks. */
const ENOUGH = 3;

/** The owner sets nearest to each price, upwards and downwards. */
class CloseOwners {
  readonly #quotes: readonly Quote[];
  readonly #upwards: (readonly Quote[])[];
  readonly #downwards: (readonly Quote[])[];

  constructor(quotes: readonly Quote[]) {
    this.#quotes = quotes;
    this.#downwards = nearest(quotes);
    this.#upwards = nearest([...quotes].reverse()).reverse();
  }

  /** How many of the nearest owner sets besides this one are close: each by its nearest price, as those behind it are farther. */
  besides(ownerKey: string, price: number, isClose: (other: number) => boolean): number {
    const at = placeOf(this.#quotes, price);
    const near = new Set<string>();
    for (const side of [this.#downwards[at - 1] ?? [], this.#upwards[at] ?? []]) {
      for (const quote of side) if (quote.ownerKey !== ownerKey && isClose(quote.price)) near.add(quote.ownerKey);
    }
    return near.size;
  }
}

/** For each quote the owner sets met last up to it, itself first, each with the quote met. */
function nearest(quotes: readonly Quote[]): (readonly Quote[])[] {
  let met: readonly Quote[] = [];
  return quotes.map((quote) => {
    met = [quote, ...met.filter((other) => other.ownerKey !== quote.ownerKey).slice(0, ENOUGH - 1)];
    return met;
  });
}

/** Where a price stands, or would stand, among sorted ones: the first that is not lower. */
export function placeOf(quotes: readonly { price: number }[], price: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.price ?? 0) < price) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Median of sorted prices but for those at the places given (in order); NaN of none. */
export function medianWithout(sorted: readonly { price: number }[], places: readonly number[]): number {
  const count = sorted.length - places.length;
  const upper = priceAt(sorted, places, count >> 1);
  return count % 2 === 1 ? upper : (priceAt(sorted, places, (count >> 1) - 1) + upper) / 2;
}

function priceAt(sorted: readonly { price: number }[], places: readonly number[], nth: number): number {
  let at = nth;
  for (const place of places) {
    if (place > at) break;
    at += 1;
  }
  return sorted[at]?.price ?? Number.NaN;
}
