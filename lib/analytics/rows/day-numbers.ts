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
