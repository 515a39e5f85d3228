import { AS_OF } from "./as-of";

/** Parameters of a party's page in the order in which its addresses say them. */
export const VIEW_PARAMS = [
  "code",
  "from",
  "to",
  "sort",
  "order",
  "page",
  "columns",
  "filings",
  "chart",
  "holdings",
  "steps",
  AS_OF,
];

/** Moving one of these shows other rows: a page of rows that was turned to is turned back. */
const RESETS_PAGE = new Set(["code", "from", "to", "sort", "order", AS_OF]);

/** A page's address with some of its parameters changed; null takes one away. In one order, so that one view has one address. */
export function withParams<Path extends string>(
  path: Path,
  current: Iterable<[name: string, value: string]>,
  changes: Readonly<Record<string, string | null>>,
): Path {
  const params = new Map(current);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") params.delete(name);
    else params.set(name, value);
    if (RESETS_PAGE.has(name) && !("page" in changes)) params.delete("page");
  }
  const place = (name: string) => (VIEW_PARAMS.includes(name) ? VIEW_PARAMS.indexOf(name) : VIEW_PARAMS.length);
  const pairs = [...params]
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  return (pairs.length === 0 ? path : `${path}?${pairs.join("&")}`) as Path;
}

/** A page's parameters as pairs, each name's first value. */
export function givenPairs(
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): [string, string][] {
  return Object.entries(given).flatMap(([name, value]): [string, string][] => {
    const first = [value ?? []].flat()[0];
    return first === undefined ? [] : [[name, first]];
  });
}
