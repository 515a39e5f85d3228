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

/** Where a row's day stands among the days of its class with a price. */
interface Place {
  days: readonly Day[];
  /** The row's day, or the first day after. */
  at: number;
  number: number;
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
    return othersOn(rowsOfDay(this.#place(row)), row);
  }

  /** What the row's price should be near, or null where nothing tells. */
  reference(row: FiledRow): Reference | null {
    const place = this.#place(row);
    const day = rowsOfDay(place);
    const others = othersOn(day, row);
    if (others.length > 0) {
      const filers = new Set(others.map((other) => other.filing.ownerKey)).size;
      return { price: medianPrice(others), basis: filers > 1 ? "several" : "one", rows: others };
    }
    const own = day.filter((other) => other !== row);
    const [before, after] = [
      neighbour(place, place.at - 1),
      neighbour(place, day.length > 0 ? place.at + 1 : place.at),
    ];
    // One side alone can be the other side of a split.
    if ((before.length === 0 || after.length === 0) && own.length < 2) return null;
    const near = [...own, ...before, ...after];
    const prices = near.map((other) => other.price ?? 0);
    if (Math.max(...prices) > AGREEING * Math.min(...prices)) return null;
    return { price: medianPrice(near), basis: "around", rows: near };
  }

  #place(row: FiledRow): Place {
    const days = this.#classes.get(keyOf(row)) ?? [];
    const number = dayNumber(row.tradeDate ?? "1970-01-01");
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.number ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return { days, at: low, number };
  }
}

function rowsOfDay({ days, at, number }: Place): readonly FiledRow[] {
  const day = days[at];
  return day !== undefined && day.number === number ? day.rows : [];
}

function othersOn(day: readonly FiledRow[], row: FiledRow): FiledRow[] {
  return day.filter((other) => other.filing.ownerKey !== row.filing.ownerKey);
}

/** The rows of a day beside the place, if it lies within the window. */
function neighbour({ days, number }: Place, at: number): readonly FiledRow[] {
  const day = days[at];
  return day !== undefined && Math.abs(day.number - number) <= AROUND_DAYS ? day.rows : [];
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
  return `${row.filing.issuerCik} ${row.classKey}`;
}

function medianPrice(rows: readonly FiledRow[]): number {
  const prices = rows.map((row) => row.price ?? 0).sort((a, b) => a - b);
  const middle = prices.length >> 1;
  const upper = prices[middle] ?? 0;
  return prices.length % 2 === 1 ? upper : ((prices[middle - 1] ?? upper) + upper) / 2;
}
