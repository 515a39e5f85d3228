import type { FiledRow, FilingFacts } from "./filed-row";

/** Earlier known first; the filing id settles a tie, so that every order of arrival sorts alike. */
export function compareFilings(a: FilingFacts, b: FilingFacts): number {
  if (a === b) return 0;
  return compareText(a.knownAt ?? "", b.knownAt ?? "") || compareText(a.filingId, b.filingId);
}

/** Lists that are in order: frozen, so that they stay so. */
const ORDERED = new WeakSet<readonly FilingFacts[]>();

/**
 * Each filing once (by its id), in the order the public could know them. The list is frozen, and given back as it is when it
 * comes again: one measure hands it to the next.
 */
export function filingsInOrder(filings: readonly FilingFacts[]): readonly FilingFacts[] {
  if (ORDERED.has(filings)) return filings;
  return inOrder([...new Map(filings.map((filing) => [filing.filingId, filing])).values()].sort(compareFilings));
}

/** An ordered list with some filings left out (null) or with other rows; ids and known-at stay, hence the order. */
export function changeFilings(
  ordered: readonly FilingFacts[],
  change: (filing: FilingFacts) => FilingFacts | null,
): readonly FilingFacts[] {
  const changed: FilingFacts[] = [];
  for (const filing of filingsInOrder(ordered)) {
    const kept = change(filing);
    if (kept !== null) changed.push(kept);
  }
  return inOrder(changed);
}

/** The filing with those of its rows that a measure keeps; itself where that is all of them. */
export function keepRows(filing: FilingFacts, keeps: (row: FiledRow) => boolean): FilingFacts {
  const first = filing.rows.findIndex((row) => !keeps(row));
  if (first === -1) return filing;
  return { ...filing, rows: [...filing.rows.slice(0, first), ...filing.rows.slice(first + 1).filter(keeps)] };
}

function inOrder(filings: FilingFacts[]): readonly FilingFacts[] {
  const frozen = Object.freeze(filings);
  ORDERED.add(frozen);
  return frozen;
}

/** What a pure measure gives for a list of filings in order, worked out once a list: several measures build on one another. */
export function oncePerList<T>(
  measure: (ordered: readonly FilingFacts[]) => T,
): (filings: readonly FilingFacts[]) => T {
  const known = new WeakMap<readonly FilingFacts[], { result: T }>();
  return (filings) => {
    const ordered = filingsInOrder(filings);
    let found = known.get(ordered);
    if (found === undefined) {
      found = { result: measure(ordered) };
      known.set(ordered, found);
    }
    return found.result;
  };
}

/** All rows of the filings, in order, as filed. */
export const rowsOf: (filings: readonly FilingFacts[]) => readonly FiledRow[] = oncePerList((ordered) => {
  const all: FiledRow[] = [];
  for (const { rows } of ordered) for (const row of rows) all.push(row);
  return all;
});

/** By trade date (unknown last), then by filing, then in filed order. */
export function compareRows(a: FiledRow, b: FiledRow): number {
  return compareText(dateOf(a), dateOf(b)) || compareWithinDay(a, b);
}

function compareWithinDay(a: FiledRow, b: FiledRow): number {
  return (
    compareFilings(a.filing, b.filing) || compareText(a.table, b.table) || compareText(a.kind, b.kind) || a.n - b.n
  );
}

function dateOf(row: FiledRow): string {
  return row.tradeDate ?? "9999";
}

/** A new array in the order of `compareRows`: day by day, as few rows share a day. */
export function rowsInOrder(rows: readonly FiledRow[]): FiledRow[] {
  if (isInOrder(rows)) return [...rows];
  const days = groupBy(rows, dateOf);
  const sorted: FiledRow[] = [];
  for (const date of [...days.keys()].sort(compareText)) {
    for (const row of (days.get(date) ?? []).sort(compareWithinDay)) sorted.push(row);
  }
  return sorted;
}

function isInOrder(rows: readonly FiledRow[]): boolean {
  for (let at = 1; at < rows.length; at += 1) {
    if (compareRows(rows[at - 1] as FiledRow, rows[at] as FiledRow) > 0) return false;
  }
  return true;
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
