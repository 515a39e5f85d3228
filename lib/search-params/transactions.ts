import { cutText } from "@/lib/format/cut-text";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { newYorkInstant } from "@/lib/ownership/known-at";
import { AS_OF, readAsOf } from "./as-of";
import {
  CHOICES,
  type ChoiceFilter,
  type ChoiceName,
  COLUMNS,
  type ColumnName,
  DEFAULT_COLUMNS,
  RANGES,
  type RangeName,
  rangeParams,
  SORTS,
  type SortName,
  type Where,
} from "./transaction-filters";

export interface Range<T extends string | number = string | number> {
  from: T | null;
  to: T | null;
}

/** The screener's state, all of it in the URL. */
export interface TransactionQuery {
  choices: Partial<Record<ChoiceName, readonly string[]>>;
  ranges: Partial<Record<RangeName, Range>>;
  /** CIKs or tickers. */
  issuers: readonly string[];
  /** A CIK, or words of a name. */
  insider: string | null;
  sort: SortName;
  order: "desc" | "asc";
  columns: readonly ColumnName[];
  /** Where the page begins: what the page before gave as `next`. */
  after: string | null;
  /** `YYYY-MM-DD`: the rows in force at the end of that day in New York; null: now. */
  asOf: string | null;
}

/** Parameters as a page or a request gives them. */
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

export const EMPTY_QUERY: TransactionQuery = {
  choices: {},
  ranges: {},
  issuers: [],
  insider: null,
  sort: "filed",
  order: "desc",
  columns: DEFAULT_COLUMNS,
  after: null,
  asOf: null,
};

/** A filter names at most so many issuers, and an insider in so many letters. */
const MOST_ISSUERS = 50;
const LONGEST_INSIDER = 200;

const OWN_WORDS = ["issuer", "insider", "sort", "order", "columns", "after", "format", AS_OF];

