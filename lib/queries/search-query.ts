import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { searchApiPath } from "@/lib/paths";
import type { SearchHit } from "@/lib/services/views/shapes/market";
import { fetchJson } from "./fetch-json";

/** What a search finds as it is typed; the last answer stands until the next one comes. */
export function searchQuery(text: string) {
  return queryOptions({
    queryKey: ["search", text],
    queryFn: async ({ signal }) => (await fetchJson<{ hits: SearchHit[] }>(searchApiPath(text), signal)).hits,
    enabled: text !== "",
    placeholderData: keepPreviousData,
  });
}
