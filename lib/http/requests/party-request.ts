import { LedgerError } from "@/lib/errors";
import { unreadCodes } from "@/lib/search-params/code-filter";
import { type PartyQuery, readPartyQuery } from "@/lib/search-params/party-query";
import { asOfOfRequest } from "./as-of-request";

/**
 * What a request for an issuer's or an insider's rows asks: `code`, `from`, `to`, `sort`, `order`, `page`, `asof`.
 * @throws LedgerError `bad-request` for days and a sort that can't be read: an answer for other days would mislead
 */
export function partyQueryOfRequest(request: Request): PartyQuery {
  const params = new URL(request.url).searchParams;
  const { query, unread } = readPartyQuery(Object.fromEntries(params));
  const codes = new Set(unreadCodes(params.get("code")));
  const wrong = unread.filter((part) => !codes.has(part));
  if (wrong.length > 0) {
    throw new LedgerError("bad-request", `Not understood: ${wrong.join(", ")}.`, {
      advice: "Days are 2018, 2018-06 or 2018-06-15; sort is the name of a column.",
    });
  }
  return { ...query, asOf: asOfOfRequest(request) };
}
