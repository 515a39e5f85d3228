const DAY = 86_400_000;

/**
 * A calendar date `YYYY-MM-DD` as a whole number of days since 1970-01-01: cheap to compare and to subtract, free of time zones.
 * Counts years from March, so that the leap day ends a year.
 */
export function dayNumber(date: string): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 2);
  const day = digits(date, 8, 2);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Digits of a fixed place in a date, without a substring: these run for every row of an issuer. */
function digits(text: string, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** The year of a calendar date. */
export function yearOf(date: string): number {
  return digits(date, 0, 4);
}

/** The month of a calendar date, 1 to 12. */
export function monthOf(date: string): number {
  return digits(date, 5, 2);
}

// The days of a century, each spelled once.
const SPELLED = new Map<number, string>();
const SPELLED_MOST = 40_000;

/** The calendar date of a day number. */
export function dateOfDay(day: number): string {
  const known = SPELLED.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  if (SPELLED.size >= SPELLED_MOST) SPELLED.clear();
  SPELLED.set(day, date);
  return date;
}

/** Calendar days from `from` to `to`. */
export function differenceOfDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** A calendar date so many months later (negative: earlier), on the month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const month = digits(date, 0, 4) * 12 + digits(date, 5, 2) - 1 + months;
  const first = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((((month % 12) + 12) % 12) + 1).padStart(2, "0")}`;
  const next = month + 1;
  const lastDay = new Date(Date.UTC(Math.floor(next / 12), ((next % 12) + 12) % 12, 0)).getUTCDate();
  return `${first}-${String(Math.min(digits(date, 8, 2), lastDay)).padStart(2, "0")}`;
}

/** A calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}
