import { EvidenceText } from "@/components/evidence/cited-figure";
import { formatDate } from "@/lib/format/dates";
import { formatPrice } from "@/lib/format/numbers";
import type { ScreenRow } from "@/lib/services/screener/screener-view";
import { tradingDays } from "./fall-words";

/** The return that made a row match, with its two closes. */
export function FallCell({ row }: { row: ScreenRow }) {
  if (row.fall === undefined) return null;
  const { symbol, days, value, from, to } = row.fall;
  const name = symbol === "" ? "Close" : `Close of ${symbol}`;
  const note = `${name} ${formatPrice(from.close)} on ${formatDate(from.date)}, ${formatPrice(to.close)} on ${formatDate(to.date)}.`;
  const figure = { value, note, rows: [summed(row)], rowCount: 1, leftOut: [] };
  const rule = `The close ${tradingDays(days)} after the first close on or after the trade date, over that close, less 1. Imported prices, adjusted for splits; without dividends.`;
  return (
    <EvidenceText figure={figure} label={`Price after ${tradingDays(days)}`} rule={rule} format="percent change" />
  );
}

function summed({ filingId, anchor, tradeDate, code, shares, price, value }: ScreenRow) {
  return { filingId, anchor, tradeDate, code, shares, price, value };
}
