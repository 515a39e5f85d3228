import { queryOptions } from "@tanstack/react-query";
import { withAsOf } from "@/lib/search-params/as-of";
import type { InsiderView, RowView } from "@/lib/services/views";
import { fetchJson } from "./fetch-json";

/** All rows of an insider: for sorting, and for reading on past what the page carries. */
export function insiderRowsQuery(cik: string, asOf: string | null) {
  return queryOptions({
    queryKey: ["insider", cik, asOf, "rows"],
    queryFn: async ({ signal }): Promise<RowView[]> =>
      (await fetchJson<InsiderView>(withAsOf(`/api/v1/insiders/${cik}`, asOf), signal)).rows,
  });
}
