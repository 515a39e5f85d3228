import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type PartyQuery, partyParams } from "@/lib/search-params/party-query";
import { withParams } from "@/lib/search-params/view-params";
import { fetchJson } from "./fetch-json";

/** An issuer's or an insider's page. */
export interface Party {
  kind: "issuer" | "insider";
  cik: string;
}

/** The API's address of a view of a party's rows: `activity` as its page draws it, or the whole view. */
export function partyApiPath({ kind, cik }: Party, query: PartyQuery, part: "activity" | "view"): string {
  const path = `/api/v1/${kind}s/${encodeURIComponent(cik)}${part === "activity" ? "/activity" : ""}`;
  return withParams(path, [], partyParams({ ...query, codes: [...query.codes].sort() }));
}

/**
 * What the filter of a party's page moves, as the page draws it: the server fills it while rendering, the browser asks the
 * API when the address changes. While an answer is on its way the one before stays.
 */
export function partyActivityQuery<T>(party: Party, query: PartyQuery) {
  const path = partyApiPath(party, query, "activity");
  return queryOptions({
    queryKey: ["activity", path],
    queryFn: ({ signal }): Promise<T> => fetchJson<T>(path, signal),
    placeholderData: keepPreviousData,
  });
}