/** Reads the screener's URL. What can't be read is left out and told in `unread`; the rest counts. */
export function readTransactionQuery(given: Given): { query: TransactionQuery; unread: string[] } {
  const unread: string[] = [];
  const words = (name: string): string[] =>
    [given[name] ?? []].flat().flatMap((text) =>
      text
        .split(",")
        .map((word) => word.trim())
        .filter(Boolean),
    );
  const known = <T extends string>(name: string, allowed: readonly T[]): T[] => {
    const found = new Set<T>();
    for (const word of words(name)) {
      const match = allowed.find((option) => option.toLowerCase() === word.toLowerCase());
      if (match === undefined) unread.push(`${name}=${word}`);
      else found.add(match);
    }
    return allowed.filter((option) => found.has(option));
  };
  const choices: TransactionQuery["choices"] = {};
  for (const choice of CHOICES) {
    const read = readChoice(choice, known, words(choice.name));
    if (read.length > 0) choices[choice.name] = read;
  }
  const ranges: TransactionQuery["ranges"] = {};
  for (const range of RANGES) {
    const [fromName, toName] = rangeParams(range);
    const bound = (name: string) => readBound(range.kind, name, text(given[name]), unread);
    const [from, to] = [bound(fromName), bound(toName)];
    if (from !== null || to !== null) ranges[range.name] = { from, to };
  }
  unread.push(...unknownNames(given));
  const columns = known(
    "columns",
    COLUMNS.map((column) => column.name),
  );
  const query: TransactionQuery = {
    choices,
    ranges,
    issuers: fewIssuers(words("issuer"), unread),
    insider: shortInsider(text(given.insider), unread),
    sort: known("sort", SORTS)[0] ?? "filed",
    order: known("order", ["asc", "desc"] as const)[0] ?? "desc",
    columns: columns.length === 0 ? DEFAULT_COLUMNS : columns,
    after: text(given.after),
    asOf: readAsOf(given[AS_OF]).asOf,
  };
  return { query, unread };
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

function readChoice(
  choice: ChoiceFilter,
  known: (name: string, allowed: readonly string[]) => string[],
  given: readonly string[],
): string[] {
  const values = choice.options.map((option) => option.value);
  // Codes that are not in the SEC's list stand on filings too, and are shown raw.
  if (choice.name === "code")
    values.push(...given.map((code) => code.toUpperCase()).filter((code) => isOtherCode(code, values)));
  const read = known(choice.name, values);
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

/** The query's parameters in their one short order: what is as by default is not written. */
export function transactionParams(query: TransactionQuery): [name: string, value: string][] {
  const params: [string, string][] = [];
  for (const { name } of CHOICES) {
    const chosen = query.choices[name];
    if (chosen !== undefined && chosen.length > 0) params.push([name, chosen.join(",")]);
  }
  if (query.issuers.length > 0) params.push(["issuer", query.issuers.join(",")]);
  if (query.insider !== null) params.push(["insider", query.insider]);
  for (const range of RANGES) {
    const [from, to] = rangeParams(range);
    const chosen = query.ranges[range.name];
    if (chosen?.from !== null && chosen?.from !== undefined) params.push([from, String(chosen.from)]);
    if (chosen?.to !== null && chosen?.to !== undefined) params.push([to, String(chosen.to)]);
  }
  if (query.sort !== "filed") params.push(["sort", query.sort]);
  if (query.order !== "desc") params.push(["order", query.order]);
  if (query.columns.join() !== DEFAULT_COLUMNS.join()) params.push(["columns", query.columns.join(",")]);
  if (query.after !== null) params.push(["after", query.after]);
  if (query.asOf !== null) params.push([AS_OF, query.asOf]);
  return params;
}

/** Whether a URL is worth shortening: a form sends empty fields and repeats names. */
export function isLongForm(given: Given): boolean {
  return Object.values(given).some((value) => value === "" || (Array.isArray(value) && value.length > 1));
}

/** What a query means for stored rows, by the name of each filter; parties apart, which must be looked up. */
export function conditionsOf(query: TransactionQuery): { name: string; where: Where }[] {
  const conditions: { name: string; where: Where }[] = [];
  for (const choice of CHOICES) {
    const where = choiceCondition(choice, query.choices[choice.name] ?? [], query);
    if (where !== null) conditions.push({ name: choice.name, where });
  }
  for (const { name, column, kind, divisor } of RANGES) {
    const range = query.ranges[name];
    if (range === undefined) continue;
    const stored = (bound: string | number | null) =>
      kind === "date" || typeof bound !== "number" ? bound : bound / divisor;
    conditions.push({ name, where: { column, from: stored(range.from), to: stored(range.to) } });
  }
  if (query.asOf !== null) {
    conditions.push({ name: AS_OF, where: { column: "knownAt", from: null, to: asOfInstant(query.asOf) } });
  }
  return conditions;
}

/** The instant at which a day ends in New York. */
export function asOfInstant(day: string): string {
  return newYorkInstant(day, 23, 59, 59);
}

function choiceCondition(choice: ChoiceFilter, chosen: readonly string[], query: TransactionQuery): Where | null {
  // An insider's own page of a joint report is the insider's row, whoever's report counts for the issuer.
  if (choice.name === "joint" && chosen.length === 0 && query.insider !== null) return null;
  const answers = chosen.length === 0 && choice.single !== undefined ? [choice.single] : chosen;
  const wheres = answers.flatMap((answer): Where[] => {
    const option = choice.options.find(({ value }) => value === answer);
    if (option === undefined) return [{ column: "code", in: [answer] }];
    return option.where === null ? [] : [atDay(option.where, query.asOf)];
  });
  return oneOf(wheres);
}

/** What amendments did is asked of the day, not of now. */
function atDay(where: Where, asOf: string | null): Where {
  if (asOf !== null && "history" in where) return { ...where, knownBy: asOfInstant(asOf) };
  if (asOf === null || !("isKnown" in where) || where.column !== "supersededBy") return where;
  return where.isKnown ? { replacedBy: asOfInstant(asOf) } : { inForceAt: asOfInstant(asOf) };
}

/** Answers on one column are one list, which an index can serve. */
function oneOf(wheres: readonly Where[]): Where | null {
  const [first] = wheres;
  if (first === undefined || wheres.length === 1) return first ?? null;
  const lists = wheres.flatMap((where) =>
    "in" in where && "in" in first && where.column === first.column ? [where] : [],
  );
  if (lists.length < wheres.length || !("in" in first)) return { any: wheres };
  return { column: first.column, in: lists.flatMap((where) => where.in) };
}
