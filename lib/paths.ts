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
