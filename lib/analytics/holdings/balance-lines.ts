import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { compareText, filingsInOrder, groupBy } from "@/lib/analytics/rows/filing-order";
import { sumOrNull } from "@/lib/analytics/sums";
import { daysBetween } from "@/lib/ownership/calendar-dates";
import { type Leg, openingOf, orderSegment, type SegmentOrder, signedChange } from "./chains/segment-order";
import { isUnitRow, unitGrants } from "./chains/unit-grants";
import { type BalanceUnit, balanceUnit, lineKey, noteWords } from "./line-keys";

/** One row's mark on a line: the balance that it reports, and the change that led there. */
export interface BalancePoint {
  row: FiledRow;
  /** `<filing id>#<anchor>`. */
  address: string;
  /** Trade date; for a holding the day its filing speaks of. Null when the filing names none. */
  date: string | null;
  /** Signed shares (or dollars); 0 for a holding; null when not reported. */
  change: number | null;
  /** Balance before the row: the reported balance less the change; null when either is unknown. */
  before: number | null;
  balance: number | null;
  /** `computed`: the filer wrote the final balance on every row, so this step was worked out from it. */
  balanceBasis: "reported" | "computed" | null;
  /** How the row's place within its filing was found. */
  order: SegmentOrder;
}

/** A derivative's grant, as the form identifies it. */
export interface GrantTerms {
  exercisePrice: number | null;
  expirationDate: string | null;
  underlyingTitle: string | null;
}

export type LineMark =
  /** Two holdings of one filing fell on this line: nothing filed tells them apart. */
  | "indistinct"
  /** In some filing no order of the rows fits their balances. */
  | "unclear-order"
  /** In some filing a round trip could start at any of its balances. */
  | "ambiguous-order"
  /** The rows of some filing were put in another order than filed. */
  | "reordered";

/** The history of one balance: one owner set, one issuer, one title, D or I, one nature. Never added to another line. */
export interface BalanceLine {
  key: string;
  issuerCik: string;
  ownerKey: string;
  table: "I" | "II";
  unit: BalanceUnit;
  /** As last filed. */
  securityTitle: string | null;
  directOrIndirect: "D" | "I" | null;
  natureOfOwnership: string | null;
  /** Words of the notes that tell this line from another of the same description; empty when none were needed. */
  notes: readonly string[];
  /** Table II only. */
  grant: GrantTerms | null;
  /** In time order. */
  points: readonly BalancePoint[];
  /** Balance before the first point, where it can be worked out. */
  opening: number | null;
  /** Balance at the end of the chain, with the rows that report it (several on an indistinct line, then added). */
  closing: { balance: number; date: string | null; rows: readonly FiledRow[] } | null;
  marks: readonly LineMark[];
}

/**
 * The balance lines of the filings given (domain §6), each with its points in time order.
 * Pass filings in force: a superseded row would stand as a point of its own. The order of `filings` doesn't matter.
 */
export function balanceLines(filings: readonly FilingFacts[]): BalanceLine[] {
  const byLine = groupBy(
    filingsInOrder(filings).flatMap((filing) => filing.rows),
    lineKey,
  );
  return [...byLine].flatMap(([key, rows]) => linesUnder(key, rows)).sort((a, b) => compareText(a.key, b.key));
}

/** The lines under one description: one, or several that grants or notes tell apart. */
function linesUnder(key: string, rows: readonly FiledRow[]): BalanceLine[] {
  if (isUnitRow(rows[0] as FiledRow)) return grantLines(key, rows);
  if (!needsNotes(rows)) return [buildLine(key, rows, [])];
  const parts = groupBy(rows, (row) => JSON.stringify(noteWords(row)));
  return [...parts].map(([words, part]) => buildLine(`${key}${words}`, part, noteWords(part[0] as FiledRow)));
}

/** Grants of units; the first row's address names each, where there are several. */
function grantLines(key: string, rows: readonly FiledRow[]): BalanceLine[] {
  const timed = [...rows].sort((a, b) => compareText(pointDate(a) ?? "9999", pointDate(b) ?? "9999"));
  const grants = unitGrants(timed);
  if (grants.length === 1) return [buildLine(key, rows, [])];
  return grants.map((grant) => {
    const first = grant.rows[0] as FiledRow;
    return buildLine(`${key}${rowAddress(first)}`, grant.rows, noteWords(first));
  });
}

