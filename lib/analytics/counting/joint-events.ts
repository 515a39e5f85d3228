import { classKey } from "@/lib/analytics/rows/class-titles";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { compareRows, compareText, filingsInOrder, groupBy } from "@/lib/analytics/rows/filing-order";
import { type Totals, totals } from "@/lib/analytics/values";
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
export function jointEvents(filings: readonly FilingFacts[]): JointEvent[] {
  const ordered = filingsInOrder(filings);
  const relations = new OwnerRelations(ordered);
  const groups = groupBy(
    ordered.flatMap((filing) => comparable(filing)),
    ({ key }) => key,
  );
  const events: JointEvent[] = [];
  for (const group of groups.values()) {
    if (group.length > 1)
      events.push(
        ...merge(
          group.map(({ row }) => row),
          relations,
        ),
      );
  }
  return events.sort(
    (a, b) => compareRows(a.counted, b.counted) || compareText(rowAddress(a.counted), rowAddress(b.counted)),
  );
}

/** Transaction rows with the key that a copy would share; the n-th of equal rows in a filing meets the n-th elsewhere. */
function comparable(filing: FilingFacts): { row: FiledRow; key: string }[] {
  const seen = new Map<string, number>();
  const rows: { row: FiledRow; key: string }[] = [];
  for (const row of filing.rows) {
    if (row.kind !== "transaction" || row.shares === null || row.tradeDate === null) continue;
    const same = JSON.stringify([
      filing.issuerCik,
      row.table,
      classKey(row.securityTitle),
      row.tradeDate,
      row.code,
      row.shares,
      row.price,
      row.acquiredDisposed,
      row.exercisePrice,
      row.expirationDate,
    ]);
    const nth = seen.get(same) ?? 0;
    seen.set(same, nth + 1);
    rows.push({ row, key: `${same} ${nth}` });
  }
  return rows;
}

/** Grows one event from each row not yet merged, in the order they became known. */
function merge(rows: readonly FiledRow[], relations: OwnerRelations): JointEvent[] {
  const left = [...rows].sort(compareRows);
  const events: JointEvent[] = [];
  while (left.length > 0) {
    const counted = left.shift() as FiledRow;
    const copies: JointEvent["copies"][number][] = [];
    const members = [counted];
    for (let grew = true; grew; ) {
      grew = false;
      for (const [i, row] of left.entries()) {
        const found = firstRelation(row, members, relations);
        if (found === null) continue;
        copies.push({ row, address: rowAddress(row), ...found });
        members.push(row);
        left.splice(i, 1);
        grew = true;
        break;
      }
    }
    if (copies.length > 0) events.push({ counted, copies });
  }
  return events;
}

function firstRelation(row: FiledRow, members: readonly FiledRow[], relations: OwnerRelations) {
  for (const member of members) {
    if (member.filing.filingId === row.filing.filingId) continue;
    const relation = relations.between(member, row);
    if (relation !== null) return { relation, relatedTo: rowAddress(member) };
  }
  return null;
}

/** Copies by address with the reason for leaving them out of totals. */
export function jointCopies(events: readonly JointEvent[]): Map<string, string> {
  return new Map(events.flatMap((event) => event.copies.map((copy) => [copy.address, "joint copy"] as const)));
}

/** Filings without the rows that are joint copies, for measures over events rather than rows. */
export function withoutCopies(filings: readonly FilingFacts[], events: readonly JointEvent[]): FilingFacts[] {
  const copies = jointCopies(events);
  return filings.map((filing) => {
    const rows = filing.rows.filter((row) => !copies.has(rowAddress(row)));
    return rows.length === filing.rows.length ? filing : { ...filing, rows };
  });
}

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
  const rows = filingsInOrder(filings).flatMap((filing) => filing.rows);
  const events = jointEvents(filings);
  return { gross: totals(rows, excluded), net: totals(rows, new Map([...jointCopies(events), ...excluded])), events };
}
