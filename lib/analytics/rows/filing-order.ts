import { isSame } from "./by-holder";
import { dayNumber } from "./day-numbers";
import type { FiledRow, FilingFacts } from "./filed-row";

/** Earlier known first; the filing id settles a tie, so that every order of arrival sorts alike. */
export function compareFilings(a: FilingFacts, b: FilingFacts): number {
  if (a === b) return 0;
  return compareText(a.knownAt ?? "", b.knownAt ?? "") || compareText(a.filingId, b.filingId);
}

/** Lists that are in order: frozen, so that they stay so. */
const ORDERED = new WeakSet<readonly FilingFacts[]>();
/** Other lists, with what they held when they were put in order: they may have changed since. */
const ASKED = new WeakMap<readonly FilingFacts[], { held: readonly FilingFacts[]; ordered: readonly FilingFacts[] }>();

/**
 * Each filing once (by its id), in the order the public could know them. The list is frozen, and given back as it is when it
 * comes again: one measure hands it to the next.
 */
export function filingsInOrder(filings: readonly FilingFacts[]): readonly FilingFacts[] {
  if (ORDERED.has(filings)) return filings;
  const asked = ASKED.get(filings);
  if (asked !== undefined && isSame(filings, asked.held)) return asked.ordered;
  const byId = new Map<string, FilingFacts>();
  for (const filing of filings) byId.set(filing.filingId, filing);
  const ordered = inOrder([...byId.values()].sort(compareFilings));
  ASKED.set(filings, { held: [...filings], ordered });
  return ordered;
}

/**
 * An ordered list with some filings left out (null) or with other rows; ids and known-at stay, hence the order. The list itself
 * where nothing changed.
 */
export function changeFilings(
  ordered: readonly FilingFacts[],
  change: (filing: FilingFacts) => FilingFacts | null,
): readonly FilingFacts[] {
  const list = filingsInOrder(ordered);
  const changed: FilingFacts[] = [];
  const gone = new Set<FiledRow>();
  let same = true;
  for (const filing of list) {
    const kept = change(filing);
    if (kept !== null) changed.push(kept);
    if (kept === filing) continue;
    same = false;
    for (const row of filing.rows) gone.add(row);
    for (const row of kept?.rows ?? []) gone.delete(row);
  }
  return same ? list : takenFrom(list, inOrder(changed), gone);
}

function takenFrom(
  whole: readonly FilingFacts[],
  rest: readonly FilingFacts[],
  gone: ReadonlySet<FiledRow>,
): readonly FilingFacts[] {
  TAKEN_FROM.set(rest, { whole, gone });
  return rest;
}

/** Lists that are others less some rows: what is known of the whole need not be worked out anew for the rest. */
const TAKEN_FROM = new WeakMap<
  readonly FilingFacts[],
  { whole: readonly FilingFacts[]; gone: ReadonlySet<FiledRow> }
>();

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
  return Object.freeze(all);
});

/** What a pure measure gives for a list of rows, worked out once for a list that can't change; anew for any other. */
export function oncePerRows<T>(measure: (rows: readonly FiledRow[]) => T): (rows: readonly FiledRow[]) => T {
  const known = new WeakMap<readonly FiledRow[], { result: T }>();
  return (rows) => {
    if (!Object.isFrozen(rows)) return measure(rows);
    let found = known.get(rows);
    if (found === undefined) {
      found = { result: measure(rows) };
      known.set(rows, found);
    }
    return found.result;
  };
}

/** By trade date (unknown last), then by filing, then in filed order. */
export function compareRows(a: FiledRow, b: FiledRow): number {
  return dayOf(a) - dayOf(b) || compareWithinDay(a, b);
}

function compareWithinDay(a: FiledRow, b: FiledRow): number {
  return (
    compareFilings(a.filing, b.filing) || compareText(a.table, b.table) || compareText(a.kind, b.kind) || a.n - b.n
  );
}

/** Rows without a day stand before any day of the year 9999, and after all others. */
const UNDATED = dayNumber("9999-01-01") - 0.5;

function dayOf(row: FiledRow): number {
  return row.tradeDay ?? UNDATED;
}

/** A new array in the order of `compareRows`: by day as numbers, then within each day, as few rows share one. */
export function rowsInOrder(rows: readonly FiledRow[]): FiledRow[] {
  if (isInOrder(rows, 0, rows.length)) return rows.slice();
  const sorted = byDay(rows);
  for (let from = 0; from < sorted.length; ) {
    const day = dayOf(sorted[from] as FiledRow);
    let to = from + 1;
    while (to < sorted.length && dayOf(sorted[to] as FiledRow) === day) to += 1;
    if (!isInOrder(sorted, from, to)) {
      const within = sorted.slice(from, to).sort(compareWithinDay);
      for (let i = from; i < to; i += 1) sorted[i] = within[i - from] as FiledRow;
    }
    from = to;
  }
  return sorted;
}

/** Rows by day, those of one day as given: day and place are one number each, which typed arrays sort without a comparison of ours. */
function byDay(rows: readonly FiledRow[]): FiledRow[] {
  const count = rows.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i += 1) keys[i] = 2 * dayOf(rows[i] as FiledRow) * count + i;
  keys.sort();
  const sorted: FiledRow[] = [];
  for (const key of keys) sorted.push(rows[key - Math.floor(key / count) * count] as FiledRow);
  return sorted;
}

/** Lists of rows that can't change, each with its rows in time order. */
const IN_TIME = new WeakMap<readonly FiledRow[], readonly FiledRow[]>();

/** `rowsInOrder` of a frozen list, put in order once; frozen too. */
export function inTimeOnce(rows: readonly FiledRow[]): readonly FiledRow[] {
  const known = IN_TIME.get(rows);
  if (known !== undefined) return known;
  const sorted = Object.freeze(rowsInOrder(rows));
  IN_TIME.set(rows, sorted);
  return sorted;
}

/** All rows of the filings in time order: put in order once a list, and once for a list and what is left of it. */
export const rowsInTime: (filings: readonly FilingFacts[]) => readonly FiledRow[] = oncePerList((ordered) => {
  const rows = rowsOf(ordered);
  const taken = TAKEN_FROM.get(ordered);
  const whole = taken === undefined ? undefined : IN_TIME.get(rowsOf(taken.whole));
  if (taken === undefined || whole === undefined) return inTimeOnce(rows);
  const rest = Object.freeze(whole.filter((row) => !taken.gone.has(row)));
  IN_TIME.set(rows, rest);
  return rest;
});

function isInOrder(rows: readonly FiledRow[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
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
