import { parseDecimal } from "@/lib/ownership/decimals";
import { proseDates } from "./prose-dates";
import { readOnce } from "./read-once";
import { type Span, sentencesOf } from "./sentences";

/** A price range as a note gives it; `low` ≤ `high` whichever the note names first. In the currency of the note. */
export interface PriceRange {
  low: number;
  high: number;
  /** Exactly as filed. */
  words: string;
  /** The day that the note ties to this range (“… on 6/7/2023”), or null. */
  date: string | null;
}

const AMOUNT =
  "((?:(?:US|CA|CDN|HK|NT|NZ|[CARS])?\\$|[€£¥]|\\b(?:USD|CAD|EUR|GBP|NOK|SEK|DKK|CHF|JPY|AUD)\\b)\\s{0,2})?((?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,9})(?:\\.\\d{1,8}|\\.(?=\\s{1,3}(?:to|and)\\b))?|\\.\\d{1,8})";
const PER = "(?:\\s{1,2}(?:per|a|each)\\s{1,2}(?:[\\w]+\\s{1,2}){0,2}?(?:shares?|units?|ADSs?|warrants?))?";
const RANGE = new RegExp(
  `(?<![\\w.,/-])${AMOUNT}${PER},?\\s{0,3}(?:inclusive,?\\s{1,2}|\\((?:high|low)\\)\\s{1,2}|(?:on|at)\\sthe\\s(?:low|high)(?:\\send)?\\s{1,2})?(?:(?:up|down)\\s)?(to|through|thru|and|[-–—−])\\s{0,3}(?:and\\sincluding\\s{1,2}|(?:(?:a|the)\\s{1,2})?(?:high|low|maximum|minimum)\\s{1,2}(?:price\\s{1,2})?of\\s{1,2}|(?:approximately|about)\\s{1,2})?${AMOUNT}(?![\\d/%]|,\\d|\\.\\d|\\s{0,2}(?:%|percent|shares|units|options|million|days?\\b|months|years))`,
  "gi",
);
const EXTREME = "(highest|high|maximum|lowest|low|minimum)";
const EXTREMES = new RegExp(
  `\\b${EXTREME}\\b[^\\d$€£;]{0,80}?${AMOUNT}${PER}[^\\d$€£]{1,60}?\\b${EXTREME}\\b[^\\d$€£;]{0,80}?${AMOUNT}(?![\\d/%]|,\\d|\\.\\d|\\s{0,2}%)`,
  "gi",
);

// “High/low of $10.50/$10.00”
const SLASHED = new RegExp(
  `\\b${EXTREME}\\s?/\\s?${EXTREME}\\b[^\\d$€£;.]{0,40}${AMOUNT}${PER}\\s?/\\s?${AMOUNT}(?![\\d/%]|,\\d|\\.\\d|\\s{0,2}%)`,
  "gi",
);

const LOOK_BACK = 110;
const RANGING = /\brang(?:e|ed|es|ing)\b[^$€£\d;]{0,80}$/i;
const BETWEEN = /\bbetween\b[^$€£\d;]{0,40}$/i;
const PRICED = /\bprices?\b[^$€£\d;.]{0,50}$/i;
const LOWEST_AND_HIGHEST =
  /\b(?:low(?:est)?\W+(?:and|to)\W+(?:the\W+)?high(?:est)?|high(?:est)?\W+(?:and|to)\W+(?:the\W+)?low(?:est)?)\b[^$€£\d;]{0,60}$/i;
const AT = /\b(?:at|from|for)\s{0,2}$/i;
const TRADE = /\b(?:sold|sales?|purchas\w+|bought|acquired|trad(?:es?|ed)|executed|transactions?)\b/i;
const CHANGE = /\b(?:increas|decreas|reduc|adjust|lower|rais|chang|amend|cut)\w*\b[^;.]{0,60}$/i;
const NOT_PRICE =
  /\b(?:payout|percent\w*|proceeds|fees?|salary|amounts?|footnotes?|notes?|columns?|items?|lines?|rates?)\b[^$€£\d;.]{0,50}$/i;
/** A note that speaks of trades matched under Section 16(b) goes on with the prices of those other trades. */
const OTHER_TRADES =
  /\bmatchable\b|\bmatch(?:ed|es|ing)?\b[^.;]{0,80}\b(?:16\(b\)|against|with)|16\(b\)[^.;]{0,100}\bmatch|\bshort-?\s?swing\b|\bdisgorge|\brecoverable\b/i;

/**
 * The price ranges in a footnote, in the order given (source: domain §7, “Price band”): “ranging from $a to $b”, high first,
 * “highest … lowest”, several “respectively” or by date. Ranges of other trades (Section 16(b) matches), of percentages,
 * share counts and changed terms are none.
 */
