import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { IssuerView } from "@/lib/services/views";
import { fetchJson } from "./fetch-json";

/** An issuer's view under a code filter: the server fills it while rendering, the browser asks the API when the filter moves. */
export function issuerQuery(cik: string, codes: readonly string[]) {
  const filter = codes.length === 0 ? "" : `?code=${codes.join(",")}`;
  return queryOptions({
    queryKey: ["issuer", cik, [...codes].sort().join(",")],
    queryFn: ({ signal }) => fetchJson<IssuerView>(`/api/v1/issuers/${cik}${filter}`, signal),
    placeholderData: keepPreviousData,
  });
}