/** Whether some filing has two lines under one description that only their notes tell apart. */
function needsNotes(rows: readonly FiledRow[]): boolean {
  for (const filed of groupBy(rows, (row) => row.filing.filingId).values()) {
    if (filed.length < 2) continue;
    const parts = [...groupBy(filed, (row) => JSON.stringify(noteWords(row))).values()];
    if (parts.length > 1 && !isOneChain(filed) && parts.every(isOneChain)) return true;
  }
  return false;
}

function isOneChain(rows: readonly FiledRow[]): boolean {
  const segment = buildSegment(rows, null);
  return segment.ends.length === 1 && segment.order !== "unclear";
}

interface Segment {
  filing: FilingFacts;
  legs: readonly Leg[];
  order: SegmentOrder;
  ambiguous: boolean;
  /** Where its chains end: one leg, or several on lines that can't be told apart. */
  ends: readonly Leg[];
  from: string;
  to: string;
}

function legOf(row: FiledRow): Leg {
  const balance = balanceUnit(row) === "dollars" ? row.valueAfter : row.sharesAfter;
  const change = balanceUnit(row) === "dollars" && row.kind === "transaction" ? dollarChange(row) : signedChange(row);
  return { row, change, balance };
}

function dollarChange(row: FiledRow): number | null {
  if (row.totalValue === null || row.acquiredDisposed === null) return null;
  return row.acquiredDisposed === "A" ? row.totalValue : -row.totalValue;
}

function buildSegment(rows: readonly FiledRow[], previousClosing: number | null): Segment {
  const filing = (rows[0] as FiledRow).filing;
  const legs = rows.map(legOf);
  const held = legs.filter((leg) => leg.row.kind === "holding");
  const traded = tradedChains(
    legs.filter((leg) => leg.row.kind === "transaction"),
    previousClosing,
  );
  // A holding that repeats where the trades end says nothing new; any other is a line that can't be told apart.
  const only = traded.ends.length === 1 ? traded.ends[0] : undefined;
  const others = held.filter((leg) => only === undefined || leg.balance === null || leg.balance !== only.balance);
  const ordered = [...traded.legs, ...held];
  const dates = ordered.map((leg) => pointDate(leg.row) ?? "");
  return {
    filing,
    legs: ordered,
    order: traded.order,
    ambiguous: traded.ambiguous,
    ends: [...traded.ends, ...others],
    from: dates.reduce((a, b) => (a < b ? a : b), "9999"),
    to: dates.reduce((a, b) => (a > b ? a : b), ""),
  };
}

function tradedChains(legs: readonly Leg[], previousClosing: number | null) {
  if (legs.length === 0) return { legs, order: "filed" as const, ambiguous: false, ends: [] };
  const ordered = orderSegment(legs, previousClosing);
  return { ...ordered, ends: ordered.legs.slice(-1) };
}

/** The one balance that a segment ends on; null where there are several, or none is reported. */
function closingBalance(segment: Segment | undefined): number | null {
  return segment?.ends.length === 1 ? (segment.ends[0]?.balance ?? null) : null;
}

function buildLine(key: string, rows: readonly FiledRow[], notes: readonly string[]): BalanceLine {
  const parts = [...groupBy(rows, (row) => row.filing.filingId).values()];
  const segments = inTimeOrder(parts.map((part) => buildSegment(part, null)));
  let closing: number | null = null;
  const settled = segments.map((segment) => {
    const again = !isRoundTrip(segment)
      ? segment
      : buildSegment(segment.legs.map((leg) => leg.row).sort(byFiledOrder), closing);
    closing = closingBalance(again);
    return again;
  });
  const points = settled.flatMap((segment) => segment.legs.map((leg) => pointOf(leg, segment.order)));
  const last = rows.at(-1) as FiledRow;
  return {
    key,
    issuerCik: last.filing.issuerCik,
    ownerKey: last.filing.ownerKey,
    table: last.table,
    unit: balanceUnit(last),
    securityTitle: last.securityTitle,
    directOrIndirect: last.directOrIndirect,
    natureOfOwnership: last.natureOfOwnership,
    notes,
    grant: last.table === "II" ? grantTerms(last) : null,
    points,
    opening: openingOf(settled[0]?.legs ?? []),
    closing: closingOf(settled),
    marks: marksOf(settled),
  };
}

