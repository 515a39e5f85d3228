import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import {
  changeFilings,
  compareRows,
  compareText,
  filingsInOrder,
  groupBy,
  keepRows,
  oncePerList,
  rowsInTime,
} from "@/lib/analytics/rows/filing-order";
import { type Totals, totalsInOrder } from "@/lib/analytics/values";
import { mergeAlike } from "./merge-alike";
import { OwnerRelations, type Relation } from "./owner-relations";

/** Rows of several filings that tell of one economic event. */
export interface JointEvent {
  /** The earliest row to be known counts. */
  counted: FiledRow;
  /** The others are copies, each with the rule and evidence that merged it. */
  copies: readonly { row: FiledRow; address: string; relation: Relation; relatedTo: string }[];
}

/**
 * The joint events among the rows given (domain §3): same issuer, class, date, code, shares, price and direction in different
 * filings whose owners are related. Pass filings in force. Identical rows within one filing are all real.
 */
export const jointEvents: (filings: readonly FilingFacts[]) => readonly JointEvent[] = oncePerList(findJointEvents);

function findJointEvents(ordered: readonly FilingFacts[]): readonly JointEvent[] {
  const relations = new OwnerRelations(ordered);
  const events: JointEvent[] = [];
  for (const alike of rowsByDateAndShares(ordered)) {
    for (const group of groupBy(numbered(alike, relations), ({ key }) => key).values()) {
      const rows = group.map(({ row }) => row);
      if (rows.length > 1) events.push(...mergeAlike(rows, relations));
    }
  }
  return events.sort((a, b) => compareRows(a.counted, b.counted) || compareText(a.counted.address, b.counted.address));
}

/** Transaction rows of two filings or more that share date and shares: only they can be copies, and few rows do. */
function rowsByDateAndShares(ordered: readonly FilingFacts[]): FiledRow[][] {
  const rows = rowsInTime(ordered);
  const several: FiledRow[][] = [];
  const seen = new Map<number, FilingFacts>();
  for (let from = 0; from < rows.length; ) {
    const day = rows[from]?.tradeDay ?? null;
    let to = from + 1;
    while (to < rows.length && (rows[to]?.tradeDay ?? null) === day) to += 1;
    if (day !== null && shareShares(rows, from, to, seen)) several.push(...sharingShares(rows.slice(from, to)));
    from = to;
  }
  return several;
}

/** Whether two filings have rows of the same shares on a day: on most days none do, and nothing need be listed. */
function shareShares(rows: readonly FiledRow[], from: number, to: number, seen: Map<number, FilingFacts>): boolean {
  if (to - from < 2) return false;
  seen.clear();
  for (let at = from; at < to; at += 1) {
    const { kind, shares, filing } = rows[at] as FiledRow;
    if (kind !== "transaction" || shares === null) continue;
    const other = seen.get(shares);
    if (other === undefined) seen.set(shares, filing);
    else if (other !== filing) return true;
  }
  return false;
}

function sharingShares(day: readonly FiledRow[]): FiledRow[][] {
  const byShares = new Map<number, FiledRow[]>();
  for (const row of day) {
    if (row.kind !== "transaction" || row.shares === null) continue;
    const alike = byShares.get(row.shares);
    if (alike === undefined) byShares.set(row.shares, [row]);
    else alike.push(row);
  }
  return [...byShares.values()].filter((alike) => alike.some((row) => row.filing !== alike[0]?.filing));
}

/** Rows with the key that a copy would share; the n-th of equal rows in a filing meets the n-th elsewhere. */
function numbered(rows: readonly FiledRow[], relations: OwnerRelations): { row: FiledRow; key: string }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const same = JSON.stringify([
      row.filing.issuerCik,
      row.table,
      row.classKey,
      row.code,
      row.price,
      row.acquiredDisposed,
      row.exercisePrice,
      row.expirationDate,
      relations.holderInCouple(row),
    ]);
    const own = `${row.filing.filingId} ${same}`;
    const nth = seen.get(own) ?? 0;
    seen.set(own, nth + 1);
    return { row, key: `${same} ${nth}` };
  });
}

/** Copies by address with the reason for leaving them out of totals. */
export function jointCopies(events: readonly JointEvent[]): Map<string, string> {
  return new Map(events.flatMap((event) => event.copies.map((copy) => [copy.address, "joint copy"] as const)));
}

/** Filings without the rows that are joint copies, for measures over events rather than rows. */
export function withoutCopies(filings: readonly FilingFacts[], events: readonly JointEvent[]): readonly FilingFacts[] {
  const ordered = filingsInOrder(filings);
  if (events.length === 0) return ordered;
  const known = WITHOUT.get(ordered);
  if (known?.events === events) return known.filings;
  const copies = new Set<string>();
  const copying = new Set<string>();
  for (const event of events) {
    for (const { row, address } of event.copies) {
      copies.add(address);
      copying.add(row.filing.filingId);
    }
  }
  const isOwn = (row: FiledRow) => !copies.has(row.address);
  const counted = changeFilings(ordered, (filing) => (copying.has(filing.filingId) ? keepRows(filing, isOwn) : filing));
  WITHOUT.set(ordered, { events, filings: counted });
  return counted;
}

/** What was left of a list without the copies of these events: several measures ask for it. */
const WITHOUT = new WeakMap<
  readonly FilingFacts[],
  { events: readonly JointEvent[]; filings: readonly FilingFacts[] }
>();

/** Gross and net totals, and what lies between them. */
export interface DoubleCountMeter {
  gross: Totals;
  net: Totals;
  events: readonly JointEvent[];
}

/** The double-count meter: what the totals would be if every copy counted, and what they are. */
export function doubleCountMeter(
  filings: readonly FilingFacts[],
  excluded: ReadonlyMap<string, string> = new Map(),
): DoubleCountMeter {
  const rows = rowsInTime(filings);
  const events = jointEvents(filings);
  const gross = totalsInOrder(rows, excluded);
  const net = events.length === 0 ? gross : totalsInOrder(rows, new Map([...jointCopies(events), ...excluded]));
  return { gross, net, events };
}
