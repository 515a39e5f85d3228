import { LedgerError } from "@/lib/errors";
import { type Parsed, parsed, problem } from "./parsed";

const FILED_DATE = /^(\d{4}-\d{2}-\d{2})(?:T[0-9:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * A filed date as a calendar date `YYYY-MM-DD`. A zone suffix (`2018-12-10-05:00`) is dropped: the calendar date counts.
 */
export function parseDate(text: string): Parsed<string> {
  const date = FILED_DATE.exec(text.trim())?.[1];
  if (date === undefined) return problem("date-malformed", `“${text}” is not a date of the form YYYY-MM-DD.`, text);
  if (!isCalendarDate(date)) return problem("date-not-in-calendar", `“${text}” is not a day of the calendar.`, text);
  return parsed(date);
}

/** Answers given before: filings share a few thousand dates, and a bulk load asks a hundred million times. */
const KNOWN = new Map<string, boolean>();
const KNOWN_SIZE = 20_000;

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isCalendarDate(date: string): boolean {
  let known = KNOWN.get(date);
  if (known === undefined) {
    known = /^\d{4}-\d{2}-\d{2}$/.test(date) && staysItself(date);
    if (KNOWN.size >= KNOWN_SIZE) KNOWN.clear();
    KNOWN.set(date, known);
  }
  return known;
}

/** 30 February would come back as a day of March. The year 0000 is of the calendar that ISO 8601 extends backwards. */
function staysItself(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

/** A printed date `M/D/YYYY` as `YYYY-MM-DD`, or null when it is none. */
export function dateFromPrint(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (match === null) return null;
  const date = `${match[3]}-${(match[1] ?? "").padStart(2, "0")}-${(match[2] ?? "").padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

/**
 * Calendar days from `from` to `to` (both `YYYY-MM-DD`); negative when `to` is earlier.
 * Throws `date-not-in-calendar` when one of them is no date: a count of days is never NaN.
 */
export function daysBetween(from: string, to: string): number {
  // Midnights in UTC are whole days apart in every zone and every year.
  return (midnight(to) - midnight(from)) / 86_400_000;
}

function midnight(date: string): number {
  if (isCalendarDate(date)) return Date.parse(`${date}T00:00:00Z`);
  throw new LedgerError("date-not-in-calendar", `“${date}” is not a day of the calendar.`);
}
