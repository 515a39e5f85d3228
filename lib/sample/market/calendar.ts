import { allForYear } from "@18f/us-federal-holidays";
import { newYorkInstant } from "@/lib/ownership/known-at";

/** Days are whole numbers since 1970-01-01; the calendar reaches from 2001 to 2027. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

export function dayOf(iso: string): Day {
  return Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;
}

const isoByDay = new Map<Day, string>();

/** `YYYY-MM-DD` of a day. */
export function isoOf(day: Day): string {
  const known = isoByDay.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  isoByDay.set(day, iso);
  return iso;
}

/** The first day of electronic ownership filing in XML. */
export const MARKET_START = dayOf("2003-07-01");
/** Where every sample market ends: fixed, so that a seed means the same market on every day. */
export const MARKET_END = dayOf("2026-06-30");
/** Rule 10b5-1 as amended: the checkbox is asked from here on. */
export const CHECKBOX_START = dayOf("2023-04-01");
/** Plans adopted from here on have a minimum waiting period. */
export const WAITING_RULE_START = dayOf("2023-02-27");
/** Directors and officers of foreign private issuers file from here on. */
export const FOREIGN_START = dayOf("2026-03-18");

const FIRST = dayOf("2001-01-01");
const LAST = dayOf("2027-12-31");

/**
 * Days on which EDGAR was, or may have been, closed beside the federal holidays (mourning, storms, Christmas Eve, the first
 * Juneteenth, inauguration days). Sources differ about some of them, so nothing is traded or filed near them.
 */
const DISPUTED = [
  "2004-06-11",
  "2007-01-02",
  "2010-02-08",
  "2010-02-09",
  "2010-02-10",
  "2010-02-11",
  "2012-10-29",
  "2012-10-30",
  "2014-12-26",
  "2016-01-25",
  "2016-01-26",
  "2018-12-05",
  "2020-12-24",
  "2021-06-18",
  "2025-01-09",
  ...[2005, 2009, 2013, 2017, 2021, 2025].flatMap((year) => [`${year}-01-20`, `${year}-01-21`]),
  ...Array.from({ length: 24 }, (_, i) => 2003 + i).flatMap((year) => [
    `${year}-12-24`,
    `${year}-12-26`,
    `${year}-12-31`,
  ]),
].map(dayOf);

const disputed = new Set(DISPUTED);
const businessDay = new Uint8Array(LAST - FIRST + 1);
/** Business days from the calendar's start up to and including each day. */
const businessCount = new Int32Array(LAST - FIRST + 1);
fillCalendar();

function fillCalendar(): void {
  const holidays = new Set<Day>();
  for (let year = 2001; year <= 2028; year++) {
    for (const holiday of allForYear(year)) holidays.add(dayOf(holiday.dateString));
  }
  let count = 0;
  for (let day = FIRST; day <= LAST; day++) {
    const open = weekday(day) !== 0 && weekday(day) !== 6 && !holidays.has(day);
    if (open) count += 1;
    businessDay[day - FIRST] = open ? 1 : 0;
    businessCount[day - FIRST] = count;
  }
}

/** 0 = Sunday. */
function weekday(day: Day): number {
  return (day + 4) % 7;
}

export function isBusinessDay(day: Day): boolean {
  return businessDay[day - FIRST] === 1;
}

/** Business days after `from` up to and including `to`. */
export function businessDaysBetween(from: Day, to: Day): number {
  return (businessCount[to - FIRST] ?? 0) - (businessCount[from - FIRST] ?? 0);
}

export function addBusinessDays(day: Day, n: number): Day {
  let at = day;
  for (let left = n; left > 0; ) {
    at += 1;
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}

/** Whether no day from `from` to `to` is one that calendars disagree about. */
export function isUndisputed(from: Day, to: Day): boolean {
  for (let day = from; day <= to; day++) if (disputed.has(day)) return false;
  return true;
}

/** A business day with an undisputed week ahead: a filing two business days later is on time by anyone's count. */
export function isTradingDay(day: Day): boolean {
  return isBusinessDay(day) && isUndisputed(day, day + 7);
}

const noonByDay = new Map<Day, number>();

/** The UTC instant of a New York wall-clock time, `minutes` after midnight, from 04:00 on (offsets change at 02:00). */
export function instantOf(day: Day, minutes: number, seconds: number): string {
  let noon = noonByDay.get(day);
  if (noon === undefined) {
    noon = Date.parse(newYorkInstant(isoOf(day), 12));
    noonByDay.set(day, noon);
  }
  return new Date(noon + (minutes - 720) * 60_000 + seconds * 1000).toISOString();
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `{ year, month (1–12), date, monthName }` of a day. */
export function dateParts(day: Day): { year: number; month: number; date: number; monthName: string } {
  const [year = 0, month = 1, date = 1] = isoOf(day).split("-").map(Number);
  return { year, month, date, monthName: MONTHS[month - 1] ?? "" };
}
