import { queryOptions } from "@tanstack/react-query";
import type { InsiderView, RowView } from "@/lib/services/views";
import { fetchJson } from "./fetch-json";

/** All rows of an insider: for sorting, and for reading on past what the page carries. */
export function insiderRowsQuery(cik: string) {
  return queryOptions({
    queryKey: ["insider", cik, "rows"],
    queryFn: async ({ signal }): Promise<RowView[]> =>
      (await fetchJson<InsiderView>(`/api/v1/insiders/${cik}`, signal)).rows,
  });
}
