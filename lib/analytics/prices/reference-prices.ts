import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { medianWithout, PricedDay, placeOf } from "./priced-day";

/** What others paid or got for a class around a day. */
export interface Reference {
  /** Median price, dollars a share. */
  price: number;
  /** How sure: `several`: two or more other filers that day; `one`: one; `around`: rows within 30 days on both sides. */
  basis: "several" | "one" | "around";
  /** The rows compared with: listed only when asked, as most prices agree. */
  rows: () => readonly FiledRow[];
}

/** Codes whose price is a market price. */
export const MARKET_CODES: ReadonlySet<string> = new Set(["P", "S", "F"]);

const AROUND_DAYS = 30;
/** Prices around a day must agree this closely to stand for it. */
const AGREEING = 1.5;
/** So near a price agrees with another. */
const CLOSE = 0.15;

/** Whether a price lies within 15 % of another. */
export function isClose(price: number, other: number): boolean {
  return Math.abs(price - other) <= CLOSE * other;
}

/** Market prices of Table I by issuer and class, looked up by day. */
export class ReferencePrices {
  readonly #issuers = new Map<string, Map<string, Map<number, PricedDay>>>();

  constructor(rows: readonly FiledRow[]) {
    for (const row of rows) if (row.tradeDay !== null && hasMarketPrice(row)) this.#add(row, row.tradeDay);
    for (const classes of this.#issuers.values()) for (const days of classes.values()) linkDays(days);
  }

  /**
   * What the row's price should be near; null where nothing tells, or where two other filers' prices of the day are near and
   * vindicate it. Of rows that the prices were made of.
   */
  reference(row: FiledRow, price: number): Reference | null {
    const day = this.#dayOf(row);
    if (day === undefined) return null;
    const { ownerKey } = row.filing;
    const others = day.othersThan(ownerKey);
    if (others === 0) return around(day, price, row);
    if (others > 1 && day.hasTwoClose(ownerKey, price, (other) => isClose(price, other))) return null;
    return {
      price: day.medianOfOthers(ownerKey),
      basis: others > 1 ? "several" : "one",
      rows: () => day.rows.filter((other) => other.filing.ownerKey !== ownerKey),
    };
  }

  #dayOf(row: FiledRow): PricedDay | undefined {
    return this.#issuers
      .get(row.filing.issuerCik)
      ?.get(row.classKey)
      ?.get(row.tradeDay ?? Number.NaN);
  }

  #add(row: FiledRow, day: number): void {
    const { issuerCik } = row.filing;
    const classes = this.#issuers.get(issuerCik) ?? new Map<string, Map<number, PricedDay>>();
    if (classes.size === 0) this.#issuers.set(issuerCik, classes);
    const days = classes.get(row.classKey) ?? new Map<number, PricedDay>();
    if (days.size === 0) classes.set(row.classKey, days);
    let priced = days.get(day);
    if (priced === undefined) {
      priced = new PricedDay(day);
      days.set(day, priced);
    }
    priced.rows.push(row);
  }
}

/** Each day with the days beside it, where they lie within the window. */
function linkDays(days: ReadonlyMap<number, PricedDay>): void {
  let before: PricedDay | null = null;
  for (const day of [...days.values()].sort((a, b) => a.day - b.day)) {
    if (before !== null && day.day - before.day <= AROUND_DAYS) {
      day.before = before;
      before.after = day;
    }
    before = day;
  }
}

/** Rows of the filer's own on the day and of the days beside it, where they agree. One side alone can be the other side of a split. */
function around(day: PricedDay, price: number, row: FiledRow): Reference | null {
  const isLone = day.before === null || day.after === null;
  if (isLone && day.rows.length - 1 < 2) return null;
  const sorted = day.sortedAround;
  const own = placeOf(sorted, price);
  const lowest = sorted[own === 0 ? 1 : 0]?.price ?? 0;
  const highest = sorted[sorted.length - (own === sorted.length - 1 ? 2 : 1)]?.price ?? 0;
  if (highest > AGREEING * lowest) return null;
  return {
    price: medianWithout(sorted, [own]),
    basis: "around",
    rows: () => [...day.rows.filter((other) => other !== row), ...(day.before?.rows ?? []), ...(day.after?.rows ?? [])],
  };
}

/** Whether a row's price can stand for the day's market: Table I, dated, priced, of a code that trades. */
export function hasMarketPrice(row: FiledRow): boolean {
  return (
    row.table === "I" &&
    row.kind === "transaction" &&
    row.tradeDay !== null &&
    row.price !== null &&
    row.price > 0 &&
    MARKET_CODES.has(row.code ?? "")
  );
}
