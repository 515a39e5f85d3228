import { AS_OF } from "./as-of";
import { partyWords, unreadParams } from "./party-words";
import type { Given } from "./transactions/query";

/** A watch list holds at most so many issuers, and so many insiders. */
export const MOST_WATCHED = 50;

/** A watch list: all of it is its address. */
export interface WatchQuery {
  /** CIKs or tickers as given; CIKs once resolved. */
  issuers: readonly string[];
  /** CIKs. */
  insiders: readonly string[];
  /** `YYYY-MM-DD`: what was known by the end of that day; null: now. */
  asOf: string | null;
}

/** Reads `?issuers=QLYS,1107843&insiders=1254781`. What can't be read or is too much is told in `unread`. */
export function readWatchQuery(given: Given): { query: WatchQuery; unread: string[] } {
  const { asOf, unread } = unreadParams(given, ["issuers", "insiders", "add"]);
  const most = (name: "issuers" | "insiders") => {
    const words = partyWords(given[name]);
    if (words.length > MOST_WATCHED)
      unread.push(`${name} past the ${MOST_WATCHED}th: ${words.slice(MOST_WATCHED).join(",")}`);
    return words.slice(0, MOST_WATCHED);
  };
  return { query: { issuers: most("issuers"), insiders: most("insiders"), asOf }, unread };
}

/** The list's parameters in their one short order: by number, so that one list has one address. */
export function watchParams({ issuers, insiders, asOf }: WatchQuery): [name: string, value: string][] {
  const params: [string, string][] = [];
  if (issuers.length > 0) params.push(["issuers", inOrder(issuers).join(",")]);
  if (insiders.length > 0) params.push(["insiders", inOrder(insiders).join(",")]);
  if (asOf !== null) params.push([AS_OF, asOf]);
  return params;
}

function inOrder(words: readonly string[]): string[] {
  return [...words].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** The list with a party more; the same list where it holds the party already. */
export function withParty(query: WatchQuery, kind: "issuer" | "insider", cik: string): WatchQuery {
  const name = kind === "issuer" ? "issuers" : "insiders";
  return query[name].includes(cik) ? query : { ...query, [name]: [...query[name], cik] };
}

/** The list with a party less. */
export function withoutParty(query: WatchQuery, kind: "issuer" | "insider", cik: string): WatchQuery {
  const name = kind === "issuer" ? "issuers" : "insiders";
  return { ...query, [name]: query[name].filter((one) => one !== cik) };
}
