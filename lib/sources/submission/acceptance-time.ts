import { TZDate } from "@date-fns/tz";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import type { Warning } from "@/lib/ownership/document";
import { NEW_YORK, newYorkInstant } from "@/lib/ownership/known-at";

const HOUR = 3_600_000;

/** `YYYYMMDD` as `YYYY-MM-DD`, or null when it is no day of the calendar. */
export function dateFromDigits(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  return isCalendarDate(date) ? date : null;
}

/**
 * `<ACCEPTANCE-DATETIME>` (`YYYYMMDDHHMMSS`, New York wall time) as an instant in UTC, ISO 8601; null when unreadable.
 * On the two nights a year when wall time is not plain (EDGAR is closed then) the rule is: an hour that comes
 * twice is its first coming; an hour that is left out is read an hour later, as a clock not yet set would show it.
 */
export function acceptanceInstant(text: string, path: string, warnings: Warning[]): string | null {
  const [, day = "", hours = "", minutes = "", seconds = ""] = /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(text.trim()) ?? [];
  const date = dateFromDigits(day);
  if (date === null || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    const message = `The acceptance time “${text}” is not of the form YYYYMMDDHHMMSS.`;
    warnings.push({ code: "acceptance-time-malformed", message, path });
    return null;
  }
  const at = newYorkInstant(date, Number(hours), Number(minutes), Number(seconds));
  const time = Date.parse(at);
  if (wallHour(time) !== Number(hours)) {
    const message = `The acceptance time ${text} does not exist in New York (the clock went forward); read as ${at}.`;
    warnings.push({ code: "acceptance-time-left-out", message, path });
  } else if (wallHour(time + HOUR) === Number(hours)) {
    const message = `The acceptance time ${text} came twice in New York (the clock went back); read as the first, ${at}.`;
    warnings.push({ code: "acceptance-time-repeated", message, path });
  }
  return at;
}

function wallHour(time: number): number {
  return new TZDate(time, NEW_YORK).getHours();
}
