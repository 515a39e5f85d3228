import { cutText } from "@/lib/format/cut-text";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { AS_OF, readAsOf } from "../as-of";
import { CHOICES } from "./choices";
import { COLUMNS, DEFAULT_COLUMNS, SORTS } from "./columns";
import { FELL, FELL_IN, readFall } from "./fall";
import type { ChoiceFilter } from "./filter";
import type { Given, TransactionQuery } from "./query";
import { RANGES, rangeParams } from "./ranges";

/** A filter names at most so many issuers, and an insider in so many letters. */
const MOST_ISSUERS = 50;
const LONGEST_INSIDER = 200;

const OWN_WORDS = ["issuer", "insider", "sort", "order", "columns", "after", "format", FELL, FELL_IN, AS_OF];

/** Reads the screener's URL. What can't be read is left out and told in `unread`; the rest counts. */
export function readTransactionQuery(given: Given): { query: TransactionQuery; unread: string[] } {
  const unread: string[] = [];
  const choices = readChoices(given, unread);
  const ranges = readRanges(given, unread);
  unread.push(...unknownNames(given));
  const columns = known(
    given,
    "columns",
    COLUMNS.map((column) => column.name),
    unread,
  );
  const query: TransactionQuery = {
    choices,
    ranges,
    issuers: fewIssuers(words(given, "issuer"), unread),
    insider: shortInsider(text(given.insider), unread),
    fall: readFall((name) => text(given[name]), readAmount, unread),
    sort: known(given, "sort", SORTS, unread)[0] ?? "filed",
    order: known(given, "order", ["asc", "desc"] as const, unread)[0] ?? "desc",
    columns: columns.length === 0 ? DEFAULT_COLUMNS : columns,
    after: text(given.after),
    asOf: readAsOf(given[AS_OF]).asOf,
  };
  return { query, unread };
}

function words(given: Given, name: string): string[] {
  return [given[name] ?? []].flat().flatMap((text) =>
    text
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean),
  );
}

/** The given words that are allowed, case aside, each once and in the order of the allowed. */
function known<T extends string>(given: Given, name: string, allowed: readonly T[], unread: string[]): T[] {
  const found = new Set<T>();
  for (const word of words(given, name)) {
    const match = allowed.find((option) => option.toLowerCase() === word.toLowerCase());
    if (match === undefined) unread.push(`${name}=${word}`);
    else found.add(match);
  }
  return allowed.filter((option) => found.has(option));
}

function fewIssuers(words: readonly string[], unread: string[]): string[] {
  const issuers = [...new Set(words)];
  const rest = issuers.slice(MOST_ISSUERS);
  if (rest.length > 0) unread.push(`issuer past the ${MOST_ISSUERS}th: ${cutText(rest.join(","), LONGEST_INSIDER)}`);
  return issuers.slice(0, MOST_ISSUERS);
}

function shortInsider(insider: string | null, unread: string[]): string | null {
  if (insider === null || insider.length <= LONGEST_INSIDER) return insider;
  unread.push(`insider past the ${LONGEST_INSIDER}th letter`);
  return cutText(insider, LONGEST_INSIDER);
}

function readChoices(given: Given, unread: string[]): TransactionQuery["choices"] {
  const choices: TransactionQuery["choices"] = {};
  for (const choice of CHOICES) {
    const read = readChoice(choice, given, unread);
    if (read.length > 0) choices[choice.name] = read;
  }
  return choices;
}

function readChoice(choice: ChoiceFilter, given: Given, unread: string[]): string[] {
  const values = choice.options.map((option) => option.value);
  // Codes that are not in the SEC's list stand on filings too, and are shown raw.
  if (choice.name === "code") {
    const codes = words(given, choice.name).map((code) => code.toUpperCase());
    values.push(...codes.filter((code) => isOtherCode(code, values)));
  }
  const read = known(given, choice.name, values, unread);
  if (choice.single === undefined) return read;
  return read.slice(0, 1).filter((value) => value !== choice.single);
}

function isOtherCode(code: string, values: readonly string[]): boolean {
  return /^[A-Z]$/.test(code) && !values.includes(code);
}

function unknownNames(given: Given): string[] {
  const names = new Set<string>([
    ...OWN_WORDS,
    ...CHOICES.map((choice) => choice.name),
    ...RANGES.flatMap((range) => rangeParams(range)),
  ]);
  return Object.keys(given).filter((name) => !names.has(name) && text(given[name]) !== null);
}

function text(given: string | readonly string[] | undefined): string | null {
  const first = [given ?? []].flat().find((one) => one.trim() !== "");
  return first === undefined ? null : first.trim();
}

const AMOUNT = /^([+\-−]?)\$?(\d[\d,]*\.?\d*|\.\d+)\s?(k|m|b)?%?$/i;
const STEPS: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9 };

/** `1000000`, `1,000,000`, `$1m` and `-50%` are amounts. */
export function readAmount(given: string): number | null {
  const match = AMOUNT.exec(given.trim());
  if (match === null) return null;
  const [, sign = "", digits = "", step = ""] = match;
  const amount = Number(digits.replaceAll(",", "")) * (STEPS[step.toLowerCase()] ?? 1);
  if (!Number.isFinite(amount)) return null;
  return sign === "-" || sign === "−" ? -amount : amount;
}

function readRanges(given: Given, unread: string[]): TransactionQuery["ranges"] {
  const ranges: TransactionQuery["ranges"] = {};
  for (const range of RANGES) {
    const [fromName, toName] = rangeParams(range);
    const from = readBound(range.kind, fromName, text(given[fromName]), unread);
    const to = readBound(range.kind, toName, text(given[toName]), unread);
    if (from !== null || to !== null) ranges[range.name] = { from, to };
  }
  return ranges;
}

function readBound(
  kind: "date" | "amount",
  name: string,
  given: string | null,
  unread: string[],
): string | number | null {
  if (given === null) return null;
  const bound = kind === "date" ? (isCalendarDate(given) ? given : null) : readAmount(given);
  if (bound === null) unread.push(`${name}=${given}`);
  return bound;
}
