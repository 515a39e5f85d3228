/**
 * The time axis counts whole days since 1970 in UTC: a calendar date is one integer whatever the reader's zone.
 */
const DAY_MS = 86_400_000;

/** `2018-12-10` → 17875. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** 17875 → `2018-12-10`. */
export function dateOfDay(day: number): string {
  return new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The days that an axis spans: all dates with air on both sides; a single date stands in the middle of a quarter.
 * Null without dates.
 */
export function daySpan(days: readonly number[]): [from: number, to: number] | null {
  if (days.length === 0) return null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    if (day < from) from = day;
    if (day > to) to = day;
  }
  const air = Math.max(Math.round((to - from) * 0.03), Math.ceil((90 - (to - from)) / 2), 4);
  return [from - air, to + air];
}
