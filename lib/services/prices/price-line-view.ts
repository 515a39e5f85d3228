import { thinPriceLine } from "@/lib/analytics/prices/price-line";
import type { DailyClose } from "@/lib/analytics/prices/returns";
import { unadjustedSplits } from "@/lib/analytics/prices/split-jumps";
import { formatDate } from "@/lib/format/dates";
import type { IssuerView } from "../views/shapes/party";
import { seriesFor } from "./filing-returns";
import type { IssuerPrices } from "./issuer-prices";

/** Closes that a drawing of a page's width can show. */
const MOST_POINTS = 400;

/**
 * The closes to draw beside an issuer's trades, from the first trade day on, with what they are in words; nothing where no
 * series is the issuer's present symbol's, or none reaches that far.
 */
export function priceLineView(
  prices: IssuerPrices | null,
  tradingSymbol: string | null,
  firstTrade: string | null,
): Pick<IssuerView, "prices" | "pricesNote"> {
  const series = prices === null ? null : seriesFor(tradingSymbol, prices.series);
  if (prices === null || series === null || firstTrade === null) return {};
  const closes = series.closes.filter(({ date }) => date >= firstTrade);
  if (closes.length === 0) return {};
  const thinned = thinPriceLine(closes, MOST_POINTS);
  const note = [
    `Daily closes${series.symbol === "" ? "" : ` of ${series.symbol}`} as imported${
      thinned.length < closes.length ? `, ${thinned.length} of ${closes.length} days: highs and lows are kept` : ""
    }.`,
    ...splitWords(prices, series.closes),
  ];
  return { prices: thinned, pricesNote: note.join(" ") };
}

/** What each split in the series does to the line: filed prices stay as filed. */
function splitWords({ splits }: IssuerPrices, closes: readonly DailyClose[]): string[] {
  const first = closes[0]?.date ?? "";
  return splits
    .filter(({ by }) => by >= first)
    .map((found) => {
      const { ratio, after, by } = found;
      const split = `A ${ratio.to}-for-${ratio.for} split took effect between ${formatDate(after)} and ${formatDate(by)}`;
      return unadjustedSplits(closes, [found]).size > 0
        ? `${split}; these closes are not adjusted for it.`
        : `${split}; these closes are taken as adjusted for it, so earlier trades stand at prices of another scale.`;
    });
}
