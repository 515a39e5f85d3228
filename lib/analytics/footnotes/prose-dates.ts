import { isCalendarDate } from "@/lib/ownership/calendar-dates";

/** A date as prose spells it. `date` is `2018-05-17` (day) or `2018-05` (month); `text.slice(start, end)` is its spelling. */
export interface ProseDate {
  start: number;
  end: number;
  date: string;
  precision: "day" | "month";
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary|\\.)?|feb(?:r?uary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sep(?:t(?:ember)?)?\\.?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "((?:19|20)\\d\\d)";
const DATE = new RegExp(
  [
    // May 17, 2018; May 17th 2018; also "May 17" of "May 17 and June 3, 2018": the year is taken from the next date.
    `\\b(${MONTH})\\s{1,3}${DAY}(?:\\s{0,2},?\\s{0,3}${YEAR}(?!\\d)|(?=\\s{0,2}(?:,|and|&)\\s{0,2}(?:and\\s)?(?:on\\s)?(?:${MONTH}\\s)?\\d))`,
    // 17 May 2018; 17th of May, 2018
    `(?<![\\d/])${DAY}\\s{0,2}[- ](?:of\\s)?(${MONTH})[\\s,-]{1,3}${YEAR}(?!\\d)`,
    // 2018-05-17; 2018/5/17
    `(?<!\\d)${YEAR}([-/])(\\d{1,2})\\8(\\d{1,2})(?!\\d)`,
    // 5/17/2018; 05-17-18; 5.17.2018
    "(?<![\\d./-])(\\d{1,2})([-/.])(\\d{1,2})\\12((?:19|20)?\\d\\d)(?![\\d/]|[-.]\\d)",
    // May 2018; May of 2018; May, 2018
    `\\b(${MONTH})(?:\\s{0,2},?\\s{1,2}|\\sof\\s)${YEAR}(?!\\d)`,
    // 05/2018
    `(?<![\\d/.-])(\\d{1,2})/${YEAR}(?![\\d/])`,
  ].join("|"),
  "gi",
);

/** Every date in a text, in order. A day that the calendar does not have is left out. Linear in the length of the text. */
export function proseDates(text: string): ProseDate[] {
  const found: ProseDate[] = [];
  const waiting: { index: number; month: string; day: string }[] = [];
  for (const match of text.matchAll(DATE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const [, month1, day1, year1] = match;
    if (month1 !== undefined && day1 !== undefined && year1 === undefined) {
      waiting.push({ index: found.length, month: month1, day: day1 });
      found.push({ ...span, date: "", precision: "day" });
      continue;
    }
    const date = dateOf(match);
    if (date === null) continue;
    for (const partial of waiting.splice(0)) {
      const before = found[partial.index];
      if (before !== undefined) before.date = dayDate(date.slice(0, 4), monthNumber(partial.month), partial.day) ?? "";
    }
    found.push({ ...span, date, precision: date.length === 10 ? "day" : "month" });
  }
  return found.filter((entry) => entry.date !== "");
}

function dateOf(match: RegExpMatchArray): string | null {
  const [, month1, day1, year1, day2, month2, year2, year3, , month3, day3, first, , second, year4] = match;
  const [month5, year5, month6, year6] = match.slice(15);
  if (month1 !== undefined) return dayDate(year1, monthNumber(month1), day1);
  if (month2 !== undefined) return dayDate(year2, monthNumber(month2), day2);
  if (year3 !== undefined) return dayDate(year3, Number(month3), day3);
  if (first !== undefined) return printedDate(Number(first), Number(second), year4 ?? "");
  if (month5 !== undefined) return `${year5}-${pad(monthNumber(month5))}`;
  const month = Number(month6);
  return month >= 1 && month <= 12 ? `${year6}-${pad(month)}` : null;
}

/** Month first, as US forms print it; day first only where the first number can't be a month. */
function printedDate(first: number, second: number, year: string): string | null {
  const full = year.length === 4 ? year : `20${year}`;
  return first > 12 ? dayDate(full, second, String(first)) : dayDate(full, first, String(second));
}

function dayDate(year: string | undefined, month: number, day: string | undefined): string | null {
  const date = `${year}-${pad(month)}-${pad(Number(day))}`;
  return isCalendarDate(date) ? date : null;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
