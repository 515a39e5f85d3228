/** The parameters that make a view, in one order and without empty ones: what a shared address carries. Commas stay readable. */
export function canonicalSearch(search: string, names: readonly string[]): string {
  const given = new URLSearchParams(search);
  const pairs = names.flatMap((name) => {
    const value = given.getAll(name).filter(Boolean).join(",");
    return value === "" ? [] : [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
