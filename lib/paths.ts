/**
 * Every address of the product is built here, so that a link and its route never drift apart.
 * Return types are template literals: Next's typed routes check them where they are used.
 */

/** The market: what was filed lately. */
export function marketPath(): "/" {
  return "/";
}

/** An issuer by CIK (a ticker works too and is redirected); `codes` filters chart, table and totals alike. */
export function issuerPath(cik: string): `/issuers/${string}`;
export function issuerPath(cik: string, codes: readonly string[]): `/issuers/${string}?${string}`;
export function issuerPath(cik: string, codes: readonly string[] = []): string {
  const path = `/issuers/${encodeURIComponent(cik)}`;
  return codes.length === 0 ? path : `${path}?code=${codes.map(encodeURIComponent).join(",")}`;
}

export function insiderPath(cik: string): `/insiders/${string}` {
  return `/insiders/${encodeURIComponent(cik)}`;
}

/** A filing by accession or `doc-…` id; with the anchor of a row (`t1-tx2`) or of a footnote (`F1`). */
export function filingPath(id: string): `/filings/${string}`;
export function filingPath(id: string, anchor: string | null): `/filings/${string}#${string}`;
export function filingPath(id: string, anchor: string | null = null): string {
  const path = `/filings/${encodeURIComponent(id)}`;
  return anchor === null ? path : `${path}#${anchor}`;
}

/** A row address `<filing id>#<anchor>` as the path of its row on the filing page. */
export function rowPath(address: string): `/filings/${string}` {
  const [id = "", anchor = null] = address.split("#");
  return anchor === null ? filingPath(id) : filingPath(id, anchor);
}

export function searchPath(): "/search";
export function searchPath(query: string): `/search?${string}`;
export function searchPath(query?: string): string {
  return query === undefined ? "/search" : `/search?${new URLSearchParams({ q: query })}`;
}

type Params = readonly (readonly [name: string, value: string])[];

/** Parameters as a query string; commas stay readable. */
function search(params: Params): string {
  const pairs = params.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** The screener: transaction rows under a filter. */
export function transactionsPath(): "/transactions";
export function transactionsPath(params: Params): "/transactions" | `/transactions?${string}`;
export function transactionsPath(params: Params = []): string {
  return `/transactions${search(params)}`;
}

/** The same rows as JSON or as CSV. */
export function transactionsApiPath(params: Params, format: "json" | "csv"): string {
  return `/api/v1/transactions${format === "csv" ? ".csv" : ""}${search(params)}`;
}

/** Coverage, sources, failures and freshness of the ledger. */
export function dataPath(): "/data" {
  return "/data";
}

export const SIGNAL_NAMES = ["clusters", "exercise-and-sell", "plans", "late", "short-swing", "ledger"] as const;

export type SignalName = (typeof SIGNAL_NAMES)[number];

/** A board of signals. */
export function signalPath(name: SignalName): `/signals/${SignalName}`;
export function signalPath(
  name: SignalName,
  params: Params,
): `/signals/${SignalName}` | `/signals/${SignalName}?${string}`;
export function signalPath(name: SignalName, params: Params = []): string {
  return `/signals/${name}${search(params)}`;
}

/** A watch list: the filings of its parties, newest first. */
export function watchPath(): "/watch";
export function watchPath(params: Params): "/watch" | `/watch?${string}`;
export function watchPath(params: Params = []): string {
  return `/watch${search(params)}`;
}

/** The same list as an Atom feed. */
export function watchFeedPath(params: Params): string {
  return `/api/v1/watch.atom${search(params)}`;
}

/** Issuers side by side. */
export function comparePath(): "/compare";
export function comparePath(params: Params): "/compare" | `/compare?${string}`;
export function comparePath(params: Params = []): string {
  return `/compare${search(params)}`;
}

/** The picture that a shared link shows: of the page of an issuer, insider or filing, or of the market. */
export function shareImagePath(noun: "issuers" | "insiders" | "filings" | "market", id?: string): string {
  return id === undefined ? `/share/${noun}` : `/share/${noun}/${encodeURIComponent(id)}`;
}

/** What a search finds, as JSON. */
export function searchApiPath(query: string): string {
  return `/api/v1/search?${new URLSearchParams({ q: query })}`;
}

/** How a measure is made. */
export function methodPath(): "/methods";
export function methodPath(measure: string): `/methods/${string}`;
export function methodPath(measure?: string): string {
  return measure === undefined ? "/methods" : `/methods/${encodeURIComponent(measure)}`;
}
