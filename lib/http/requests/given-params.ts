import type { Given } from "@/lib/search-params/transactions/query";

/** A request's parameters in the form in which a page gets its own. */
export function givenParams(request: Request): Given {
  const params = new URL(request.url).searchParams;
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}
