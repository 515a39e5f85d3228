import { RETURN_DAYS, returnsAfter } from "@/lib/analytics/prices/returns";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { readTickers } from "@/lib/ownership/tickers";
import type { PriceSeries } from "@/lib/store/prices/read-prices";
import type { ReturnsView } from "../views/shapes/prices";
import type { IssuerPrices } from "./issuer-prices";

/** Returns after a filing became public; null where none of the issuer's series is the filing's class. */
export function filingReturns(
  prices: IssuerPrices,
  filing: Pick<FilingFacts, "tradingSymbol" | "knownAt" | "knownAtBasis">,
): ReturnsView | null {
  const series = seriesFor(filing.tradingSymbol, prices.series);
  if (series === null) return null;
  const { from, after } = returnsAfter(filing.knownAt, series.closes, prices.unadjusted.get(series));
  return {
    symbol: series.symbol,
    from,
    isEstimated: filing.knownAtBasis === "signature-date",
    after: RETURN_DAYS.map((days) => ({ days, ...after[days] })),
  };
}

/** The first of the form's own symbols that has prices; else the only series there is. Several classes are never mixed. */
export function seriesFor(tradingSymbol: string | null, series: readonly PriceSeries[]): PriceSeries | null {
  for (const symbol of readTickers(tradingSymbol).symbols) {
    const own = series.find((one) => one.symbol === symbol);
    if (own !== undefined) return own;
  }
  return series.length === 1 ? (series[0] ?? null) : null;
}
