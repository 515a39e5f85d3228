import { AS_OF } from "./as-of";
import { partyWords, unreadParams } from "./party-words";
import type { Given } from "./transactions/query";

/** Fewer are no comparison; more do not fit side by side. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 6;

/** Issuers side by side: all of it is the address. */
export interface CompareQuery {
  /** CIKs or tickers as given, in the order in which they stand side by side; CIKs once resolved. */
  issuers: readonly string[];
  /** `YYYY-MM-DD`: what was known by the end of that day; null: now. */
  asOf: string | null;
}

/** Reads `?issuers=QLYS,9000000001`. What can't be read or is too much is told in `unread`. */
export function readCompareQuery(given: Given): { query: CompareQuery; unread: string[] } {
  const { asOf, unread } = unreadParams(given, ["issuers", "add"]);
  const words = partyWords(given.issuers);
  if (words.length > MOST_COMPARED)
    unread.push(`issuers past the ${MOST_COMPARED}th: ${words.slice(MOST_COMPARED).join(",")}`);
  return { query: { issuers: words.slice(0, MOST_COMPARED), asOf }, unread };
}

/** The comparison's parameters in their one short order. */
export function compareParams({ issuers, asOf }: CompareQuery): [name: string, value: string][] {
  const params: [string, string][] = [];
  if (issuers.length > 0) params.push(["issuers", issuers.join(",")]);
  if (asOf !== null) params.push([AS_OF, asOf]);
  return params;
}
