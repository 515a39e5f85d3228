import { type NoReturnReason, returnsAfter } from "@/lib/analytics/prices/returns";
import { unadjustedSplits } from "@/lib/analytics/prices/split-jumps";
import { addDays } from "@/lib/analytics/rows/day-numbers";
import { roundTo } from "@/lib/analytics/sums";
import { newYorkInstant } from "@/lib/ownership/known-at";
import type { FallFilter } from "@/lib/search-params/transactions/fall";
import type { Store } from "@/lib/store/client";
import { type PriceSeries, type PriceSpan, readPriceSpans, readSplits } from "@/lib/store/prices/read-prices";
import { symbolsOfFilings } from "@/lib/store/transactions/read-row-parties";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";
import type { FallView } from "../screener/screener-view";
import { seriesFor } from "./filing-returns";
import { knownSeries } from "./issuer-prices";

/** Which of some rows the price fell after. */
export interface Falls {
  /** By address of the row. */
  matched: ReadonlyMap<string, FallView>;
  /** Rows of which nothing is known, by the reason. */
  unknown: ReadonlyMap<string, number>;
}

/** Closes that are read for one answer; the rows of further issuers are not told, and counted as such. */
export const MOST_CLOSES = 400_000;
/** Issuers whose prices are read in one statement. */
const STEP = 40;

const REASONS: Partial<Record<NoReturnReason, string>> = {
  "no prices": "no prices of this class of shares",
  "no price when it became public": "no price on the day of the trade",
};
const NOT_READ = "not looked at: too many issuers at once, narrow the filter";

/**
 * The rows after whose trade date the price had fallen by so much: the close so many trading days after the first close on or
 * after the date, over that close, as in returns after a filing. Closes after the day of the page (null: now) are not used.
 * Rows come newest first; `most` bounds the closes read.
 */
export async function fallsAfter(
  store: Store,
  rows: readonly SampleRow[],
  fall: FallFilter,
  { asOf, most = MOST_CLOSES }: { asOf: string | null; most?: number },
): Promise<Falls> {
  const falls = { matched: new Map<string, FallView>(), unknown: new Map<string, number>() };
  const groups = [...byIssuer(rows)];
  let read = 0;
  for (let start = 0; start < groups.length; start += STEP) {
    const step = groups.slice(start, start + STEP);
    const prices = read <= most ? await pricesOf(store, step, fall, asOf) : null;
    for (const priced of prices?.values() ?? []) for (const { closes } of priced.series) read += closes.length;
    for (const [issuerCik, of] of step) addFalls(falls, of, prices === null ? null : prices.get(issuerCik), fall);
  }
  return falls;
}

/** Adds an issuer's rows to what they are; `priced` is null where its prices were not looked at, undefined where it has none. */
function addFalls(
  { matched, unknown }: { matched: Map<string, FallView>; unknown: Map<string, number> },
  rows: readonly SampleRow[],
  priced: Priced | null | undefined,
  fall: FallFilter,
): void {
  for (const row of rows) {
    const found = priced === null ? NOT_READ : fallOf(row, priced ?? UNPRICED, fall);
    if (typeof found === "string") unknown.set(found, (unknown.get(found) ?? 0) + 1);
    else if (found.value <= -roundTo(fall.atLeast / 100, 8)) matched.set(`${row.filingId}#${row.anchor}`, found);
  }
}

function byIssuer(rows: readonly SampleRow[]): Map<string, SampleRow[]> {
  const groups = new Map<string, SampleRow[]>();
  for (const row of rows) {
    const group = groups.get(row.issuerCik);
    if (group === undefined) groups.set(row.issuerCik, [row]);
    else group.push(row);
  }
  return groups;
}

/** Prices of one issuer around its rows. */
interface Priced {
  series: readonly PriceSeries[];
  unadjusted: ReadonlyMap<PriceSeries, ReadonlySet<string>>;
  /** What each filing calls its shares, where the issuer has several classes with prices. */
  symbols: ReadonlyMap<string, string | null>;
}

const UNPRICED: Priced = { series: [], unadjusted: new Map(), symbols: new Map() };

async function pricesOf(
  store: Store,
  groups: readonly (readonly [string, readonly SampleRow[]])[],
  { days }: FallFilter,
  asOf: string | null,
): Promise<Map<string, Priced>> {
  const spans = groups.flatMap(([issuerCik, rows]) => spanOf(issuerCik, rows, days) ?? []);
  const stored = await readPriceSpans(store, spans);
  const splits = await readSplits(store.db, [...stored.keys()]);
  const several = groups.filter(([cik]) => (stored.get(cik)?.length ?? 0) > 1).flatMap(([, rows]) => rows);
  const symbols = await symbolsOfFilings(
    store.db,
    several.map(({ filingId }) => filingId),
  );
  return new Map(
    [...stored].map(([cik, all]) => {
      const series = knownSeries(all, asOf);
      const own = splits
        .filter(({ issuerCik }) => issuerCik === cik)
        .map(({ after, by, ratioTo, ratioFor }) => ({
          confirmed: true,
          after,
          by,
          ratio: { to: ratioTo, for: ratioFor },
        }));
      const unadjusted = new Map(series.map((one) => [one, unadjustedSplits(one.closes, own)] as const));
      return [cik, { series, unadjusted, symbols }] as const;
    }),
  );
}

/** Calendar days that a trading day and the next may lie apart without being a gap. */
const LONGEST_PAUSE = 4;

function spanOf(issuerCik: string, rows: readonly SampleRow[], days: number): PriceSpan | null {
  const dates = rows.flatMap((row) => row.tradeDate ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { issuerCik, from: first, to: addDays(last, (days + 1) * LONGEST_PAUSE) };
}

const CLOSING_HOUR = 16;

/** How the price moved after a row's date, or why that is not known. */
function fallOf(row: SampleRow, { series, unadjusted, symbols }: Priced, { days }: FallFilter): FallView | string {
  if (row.tradeDate === null) return "no trade date";
  const own = seriesFor(symbols.get(row.filingId) ?? null, series);
  if (own === null) return REASONS["no prices"] ?? "no prices";
  const { from, after } = returnsAfter(newYorkInstant(row.tradeDate, CLOSING_HOUR), own.closes, unadjusted.get(own));
  const { value, to, reason } = after[days];
  if (value === null || from === null) return REASONS[reason ?? "no prices"] ?? reason ?? "no prices";
  return { symbol: own.symbol, days, value, from, to };
}