export const readPriceRanges: (text: string) => readonly PriceRange[] = readOnce((text) => {
  if (!/\d/.test(text) || !/rang|between|price|low|\$/i.test(text)) return [];
  const ranges: PriceRange[] = [];
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.start, sentence.end);
    if (OTHER_TRADES.test(words)) return ranges;
    readSentence(words, ranges);
  }
  return ranges.length > 0 ? ranges : readExtremes(text, { start: 0, end: text.length });
});

function readSentence(words: string, into: PriceRange[]): void {
  const pattern = new RegExp(RANGE);
  let from = 0;
  let continued = false;
  for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
    const start = lead(words, from, match, continued);
    const end = match.index + match[0].length;
    const range = start === null ? null : rangeOf(match[2], match[5], words.slice(start, end));
    if (start === null || range === null) {
      // The second amount may begin a range of its own (“June 8, 2023 and $11.10 to $11.40”).
      pattern.lastIndex = end - (match[5] ?? "").length - (match[4] ?? "").length;
      continue;
    }
    into.push({ ...range, date: dateAfter(words, end) ?? dateBefore(words, from, start) });
    from = end;
    continued = true;
  }
  if (!continued) into.push(...readExtremes(words, { start: 0, end: words.length }));
}

/** Where the words that make two amounts a price range begin; null when nothing does. */
function lead(words: string, from: number, match: RegExpMatchArray, continued: boolean): number | null {
  const at = match.index ?? 0;
  const cut = Math.max(from, at - LOOK_BACK);
  const before = words.slice(cut, at);
  const money = match[1] !== undefined || match[4] !== undefined;
  const joined = match[3]?.toLowerCase() === "and";
  if (NOT_PRICE.test(before) || CHANGE.test(before)) return null;
  const ranging = RANGING.exec(before) ?? BETWEEN.exec(before) ?? LOWEST_AND_HIGHEST.exec(before);
  const priced = money || /\bprices?\b/i.test(words.slice(Math.max(from, at - 2 * LOOK_BACK), at));
  if (ranging !== null) return priced ? cut + ranging.index : null;
  if (joined) return null;
  const named = PRICED.exec(before);
  if (named !== null) return cut + named.index;
  // “at $10.00 to 3 buyers”: a bare whole number is no second price.
  if (!money || (match[4] === undefined && !/\./.test(match[5] ?? ""))) return null;
  if (continued) return at;
  return AT.test(before) && TRADE.test(words.slice(Math.max(0, at - 2 * LOOK_BACK), at)) ? at : null;
}

function readExtremes(text: string, span: Span): PriceRange[] {
  if (!/\b(?:low|minimum)/i.test(text)) return [];
  const found: PriceRange[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(SLASHED)) {
    if (isHigh(match[1]) === isHigh(match[2]) || OTHER_TRADES.test(text)) continue;
    if (match[3] === undefined && match[5] === undefined && !/\bprices?\b/i.test(match[0])) continue;
    const range = rangeOf(match[4], match[6], match[0]);
    if (range !== null) found.push(range);
  }
  if (found.length > 0) return found;
  for (const match of text.slice(span.start, span.end).matchAll(EXTREMES)) {
    if (isHigh(match[1]) === isHigh(match[4]) || OTHER_TRADES.test(text)) continue;
    if (match[2] === undefined && match[5] === undefined && !/\bprices?\b/i.test(match[0])) continue;
    const range = rangeOf(match[3], match[6], match[0]);
    if (range !== null) found.push(range);
  }
  return found;
}

function isHigh(word: string | undefined): boolean {
  return /^(?:high|max)/i.test(word ?? "");
}

function rangeOf(first: string | undefined, second: string | undefined, words: string): PriceRange | null {
  const a = parseDecimal((first ?? "").replaceAll(",", "")).value;
  const b = parseDecimal((second ?? "").replaceAll(",", "")).value;
  if (a === null || b === null) return null;
  return { low: Math.min(a, b), high: Math.max(a, b), words, date: null };
}

/** “…, inclusive on 6/7/2023”. */
function dateAfter(words: string, end: number): string | null {
  const tail = /^(?:\s+per\s+\w+)?,?(?:\s+inclusive,?)?\s+on\s+(.{6,24})/i.exec(words.slice(end, end + 70));
  const date = tail?.[1] === undefined ? undefined : proseDates(tail[1])[0];
  return date !== undefined && date.start === 0 && date.precision === "day" ? date.date : null;
}

/** “On June 7, 2023, … at prices ranging from …”: the last day named before the range, since the range before it. */
function dateBefore(words: string, from: number, start: number): string | null {
  const near = words.slice(Math.max(from, start - 90), start);
  const date = proseDates(near).findLast(
    (day) => day.precision === "day" && /\bon\s+$/i.test(near.slice(0, day.start)),
  );
  return date?.date ?? null;
}
