import { TZDate } from "@date-fns/tz";
import { format, parse, parseISO } from "date-fns";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { NEW_YORK } from "@/lib/ownership/known-at";
import { UNKNOWN } from "./unknown";

/** A calendar date `YYYY-MM-DD`: `10 Dec 2018`. A text that is no date is shown as it is. */
export function formatDate(date: string | null | undefined): string {
  if (date === null || date === undefined) return UNKNOWN;
  return isCalendarDate(date) ? format(parseISO(date), "d MMM yyyy") : date;
}

/** A calendar date without its year, for axis ticks: `10 Dec`. */
export function formatDayOfYear(date: string): string {
  return isCalendarDate(date) ? format(parseISO(date), "d MMM") : date;
}

/** A month `YYYY-MM`: `Dec 2018`. */
export function formatMonth(month: string | null | undefined): string {
  if (month === null || month === undefined) return UNKNOWN;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? format(parse(month, "yyyy-MM", new Date(0)), "MMM yyyy") : month;
}

/** From one calendar date to another: `10 Dec 2018`, or `17 May – 10 Dec 2018`, or with both years. */
export function formatDateSpan(from: string, to: string): string {
  if (from === to) return formatDate(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? formatDayOfYear(from) : formatDate(from)} – ${formatDate(to)}`;
}

/** An instant (UTC, ISO 8601) as New York's clock shows it: `11 Dec 2018, 17:58 ET`. */
export function formatInstant(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return UNKNOWN;
  const local = inNewYork(instant);
  return local === null ? instant : `${format(local, "d MMM yyyy, HH:mm")} ET`;
}

/** The calendar date that an instant has in New York: `2018-12-11`. */
export function newYorkDate(instant: string): string | null {
  const local = inNewYork(instant);
  return local === null ? null : format(local, "yyyy-MM-dd");
}

function inNewYork(instant: string): TZDate | null {
  const local = new TZDate(instant, NEW_YORK);
  return Number.isNaN(local.getTime()) ? null : local;
}
