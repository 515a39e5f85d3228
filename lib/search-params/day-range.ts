import { isCalendarDate } from "@/lib/ownership/calendar-dates";

/** `?from=2016&to=2018-06`: rows traded from the first of the days to the last, both included. Null: open. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

export const WHOLE_SPAN: DayRange = { from: null, to: null };

type Given = string | readonly string[] | null | undefined;

/** The range that an address asks for; what of it is no day, and ends that are the wrong way round, are told in `unread`. */
export function readDayRange(given: { from?: Given; to?: Given }): { range: DayRange; unread: string[] } {
  const [from, to] = [readEnd(given.from, "from"), readEnd(given.to, "to")];
  const unread = [from.unread, to.unread].flat();
  if (from.day !== null && to.day !== null && from.day > to.day) {
    return { range: WHOLE_SPAN, unread: [...unread, `from=${from.day} is after to=${to.day}`] };
  }
  return { range: { from: from.day, to: to.day }, unread };
}

function readEnd(given: Given, end: "from" | "to"): { day: string | null; unread: string[] } {
  const text = [given ?? []].flat()[0]?.trim() ?? "";
  if (text === "") return { day: null, unread: [] };
  const day = wholeDay(text, end);
  return day === null ? { day: null, unread: [`${end}=${text}`] } : { day, unread: [] };
}

/** `2018` from its first day or to its last, and so for a month; null for what is no day. */
function wholeDay(text: string, end: "from" | "to"): string | null {
  if (/^\d{4}$/.test(text)) return end === "from" ? `${text}-01-01` : `${text}-12-31`;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return end === "from" ? `${text}-01` : lastOfMonth(text);
  return isCalendarDate(text) ? text : null;
}

/** `2018-02` → `2018-02-28`. */
export function lastOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** A range as an address says it, as short as it can be: a whole year as `2018`, a whole month as `2018-06`. */
export function dayRangeParams({ from, to }: DayRange): { from: string | null; to: string | null } {
  return { from: from === null ? null : shortFrom(from), to: to === null ? null : shortTo(to) };
}

function shortFrom(day: string): string {
  if (day.endsWith("-01-01")) return day.slice(0, 4);
  return day.endsWith("-01") ? day.slice(0, 7) : day;
}

function shortTo(day: string): string {
  if (day.endsWith("-12-31")) return day.slice(0, 4);
  return day === lastOfMonth(day.slice(0, 7)) ? day.slice(0, 7) : day;
}

/** Whether a trade date is inside; a row without a date is inside the whole span alone. */
export function isInRange(day: string | null, { from, to }: DayRange): boolean {
  if (from === null && to === null) return true;
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}
