import type { FiledRow, FilingFacts } from "./filed-row";

/** Earlier known first; the filing id settles a tie, so that every order of arrival sorts alike. */
export function compareFilings(a: FilingFacts, b: FilingFacts): number {
  return compareText(a.knownAt ?? "", b.knownAt ?? "") || compareText(a.filingId, b.filingId);
}

/** A new array, each filing once (by its id), in the order the public could know them. */
export function filingsInOrder(filings: readonly FilingFacts[]): FilingFacts[] {
  return [...new Map(filings.map((filing) => [filing.filingId, filing])).values()].sort(compareFilings);
}

/** By trade date (unknown last), then by filing, then in filed order. */
export function compareRows(a: FiledRow, b: FiledRow): number {
  return (
    compareText(a.tradeDate ?? "9999", b.tradeDate ?? "9999") ||
    compareFilings(a.filing, b.filing) ||
    compareText(a.table, b.table) ||
    compareText(a.kind, b.kind) ||
    a.n - b.n
  );
}

/** Code-unit order, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Items by key, keys in order of first sight. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
