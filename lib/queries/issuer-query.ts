import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { withAsOf } from "@/lib/search-params/as-of";
import type { IssuerView } from "@/lib/services/views";
import { fetchJson } from "./fetch-json";

/** An issuer, the codes of the filter (empty = all), and the day (null: now). */
export interface IssuerAsked {
  cik: string;
  codes: readonly string[];
  asOf: string | null;
}

/**
 * An issuer's view under a code filter, in the shape that the page draws: the server fills it while rendering, the browser
 * asks the API when the filter moves. Both shape the same view by the same function; `part` names the shape.
 */
export function issuerQuery<T>(asked: IssuerAsked, part: string, shape: (view: IssuerView) => T) {
  return queryOptions({
    queryKey: ["issuer", asked.cik, filterKey(asked.codes), asked.asOf, part],
    queryFn: async ({ signal }) => shape(await fetchJson<IssuerView>(issuerApiPath(asked), signal)),
    placeholderData: keepPreviousData,
  });
}

function issuerApiPath({ cik, codes, asOf }: IssuerAsked): string {
  const path = `/api/v1/issuers/${cik}`;
  return withAsOf(codes.length === 0 ? path : `${path}?code=${codes.join(",")}`, asOf);
}

/** The order in which chips were pressed changes nothing. */
function filterKey(codes: readonly string[]): string {
  return [...codes].sort().join(",");
}
