import { cutText } from "@/lib/format/cut-text";
import { AS_OF, readAsOf } from "./as-of";
import { CODE_FILTER, readCodes, unreadCodes } from "./code-filter";
import { type DayRange, dayRangeParams, readDayRange } from "./day-range";

/** Columns of the table of rows on an issuer's and an insider's page, in order. */
export const ROW_COLUMNS = [
  "traded",
  "issuer",
  "insider",
  "code",
  "security",
  "shares",
  "price",
  "range",
  "value",
  "after",
  "held",
  "plan",
  "filed",
  "return1",
  "return5",
  "return21",
  "return126",
] as const;

export type RowColumn = (typeof ROW_COLUMNS)[number];

export interface RowSort {
  by: RowColumn;
  order: "asc" | "desc";
}

/** What of an issuer's or insider's page its address decides: which rows, in what order, which stretch of them. */
export interface PartyQuery {
  codes: string[];
  range: DayRange;
  asOf: string | null;
  /** Null: newest trade first. */
  sort: RowSort | null;
  /** From 1. */
  page: number;
}

type Given = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** Reads an address; what can't be read is left out and told. A day in `asof` that is none is told by `readAsOf`. */
export function readPartyQuery(given: Given): { query: PartyQuery; unread: string[] } {
  const { range, unread } = readDayRange({ from: given.from, to: given.to });
  const codes = given[CODE_FILTER];
  const by = ROW_COLUMNS.find((column) => column === first(given.sort)) ?? null;
  const order = ORDERS.find((one) => one === first(given.order)) ?? null;
  const page = pageOf(first(given.page) ?? "1");
  const query: PartyQuery = {
    codes: readCodes(codes),
    range,
    asOf: readAsOf(given[AS_OF]).asOf,
    sort: by === null ? null : { by, order: order ?? "desc" },
    page: page ?? 1,
  };
  const others = Object.entries({ sort: by, order, page }).flatMap(([name, read]) => {
    const text = first(given[name]);
    return read === null && text !== null ? [`${name}=${cutText(text, 60)}`] : [];
  });
  return { query, unread: [...unreadCodes(codes), ...unread, ...others] };
}

const ORDERS = ["asc", "desc"] as const;

/** A page's number from 1; null for what is none. */
function pageOf(text: string): number | null {
  return /^\d{1,6}$/.test(text) && Number(text) >= 1 ? Number(text) : null;
}

/** Whether all rows are asked for, in whatever order. */
export function isUnfiltered({ codes, range }: PartyQuery): boolean {
  return codes.length === 0 && range.from === null && range.to === null;
}

function first(given: string | readonly string[] | null | undefined): string | null {
  return [given ?? []].flat()[0]?.trim() || null;
}

/** A query as parameters of an address, each null where it is what a page shows unasked. */
export function partyParams({ codes, range, asOf, sort, page }: PartyQuery): Record<string, string | null> {
  return {
    [CODE_FILTER]: codes.length === 0 ? null : [...codes].join(","),
    ...dayRangeParams(range),
    sort: sort?.by ?? null,
    order: sort?.order === "asc" ? "asc" : null,
    page: page === 1 ? null : String(page),
    [AS_OF]: asOf,
  };
}

/** The filter alone, as a form's hidden fields keep it. */
export function filterParams(codes: readonly string[], range: DayRange): Record<string, string> {
  const params = { [CODE_FILTER]: codes.length === 0 ? null : codes.join(","), ...dayRangeParams(range) };
  return Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
