import { addDays } from "@/lib/analytics/rows/day-numbers";
import type { Store } from "@/lib/store/client";
import { type PriceSeries, pricedIssuers, readPrices } from "@/lib/store/prices/read-prices";
import { issuerLedger } from "../parties/issuer-filings";
import { filingReturns } from "../prices/filing-returns";
import { type IssuerPrices, knownSeries, pricesOf } from "../prices/issuer-prices";
import type { ScreenRow } from "./screener-view";

/**
 * The rows, purchases and sales with their returns where prices of the issuer were imported. Closes after the day of the page
 * (null: now) are not used.
 */
export async function withReturns(store: Store, rows: readonly ScreenRow[], asOf: string | null): Promise<ScreenRow[]> {
  const priced = await pricedIssuers(store.db, [...new Set(rows.map((row) => row.issuer.cik))]);
  if (priced.size === 0) return [...rows];
  const prices = new Map<string, IssuerPrices>();
  for (const cik of priced) {
    const of = rows.filter((row) => row.issuer.cik === cik && isTrade(row));
    if (of.length > 0) prices.set(cik, await pricesOfRows(store, cik, of, asOf));
  }
  return rows.map((row) => withReturn(row, prices.get(row.issuer.cik)));
}

function withReturn(row: ScreenRow, prices: IssuerPrices | undefined): ScreenRow {
  if (prices === undefined || !isTrade(row)) return row;
  const { knownAt, knownAtBasis } = row;
  const returns = filingReturns(prices, { tradingSymbol: row.issuer.symbol, knownAt, knownAtBasis });
  return returns === null ? row : { ...row, returns };
}

/** P with A or S with D of Table I, no swap: as `tradeSide` tells of a filing's row. */
function isTrade(row: ScreenRow): boolean {
  if (row.table !== "I" || row.transactionClass === "swap") return false;
  return (row.code === "P" && row.acquiredDisposed === "A") || (row.code === "S" && row.acquiredDisposed === "D");
}

/** An issuer's splits come from all its filings: they are read only where some close jumps far enough to be one. */
async function pricesOfRows(
  store: Store,
  cik: string,
  rows: readonly ScreenRow[],
  asOf: string | null,
): Promise<IssuerPrices> {
  const series = knownSeries(await readPrices(store.db, cik), asOf);
  const known = rows.flatMap((row) => row.knownAt?.slice(0, 10) ?? []).sort();
  const [first, last] = [known[0], known.at(-1)];
  const jumps =
    first !== undefined && last !== undefined && series.some((one) => hasJump(one, first, addDays(last, LONGEST_SPAN)));
  if (!jumps) return pricesOf(cik, series, { lines: [], inForce: [] });
  return pricesOf(cik, series, (await issuerLedger(store, cik, asOf)).findings);
}

/** Calendar days that 126 trading days can take, with every pause that is no gap. */
const LONGEST_SPAN = 126 * 4;
/** The least that a split does: 6-for-5 down, 1-for-2 up, each less a tenth for the day's own movement. */
const [FALL, RISE] = [0.917, 1.79];

function hasJump({ closes }: PriceSeries, from: string, to: string): boolean {
  return closes.some(({ date, close }, at) => {
    const before = closes[at - 1]?.close;
    if (before === undefined || date < from || date > to) return false;
    return close / before <= FALL || close / before >= RISE;
  });
}
