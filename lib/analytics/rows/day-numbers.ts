const DAY = 86_400_000;

/** A calendar date as a whole number of days since 1970-01-01: cheap to compare and to subtract, free of time zones. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** The calendar date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`. */
export function differenceOfDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** A calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}
