import { type Returns, returnsAfter } from "@/lib/analytics/prices/returns";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { readTickers } from "@/lib/ownership/tickers";
import type { Store } from "@/lib/store/client";
import { type PriceSeries, readPrices } from "@/lib/store/prices/read-prices";

/** Returns after a filing became public, with the symbol of the prices; null where no price of the issuer was imported. */
export interface FilingReturns extends Returns {
  /** Empty where the prices were imported by CIK alone. */
  symbol: string;
}

export async function filingReturns(
  store: Store,
  filing: Pick<FilingFacts, "issuerCik" | "tradingSymbol" | "knownAt">,
): Promise<FilingReturns | null> {
  const series = seriesFor(filing.tradingSymbol, await readPrices(store.db, filing.issuerCik));
  if (series === null) return null;
  return { symbol: series.symbol, ...returnsAfter(filing.knownAt, series.closes) };
}

/** The first of the form's own symbols that has prices; else the only series there is. Several classes are never mixed. */
export function seriesFor(tradingSymbol: string | null, series: readonly PriceSeries[]): PriceSeries | null {
  for (const symbol of readTickers(tradingSymbol).symbols) {
    const own = series.find((one) => one.symbol === symbol);
    if (own !== undefined) return own;
  }
  return series.length === 1 ? (series[0] ?? null) : null;
}
