import { type PriceRange, readPriceRanges } from "@/lib/analytics/footnotes/price-ranges";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";

/** What makes a band doubtful. `range-wider-than-dollar`: the SEC staff allows one line for trades within a dollar. */
export type PriceBandProblem = "price-outside-range" | "range-wider-than-dollar";

/** The prices between which a row's trades were made, as its own footnote says. Dollars a share, as filed. */
export interface PriceBand {
  low: number;
  high: number;
  /** Exactly as filed. */
  words: string;
  footnoteId: string;
  /** The price on the row; null where it stands in the footnote only. */
  reported: number | null;
  problem?: PriceBandProblem;
}

/**
 * The price band of a row (domain §7): from the footnotes on its price field only. null: they give no range.
 * `priceText` is the price as filed, whose last digit tells its rounding; without it the shortest spelling of the number does.
 */
export function priceBand(row: FiledRow, priceText?: string): PriceBand | null {
  for (const footnoteId of row.footnoteIds.transactionPricePerShare ?? []) {
    const range = rangeFor(row, footnoteId, readPriceRanges(row.filing.footnotes.get(footnoteId) ?? ""));
    if (range === null) continue;
    const problem = problemOf(row.price, range, priceText);
    const { low, high, words } = range;
    return { low, high, words, footnoteId, reported: row.price, ...(problem === null ? {} : { problem }) };
  }
  return null;
}

/** Of several ranges in one note the row's own: by its date, by its place (“respectively”), else all of them together. */
function rangeFor(row: FiledRow, footnoteId: string, ranges: readonly PriceRange[]): PriceRange | null {
  const [first] = ranges;
  if (first === undefined || ranges.length === 1) return first ?? null;
  const dated = ranges.filter((range) => range.date !== null && range.date === row.tradeDate);
  if (dated.length === 1) return dated[0] ?? null;
  if (/\brespectively\b/i.test(row.filing.footnotes.get(footnoteId) ?? "")) {
    const sharing = row.filing.rows.filter((other) => other.footnoteIds.transactionPricePerShare?.includes(footnoteId));
    if (sharing.length === ranges.length) return ranges[sharing.indexOf(row)] ?? null;
  }
  const together = dated.length > 1 ? dated : ranges;
  return {
    low: Math.min(...together.map((range) => range.low)),
    high: Math.max(...together.map((range) => range.high)),
    words: wordsAcross(row.filing.footnotes.get(footnoteId) ?? "", together),
    date: null,
  };
}

/** The note's words from the first range to the last. */
function wordsAcross(note: string, ranges: readonly PriceRange[]): string {
  const start = note.indexOf(ranges[0]?.words ?? "");
  const last = ranges.at(-1)?.words ?? "";
  return note.slice(start, note.lastIndexOf(last) + last.length);
}

function problemOf(price: number | null, range: PriceRange, priceText: string | undefined): PriceBandProblem | null {
  const slack = 1e-9;
  if (price !== null && price !== 0) {
    const rounding = 0.5 * 10 ** -decimalsOf(priceText ?? String(price)) + slack;
    if (price < range.low - rounding || price > range.high + rounding) return "price-outside-range";
  }
  return range.high - range.low > 1 + slack ? "range-wider-than-dollar" : null;
}

/** Digits after the point: `77.585` has 3, so its rounding is half a thousandth. */
function decimalsOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
