import { TZDate } from "@date-fns/tz";
import { addDays } from "@/lib/analytics/rows/day-numbers";
import { LedgerError } from "@/lib/errors";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { NEW_YORK } from "@/lib/ownership/known-at";
import type { YearQuarter } from "@/lib/sources/edgar/network/addresses";

/** The first quarter of the SEC's ownership data sets. */
export const FIRST_DATASET = "2006q1";

/** `2006q1`, also written `2006Q1` or `2006-q1`. @throws LedgerError `quarter-malformed` */
export function parseQuarter(text: string): string {
  const match = /^((?:19|20)\d{2})-?q([1-4])$/i.exec(text.trim());
  if (match !== null) return `${match[1]}q${match[2]}`;
  throw new LedgerError("quarter-malformed", `“${text}” is no quarter.`, { advice: "Write it like 2006q1." });
}

/** The parts of a quarter `2006q1`. */
export function yearQuarter(quarter: string): YearQuarter {
  return { year: Number(quarter.slice(0, 4)), quarter: Number(quarter.slice(5)) };
}

/** The quarter of a day `YYYY-MM-DD`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The first day of a quarter, `YYYY-MM-DD`. */
export function firstDay(quarter: string): string {
  const { year, quarter: n } = yearQuarter(quarter);
  return `${year}-${String(n * 3 - 2).padStart(2, "0")}-01`;
}

/** The last day of a quarter, `YYYY-MM-DD`. */
export function lastDay(quarter: string): string {
  return addDays(firstDay(nextQuarter(quarter)), -1);
}

function nextQuarter(quarter: string): string {
  const { year, quarter: n } = yearQuarter(quarter);
  return n === 4 ? `${year + 1}q1` : `${year}q${n + 1}`;
}

/** The quarter before one, `2005q4` before `2006q1`. */
export function previousQuarter(quarter: string): string {
  const { year, quarter: n } = yearQuarter(quarter);
  return n === 1 ? `${year - 1}q4` : `${year}q${n - 1}`;
}

/** Both included; empty when `to` is earlier. */
export function quartersBetween(from: string, to: string): string[] {
  const quarters: string[] = [];
  for (let quarter = from; quarter <= to; quarter = nextQuarter(quarter)) quarters.push(quarter);
  return quarters;
}

/** The day in New York, where EDGAR keeps its days. */
export function newYorkDay(milliseconds: number): string {
  const at = new TZDate(milliseconds, NEW_YORK);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The day, or the first or last day of a quarter. @throws LedgerError `date-malformed` */
export function parseDayOrQuarter(text: string, end: "first" | "last"): string {
  if (isCalendarDate(text)) return text;
  if (/q/i.test(text)) return end === "first" ? firstDay(parseQuarter(text)) : lastDay(parseQuarter(text));
  throw new LedgerError("date-malformed", `“${text}” is neither a day nor a quarter.`, {
    advice: "Write it like 2024-03-01 or 2024q1.",
  });
}
