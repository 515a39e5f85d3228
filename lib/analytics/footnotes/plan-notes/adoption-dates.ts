import { type ProseDate, proseDates } from "@/lib/analytics/footnotes/prose-dates";
import { type Span, sentencesOf } from "@/lib/analytics/footnotes/sentences";
import { type DateRole, type Keyword, keywordsOf } from "./adoption-keywords";
import { planPhrases } from "./plan-phrase";

/** A date that a text ties to adopting (or to modifying) a trading plan. */
export interface PlanDate {
  /** `2018-05-17`, or `2018-05` where the text gives the month only. */
  date: string;
  precision: "day" | "month";
  /** From the tying word to the date, exactly as filed. */
  words: string;
}

export interface PlanDates {
  /** Several dates = several plans. */
  adoptionDates: PlanDate[];
  /** Amendments and modifications: they restart the waiting period and adopt nothing. */
  modifiedDates: PlanDate[];
}

const NEAR = 240;
const LIST = /^[\s)]*(?:,|and|&|,\s*and|or|and\/or)\s*(?:on\s+|in\s+)?(?:or\s+about\s+)?(?:\(\w{1,4}\)\s*)?$/i;

/**
 * The adoption dates in a footnote or remark that names Rule 10b5-1 (source: domain §4): only dates that the text ties to
 * adopting, entering into, establishing or dating the plan. A season, a bound (“prior to”) and the dates of expiry, vesting,
 * trusts, disclosure or sales are none.
 */
export function readPlanDates(text: string): PlanDates {
  const dates: PlanDates = { adoptionDates: [], modifiedDates: [] };
  if (planPhrases(text).length === 0) return dates;
  const found = proseDates(text);
  if (found.length === 0) return dates;
  let next = 0;
  for (const sentence of sentencesOf(text)) {
    const inside: ProseDate[] = [];
    for (let date = found[next]; date !== undefined && date.start < sentence.end; date = found[next]) {
      inside.push(date);
      next += 1;
    }
    if (inside.length > 0) readSentence(text, sentence, inside, dates);
  }
  return dates;
}

function readSentence(text: string, sentence: Span, dates: readonly ProseDate[], into: PlanDates): void {
  const keywords = keywordsOf(text.slice(sentence.start, sentence.end)).map((keyword) => ({
    ...keyword,
    start: keyword.start + sentence.start,
    end: keyword.end + sentence.start,
  }));
  const used = new Set<Keyword>();
  let passed = -1;
  let last: { date: ProseDate; role: DateRole; from: number } | null = null;
  for (const [index, date] of dates.entries()) {
    while ((keywords[passed + 1]?.end ?? Number.POSITIVE_INFINITY) <= date.start) passed += 1;
    const listed: boolean = last !== null && LIST.test(text.slice(last.date.end, date.start));
    const keyword: Keyword | null = listed
      ? null
      : governing(text, sentence, keywords, passed, used, date, dates[index + 1]);
    if (keyword !== null) used.add(keyword);
    const role: DateRole = roleOfDate(text, date, last, listed, keyword);
    const from: number = listed && last !== null ? last.from : (keyword?.start ?? date.start);
    add(into, text, role, from, keyword, date);
    last = { date, role, from };
  }
}

function roleOfDate(
  text: string,
  date: ProseDate,
  last: { date: ProseDate; role: DateRole; from: number } | null,
  isListed: boolean,
  keyword: Keyword | null,
): DateRole {
  if (last !== null && isAdoptedInstead(text, last, date)) return "adopted";
  return isListed && last !== null ? last.role : (keyword?.role ?? "other");
}

/** “did not adopt the plan on March 1, 2022 but on May 2, 2022”: the adoption that is denied of one day is said of the other. */
function isAdoptedInstead(text: string, last: { date: ProseDate; from: number }, date: ProseDate): boolean {
  if (!/^\s*,?\s*but\s+(?:(?:rather|instead)\s+)?(?:on|in)\s+$/i.test(text.slice(last.date.end, date.start)))
    return false;
  const denied = text.slice(Math.max(0, last.from - 12), last.from);
  return (
    /\b(?:not|n['’]t)\s+$/i.test(denied) && /^(?:adopt|enter|establish)/i.test(text.slice(last.from, last.from + 9))
  );
}

/** The keyword that says what a date is: the nearest unspent one before it, else the next one after it. */
function governing(
  text: string,
  sentence: Span,
  keywords: readonly Keyword[],
  at: number,
  used: ReadonlySet<Keyword>,
  date: ProseDate,
  next: ProseDate | undefined,
): Keyword | null {
  for (let index = at; index >= 0; index -= 1) {
    const keyword = keywords[index];
    if (keyword === undefined || date.start - keyword.end > NEAR) break;
    if (!used.has(keyword)) return keyword;
  }
  const after = keywords[at + 1];
  if (after === undefined || after.start - date.end > NEAR || after.start < date.end) return null;
  if (after.role === "other") return after;
  if (next !== undefined && belongsTo(text, keywords, at + 1, next)) return null;
  return opensClause(text.slice(Math.max(sentence.start, date.start - 40), date.start)) ||
    /^\s*(?:adoption|amendment|modification)/i.test(text.slice(date.end, date.end + 24))
    ? after
    : null;
}

/** “On June 2, 2022, under a plan entered into on March 1, 2022, …”: the verb is the second date's. */
function belongsTo(text: string, keywords: readonly Keyword[], at: number, date: ProseDate): boolean {
  const keyword = keywords[at];
  const following = keywords[at + 1];
  if (keyword === undefined || keyword.end > date.start || date.start - keyword.end > 60) return false;
  if (following !== undefined && following.end <= date.start) return false;
  return !/[,;]/.test(text.slice(keyword.end, date.start));
}

/** “On May 17, 2018, …”: the date stands before its verb. */
function opensClause(before: string): boolean {
  return /(?:^|[,;(]\s*|\band\s+|\bthat\s+|\bwhich,?\s+)(?:(?:which\s+)?(?:on|in|as\s+of)\s+)(?:or\s+about\s+)?$/i.test(
    before,
  );
}

function add(
  into: PlanDates,
  text: string,
  role: DateRole,
  from: number,
  keyword: Keyword | null,
  date: ProseDate,
): void {
  if (role === "other") return;
  const start = Math.min(from, date.start);
  const end = Math.max(keyword?.end ?? 0, date.end);
  const list = role === "adopted" ? into.adoptionDates : into.modifiedDates;
  if (list.some((entry) => entry.date === date.date)) return;
  list.push({ date: date.date, precision: date.precision, words: text.slice(start, end) });
}