/** Only a round trip's start depends on the filing before. */
function isRoundTrip(segment: Segment): boolean {
  const opening = openingOf(segment.legs);
  return segment.legs.length > 1 && (opening === null || segment.legs.some((leg) => leg.balance === opening));
}

function byFiledOrder(a: FiledRow, b: FiledRow): number {
  return compareText(a.kind === "transaction" ? "a" : "b", b.kind === "transaction" ? "a" : "b") || a.n - b.n;
}

/** By last trade date, then by when the public knew; filings of one day are chained where one's opening is another's closing. */
function inTimeOrder(segments: readonly Segment[]): Segment[] {
  const sorted = [...segments].sort(
    (a, b) =>
      compareText(a.to, b.to) ||
      compareText(a.filing.knownAt ?? "", b.filing.knownAt ?? "") ||
      compareText(a.filing.filingId, b.filing.filingId),
  );
  const ordered: Segment[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]?.to === sorted[at]?.to) end += 1;
    ordered.push(...chained(sorted.slice(at, end), closingBalance(ordered.at(-1))));
    at = end;
  }
  return ordered;
}

function chained(sameDay: Segment[], closingBefore: number | null): Segment[] {
  const result: Segment[] = [];
  let closing = closingBefore;
  const left = [...sameDay];
  while (left.length > 0) {
    const follows = left.findIndex((segment) => closing !== null && openingOf(segment.legs) === closing);
    const [next] = left.splice(Math.max(follows, 0), 1) as [Segment];
    result.push(next);
    closing = closingBalance(next) ?? closing;
  }
  return result;
}

function pointOf(leg: Leg, order: SegmentOrder): BalancePoint {
  const reported = balanceUnit(leg.row) === "dollars" ? leg.row.valueAfter : leg.row.sharesAfter;
  return {
    row: leg.row,
    address: rowAddress(leg.row),
    date: pointDate(leg.row),
    change: leg.change,
    before: openingOf([leg]),
    balance: leg.balance,
    balanceBasis: leg.balance === null ? null : leg.balance === reported ? "reported" : "computed",
    order,
  };
}

/** A holding stands after the filing's latest trade (a form reports balances “following reported transactions”). */
function pointDate(row: FiledRow): string | null {
  if (row.kind === "transaction") return row.tradeDate;
  const { filing } = row;
  const latest = latestTrade(filing);
  const known = filing.filingDate ?? filing.signatureDate;
  // A trade date after the filing is a slip; it must not carry a holding into the future.
  if (known !== null && latest !== "" && daysBetween(known, latest) > 0) return filing.periodOfReport ?? known;
  return latest === "" ? known : latest;
}

const LATEST = new WeakMap<FilingFacts, string>();

/** The filing's latest trade date, or its period; empty when it has neither. */
function latestTrade(filing: FilingFacts): string {
  const known = LATEST.get(filing);
  if (known !== undefined) return known;
  const dates = filing.rows.flatMap((row) => (row.kind === "transaction" ? (row.tradeDate ?? []) : []));
  const latest = dates.reduce((a, b) => (a > b ? a : b), filing.periodOfReport ?? "");
  LATEST.set(filing, latest);
  return latest;
}

function grantTerms(row: FiledRow): GrantTerms {
  return {
    exercisePrice: row.exercisePrice,
    expirationDate: row.expirationDate,
    underlyingTitle: row.underlyingTitle,
  };
}

function closingOf(segments: readonly Segment[]): BalanceLine["closing"] {
  const last = segments.at(-1);
  const end = last?.ends[0];
  if (last === undefined || end === undefined) return null;
  const balance = sumOrNull(last.ends.map((leg) => leg.balance));
  return balance === null ? null : { balance, date: last.to || null, rows: last.ends.map((leg) => leg.row) };
}

function marksOf(segments: readonly Segment[]): LineMark[] {
  const marks = new Set<LineMark>();
  for (const segment of segments) {
    if (segment.ends.length > 1) marks.add("indistinct");
    if (segment.order === "unclear") marks.add("unclear-order");
    if (segment.order === "arithmetic") marks.add("reordered");
    if (segment.ambiguous) marks.add("ambiguous-order");
  }
  return [...marks].sort();
}
