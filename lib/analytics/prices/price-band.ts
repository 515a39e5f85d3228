import { type PriceRange, readPriceRanges } from "@/lib/analytics/footnotes/price-ranges";
import { readOnce } from "@/lib/analytics/footnotes/read-once";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";

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
  if (row.noteIds.length === 0) return null;
  for (const footnoteId of row.footnoteIds.transactionPricePerShare ?? []) {
    const range = rangeFor(row, footnoteId, readNote(row.filing.footnotes.get(footnoteId) ?? ""));
    if (range === null) continue;
    const problem = problemOf(row.price, range, priceText);
    const { low, high, words } = range;
    const band: PriceBand = { low, high, words, footnoteId, reported: row.price };
    if (problem !== null) band.problem = problem;
    return band;
  }
  return null;
}

/** The ranges of one note, by what can tell a row's own from the others. */
interface NoteRanges {
  ranges: readonly PriceRange[];
  byDate: ReadonlyMap<string, { only: PriceRange | null; together: PriceRange }>;
  together: PriceRange | null;
  isRespective: boolean;
}

const readNote = readOnce((text): NoteRanges => {
  const ranges = readPriceRanges(text);
  const dated = groupBy(
    ranges.filter((range) => range.date !== null),
    (range) => range.date ?? "",
  );
  return {
    ranges,
    byDate: new Map(
      [...dated].map(([date, of]) => [
        date,
        { only: of.length === 1 ? (of[0] ?? null) : null, together: spanning(text, of) },
      ]),
    ),
    together: ranges.length === 0 ? null : spanning(text, ranges),
    isRespective: /\brespectively\b/i.test(text),
  };
});

/** All of several ranges as one, in the note's words from the first to the last. */
function spanning(note: string, ranges: readonly PriceRange[]): PriceRange {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const range of ranges) {
    low = Math.min(low, range.low);
    high = Math.max(high, range.high);
  }
  const start = note.indexOf(ranges[0]?.words ?? "");
  const last = ranges.at(-1)?.words ?? "";
  return { low, high, words: note.slice(start, note.lastIndexOf(last) + last.length), date: null };
}

/** Of several ranges in one note the row's own: by its date, by its place (“respectively”), else all of them together. */
function rangeFor(row: FiledRow, footnoteId: string, note: NoteRanges): PriceRange | null {
  const { ranges, byDate, isRespective } = note;
  if (ranges.length < 2) return ranges[0] ?? null;
  const dated = row.tradeDate === null ? undefined : byDate.get(row.tradeDate);
  if (dated?.only) return dated.only;
  if (isRespective) {
    const sharing = rowsByPriceNote(row.filing).get(footnoteId);
    if (sharing?.size === ranges.length) return ranges[sharing.get(row) ?? -1] ?? null;
  }
  return dated?.together ?? note.together;
}

const BY_NOTE = new WeakMap<FilingFacts, ReadonlyMap<string, ReadonlyMap<FiledRow, number>>>();

/** The rows whose price a note hangs on, each with its place among them; read once a filing. */
function rowsByPriceNote(filing: FilingFacts): ReadonlyMap<string, ReadonlyMap<FiledRow, number>> {
  const known = BY_NOTE.get(filing);
  if (known !== undefined) return known;
  const byNote = new Map<string, Map<FiledRow, number>>();
  for (const row of filing.rows) {
    for (const id of new Set(row.footnoteIds.transactionPricePerShare)) {
      const sharing = byNote.get(id) ?? new Map<FiledRow, number>();
      byNote.set(id, sharing.set(row, sharing.size));
    }
  }
  BY_NOTE.set(filing, byNote);
  return byNote;
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
