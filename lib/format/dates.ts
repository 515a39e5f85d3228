import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { UNKNOWN } from "./unknown";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar date `YYYY-MM-DD`: `10 Dec 2018`. A text that is no date is shown as it is. */
export function formatDate(date: string | null | undefined): string {
  if (date === null || date === undefined) return UNKNOWN;
  return isCalendarDate(date) ? `${dayAndMonth(date)} ${date.slice(0, 4)}` : date;
}

/** A calendar date without its year, for axis ticks: `10 Dec`. */
export function formatDayOfYear(date: string): string {
  return isCalendarDate(date) ? dayAndMonth(date) : date;
}

/** A month `YYYY-MM`: `Dec 2018`. */
export function formatMonth(month: string | null | undefined): string {
  if (month === null || month === undefined) return UNKNOWN;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? `${monthName(month)} ${month.slice(0, 4)}` : month;
}

function dayAndMonth(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(date)}`;
}

function monthName(date: string): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
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
  return local === null ? instant : `${formatDate(local.date)}, ${local.time} ET`;
}

/** The calendar date that an instant has in New York: `2018-12-11`. */
export function newYorkDate(instant: string): string | null {
  return inNewYork(instant)?.date ?? null;
}

/** The runtime's own zone data: a library for it would be a tenth of what a page loads. */
const newYork = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

function inNewYork(instant: string): { date: string; time: string } | null {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return null;
  const parts = new Map(newYork.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}
