import { dayNumber } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";

/** What others paid or got for a class around a day. */
export interface Reference {
  /** Median price, dollars a share. */
  price: number;
  /** How sure: `several`: two or more other filers that day; `one`: one; `around`: rows within 30 days on both sides. */
  basis: "several" | "one" | "around";
  rows: readonly FiledRow[];
}

/** Codes whose price is a market price. */
export const MARKET_CODES: ReadonlySet<string> = new Set(["P", "S", "F"]);

const AROUND_DAYS = 30;
/** Prices around a day must agree this closely to stand for it. */
const AGREEING = 1.5;

interface Day {
  number: number;
  rows: FiledRow[];
}

/** Market prices of Table I by issuer and class, looked up by day. */
export class ReferencePrices {
  readonly #classes = new Map<string, Day[]>();

  constructor(rows: readonly FiledRow[]) {
    const priced = rows.filter(hasMarketPrice);
    for (const [key, of] of groupBy(priced, keyOf)) {
      const days = [...groupBy(of, (row) => row.tradeDate ?? "")].map(([date, on]) => ({
        number: dayNumber(date),
        rows: on,
      }));
      this.#classes.set(
        key,
        days.sort((a, b) => a.number - b.number),
      );
    }
  }

  /** Prices of other filers on the row's day. */
  sameDay(row: FiledRow): FiledRow[] {
    return this.#day(row).filter((other) => other.filing.ownerKey !== row.filing.ownerKey);
  }

  /** What the row's price should be near, or null where nothing tells. */
  reference(row: FiledRow): Reference | null {
    const others = this.sameDay(row);
    if (others.length > 0) {
      const filers = new Set(others.map((other) => other.filing.ownerKey)).size;
      return { price: medianPrice(others), basis: filers > 1 ? "several" : "one", rows: others };
    }
    const own = this.#day(row).filter((other) => other !== row);
    const near = [...own, ...this.#neighbour(row, -1), ...this.#neighbour(row, 1)];
    const [before, after] = [this.#neighbour(row, -1).length > 0, this.#neighbour(row, 1).length > 0];
    // One side alone can be the other side of a split.
    if (!(before && after) && own.length < 2) return null;
    const prices = near.map((other) => other.price ?? 0);
    if (Math.max(...prices) > AGREEING * Math.min(...prices)) return null;
    return { price: medianPrice(near), basis: "around", rows: near };
  }

  #days(row: FiledRow): Day[] {
    return this.#classes.get(keyOf(row)) ?? [];
  }

  #at(row: FiledRow): number {
    const days = this.#days(row);
    const wanted = dayNumber(row.tradeDate ?? "1970-01-01");
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.number ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #day(row: FiledRow): FiledRow[] {
    const day = this.#days(row)[this.#at(row)];
    return day !== undefined && day.number === dayNumber(row.tradeDate ?? "1970-01-01") ? day.rows : [];
  }

  /** The nearest day before (−1) or after (+1) with a price, within the window. */
  #neighbour(row: FiledRow, side: -1 | 1): FiledRow[] {
    const at = this.#at(row);
    const here = this.#day(row).length > 0;
    const day = this.#days(row)[side === -1 ? at - 1 : here ? at + 1 : at];
    if (day === undefined) return [];
    return Math.abs(day.number - dayNumber(row.tradeDate ?? "1970-01-01")) <= AROUND_DAYS ? day.rows : [];
  }
}

export function hasMarketPrice(row: FiledRow): boolean {
  return (
    row.table === "I" &&
    row.kind === "transaction" &&
    row.tradeDate !== null &&
    row.price !== null &&
    row.price > 0 &&
    MARKET_CODES.has(row.code ?? "")
  );
}

function keyOf(row: FiledRow): string {
  return JSON.stringify([row.filing.issuerCik, row.classKey]);
}

function medianPrice(rows: readonly FiledRow[]): number {
  const prices = rows.map((row) => row.price ?? 0).sort((a, b) => a - b);
  const middle = prices.length >> 1;
  const upper = prices[middle] ?? 0;
  return prices.length % 2 === 1 ? upper : ((prices[middle - 1] ?? upper) + upper) / 2;
}
