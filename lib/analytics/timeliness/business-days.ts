import { allForYear } from "@18f/us-federal-holidays";
import { dateOfDay, dayNumber } from "@/lib/analytics/rows/day-numbers";
import { EDGAR_CLOSURES } from "./edgar-closures";

const HOLIDAYS = new Map<number, ReadonlyMap<string, string>>();

/** Federal holidays observed in a year, by date. New Year's Day of the next year can fall on 31 December. */
function holidaysOf(year: number): ReadonlyMap<string, string> {
  const known = HOLIDAYS.get(year);
  if (known !== undefined) return known;
  const days = new Map<string, string>();
  for (const { name, dateString } of [...allForYear(year), ...allForYear(year + 1)]) {
    if (dateString.startsWith(`${year}-`)) days.set(dateString, name);
  }
  HOLIDAYS.set(year, days);
  return days;
}

const CLOSED = new Map<number, ReadonlySet<number>>();

/** Day numbers of a year's closed weekdays. */
function closedDays(year: number): ReadonlySet<number> {
  const known = CLOSED.get(year);
  if (known !== undefined) return known;
  const dates = [
    ...holidaysOf(year).keys(),
    ...[...EDGAR_CLOSURES.keys()].filter((date) => date.startsWith(`${year}-`)),
  ];
  const days = new Set(dates.map(dayNumber));
  CLOSED.set(year, days);
  return days;
}

/** 365.2425 days a year: exact but around New Year, where both years are asked. */
function worksOn(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  if (weekday === 0 || weekday === 6) return false;
  const year = 1970 + Math.floor(day / 365.2425);
  return !closedDays(year).has(day) && !closedDays(year + 1).has(day) && !closedDays(year - 1).has(day);
}

/** Days worked out so far, from 1970-01-01 for a century: 0 not yet, 1 open, 2 closed. */
const DAYS = new Uint8Array(36_525);

function isOpen(day: number): boolean {
  const known = DAYS[day];
  if (known === 1 || known === 2) return known === 1;
  const open = worksOn(day);
  if (day in DAYS) DAYS[day] = open ? 1 : 2;
  return open;
}

/** Why EDGAR takes no filings on a calendar date, or null for a business day. */
export function closedBecause(date: string): string | null {
  const weekday = (((dayNumber(date) + 4) % 7) + 7) % 7;
  if (weekday === 0 || weekday === 6) return "weekend";
  return holidaysOf(Number(date.slice(0, 4))).get(date) ?? EDGAR_CLOSURES.get(date) ?? null;
}

/** Whether EDGAR is open on a calendar date: no weekend, no federal holiday, no closure of EDGAR's own. */
export function isBusinessDay(date: string): boolean {
  return closedBecause(date) === null;
}

/** The business day `count` business days after a date, which need not be one itself; `count` ≥ 0. */
export function addBusinessDays(date: string, count: number): string {
  let day = dayNumber(date);
  for (let left = count; left > 0; ) {
    day += 1;
    if (isOpen(day)) left -= 1;
  }
  return dateOfDay(day);
}

/** The date itself if it is a business day, else the next one (Exchange Act Rule 0-3(a)). */
export function businessDayOnOrAfter(date: string): string {
  return isBusinessDay(date) ? date : addBusinessDays(date, 1);
}

/**
 * Business days after `from` up to and including `to`: 0 on the same day, 1 on the next business day. Negative when `to`
 * is earlier.
 */
export function businessDaysAfter(from: string, to: string): number {
  if (to < from) return -businessDaysAfter(to, from);
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last - first > SHORT && first >= 0 && last < DAYS.length) return openUpTo(last) - openUpTo(first);
  let count = 0;
  for (let day = first + 1; day <= last; day += 1) if (isOpen(day)) count += 1;
  return count;
}

/** So few days are counted one by one. */
const SHORT = 30;
let counted: Int32Array | null = null;

/** Business days from 1970-01-01 up to a day of the century, itself included. */
function openUpTo(day: number): number {
  if (counted === null) {
    counted = new Int32Array(DAYS.length);
    let open = 0;
    for (let at = 0; at < counted.length; at += 1) {
      if (isOpen(at)) open += 1;
      counted[at] = open;
    }
  }
  return counted[day] ?? 0;
}
