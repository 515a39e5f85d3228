import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { roundTo } from "@/lib/analytics/sums";
import { newYorkInstant } from "@/lib/ownership/known-at";

export const RETURN_DAYS = [1, 5, 21, 126] as const;
/** Trading days: days on which the series has a close. */
export type ReturnDays = (typeof RETURN_DAYS)[number];

/** A close of one series. Dollars a share; `YYYY-MM-DD`. */
export interface DailyClose {
  date: string;
  close: number;
}

/** Why there is no return. */
export type NoReturnReason =
  | "no prices"
  | "not known when it was public"
  | "no price when it became public"
  | "prices end before"
  | "gap in the prices"
  | "prices not adjusted for a split";

/** The return after some trading days, or why there is none: absent is never 0. */
export type Return =
  | { value: number; to: DailyClose; reason: null }
  | { value: null; to: null; reason: NoReturnReason };

export interface Returns {
  /** The close that a reader of the filing could first trade at; null where there is none. */
  from: DailyClose | null;
  after: Readonly<Record<ReturnDays, Return>>;
}

/** Neighbouring trading days are at most so many calendar days apart: a weekend and a holiday. */
export const LONGEST_PAUSE = 4;

/**
 * Returns after 1, 5, 21 and 126 trading days from the first close at which the filing was public: a filing known by 16:00 in
 * New York counts from that day's close, a later one from the next. `series` is one share class in order of dates, without
 * duplicates, adjusted for splits; across a date of `unadjusted` (`unadjustedSplits`) there is no return. Pure.
 */
export function returnsAfter(
  knownAt: string | null,
  series: readonly DailyClose[],
  unadjusted: ReadonlySet<string> = new Set(),
): Returns {
  if (series.length === 0) return none("no prices");
  if (knownAt === null) return none("not known when it was public");
  const start = firstCloseAfter(knownAt, series);
  const from = series[start];
  if (from === undefined || !isNear(knownAt, from.date)) return none("no price when it became public");
  const after = (days: ReturnDays) => returnOver({ series, unadjusted }, start, from, days);
  return { from, after: { 1: after(1), 5: after(5), 21: after(21), 126: after(126) } };
}

interface Prices {
  series: readonly DailyClose[];
  unadjusted: ReadonlySet<string>;
}

function returnOver({ series, unadjusted }: Prices, start: number, from: DailyClose, days: ReturnDays): Return {
  for (let at = start + 1; at <= start + days; at += 1) {
    const [before, day] = [series[at - 1], series[at]];
    if (before === undefined || day === undefined) return missing("prices end before");
    if (differenceOfDays(before.date, day.date) > LONGEST_PAUSE) return missing("gap in the prices");
    if (unadjusted.has(day.date)) return missing("prices not adjusted for a split");
  }
  const to = series[start + days];
  if (to === undefined) return missing("prices end before");
  return { value: roundTo(to.close / from.close - 1, 6), to, reason: null };
}

function missing(reason: NoReturnReason): Return {
  return { value: null, to: null, reason };
}

function none(reason: NoReturnReason): Returns {
  const absent = missing(reason);
  return { from: null, after: { 1: absent, 5: absent, 21: absent, 126: absent } };
}

/** Index of the first close at or after the instant. */
function firstCloseAfter(knownAt: string, series: readonly DailyClose[]): number {
  let low = 0;
  let high = series.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (closeOf(series[middle] as DailyClose) < knownAt) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CLOSING_HOUR = 16;

function closeOf({ date }: DailyClose): string {
  return newYorkInstant(date, CLOSING_HOUR);
}

/** Whether no trading day can lie between the filing and the close: its own day, or a pause of a weekend and a holiday. */
function isNear(knownAt: string, date: string): boolean {
  return differenceOfDays(knownAt.slice(0, 10), date) <= LONGEST_PAUSE;
}
