import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { IssuerView } from "@/lib/services/views";
import { fetchJson } from "./fetch-json";

/**
 * An issuer's view under a code filter, in the shape that the page draws: the server fills it while rendering, the browser
 * asks the API when the filter moves. Both shape the same view by the same function; `part` names the shape.
 */
export function issuerQuery<T>(cik: string, codes: readonly string[], part: string, shape: (view: IssuerView) => T) {
  return queryOptions({
    queryKey: ["issuer", cik, filterKey(codes), part],
    queryFn: async ({ signal }) => shape(await fetchJson<IssuerView>(issuerApiPath(cik, codes), signal)),
    placeholderData: keepPreviousData,
  });
}

function issuerApiPath(cik: string, codes: readonly string[]): string {
  const path = `/api/v1/issuers/${cik}`;
  return codes.length === 0 ? path : `${path}?code=${codes.join(",")}`;
}

/** The order in which chips were pressed changes nothing. */
function filterKey(codes: readonly string[]): string {
  return [...codes].sort().join(",");
}
