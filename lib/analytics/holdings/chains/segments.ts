import { balanceUnit } from "@/lib/analytics/holdings/line-keys";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText } from "@/lib/analytics/rows/filing-order";
import {
  type Leg,
  type OrderedSegment,
  openingOf,
  orderSegment,
  type SegmentOrder,
  signedChange,
} from "./segment-order";
import { chainsSideBySide, severalChains } from "./several-chains";

/** The rows of one line in one filing, in order. */
export interface Segment {
  filing: FilingFacts;
  legs: readonly Leg[];
  order: SegmentOrder;
  ambiguous: boolean;
  /** Filed order by the note on a balance, where the figures alone don't fit. */
  byNote: boolean;
  /** Where its chains end: one leg, or several on lines that can't be told apart. */
  ends: readonly Leg[];
  to: string;
}

/** Orders the rows of one line and one filing; `previousClosing` is the line's balance after the filing before. */
export function buildSegment(rows: readonly FiledRow[], previousClosing: number | null): Segment {
  const filing = (rows[0] as FiledRow).filing;
  const legs = rows.map(legOf);
  if (legs.length === 1) {
    const to = pointDate(rows[0] as FiledRow) ?? "";
    return { filing, legs, order: "filed", ambiguous: false, byNote: false, ends: legs, to };
  }
  const traded = tradedChains(
    legs.filter((leg) => leg.row.kind === "transaction"),
    previousClosing,
  );
  const holdings = legs.filter((leg) => leg.row.kind === "holding");
  const starts = holdings.filter((leg) => repeatsOpening(leg, traded.legs));
  const held = holdings.filter((leg) => !starts.includes(leg));
  // A holding that repeats where the trades end says nothing new; any other is a line that can't be told apart.
  const only = traded.ends.length === 1 ? traded.ends[0] : undefined;
  const others = held.filter((leg) => only === undefined || leg.balance === null || leg.balance !== only.balance);
  const date = traded.legs[0]?.row.tradeDate ?? null;
  const ordered = [...starts.map((leg) => ({ ...leg, date })), ...traded.legs, ...held];
  const dates = ordered.map((leg) => pointDate(leg.row) ?? "");
  return {
    filing,
    legs: ordered,
    order: traded.order,
    ambiguous: traded.ambiguous,
    byNote: traded.byNote ?? false,
    ends: [...traded.ends, ...others],
    to: dates.reduce((a, b) => (a > b ? a : b), ""),
  };
}

/**
 * Some filers write the balance before their trades as a holding beside them. What one person holds directly in one class is
 * one line, so there it can't be another; two indirect lines may well have held the same.
 */
function repeatsOpening({ row, balance }: Leg, traded: readonly Leg[]): boolean {
  const isOneLine = row.table === "I" && row.directOrIndirect === "D" && row.filing.owners.length === 1;
  return isOneLine && balance !== null && balance === openingOf(traded) && balance !== traded.at(-1)?.balance;
}

function legOf(row: FiledRow): Leg {
  if (balanceUnit(row) === "shares") return { row, change: signedChange(row), balance: row.sharesAfter };
  const change = row.kind === "transaction" ? dollarChange(row) : signedChange(row);
  return { row, change, balance: row.valueAfter };
}

function dollarChange(row: FiledRow): number | null {
  if (row.totalValue === null || row.acquiredDisposed === null) return null;
  return row.acquiredDisposed === "A" ? row.totalValue : -row.totalValue;
}

function tradedChains(legs: readonly Leg[], previousClosing: number | null): OrderedSegment & { ends: readonly Leg[] } {
  if (legs.length === 0) return { legs, order: "filed", ambiguous: false, ends: [] };
  const sideBySide = chainsSideBySide(legs);
  if (sideBySide !== null) return ofChains(sideBySide);
  const ordered = orderSegment(legs, previousClosing);
  const chains = ordered.order === "unclear" ? severalChains(legs) : null;
  return chains === null ? { ...ordered, ends: ordered.legs.slice(-1) } : ofChains(chains);
}

function ofChains(chains: readonly (readonly Leg[])[]): OrderedSegment & { ends: readonly Leg[] } {
  return {
    legs: chains.flat(),
    order: "filed",
    ambiguous: false,
    ends: chains.flatMap((one) => one.slice(-1)),
  };
}

/** The one balance that a segment ends on; null where there are several, or none is reported. */
export function closingBalance(segment: Segment | undefined): number | null {
  return segment?.ends.length === 1 ? (segment.ends[0]?.balance ?? null) : null;
}

/** Whether the filing before decides the order: a round trip's start, and whether a note or the figures are right. */
export function asksFilingBefore(segment: Segment): boolean {
  if (segment.legs.length < 2) return false;
  if (segment.byNote) return true;
  const opening = openingOf(segment.legs);
  return opening === null || segment.legs.some((leg) => leg.balance === opening);
}

/** Transactions before holdings, each in filed order. */
export function byFiledOrder(a: FiledRow, b: FiledRow): number {
  return compareText(a.kind === "transaction" ? "a" : "b", b.kind === "transaction" ? "a" : "b") || a.n - b.n;
}

/** By last trade date, then by when the public knew; filings of one day are chained where one's opening is another's closing. */
export function inTimeOrder(segments: readonly Segment[]): Segment[] {
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
    if (end - at === 1) ordered.push(sorted[at] as Segment);
    else ordered.push(...chained(sorted.slice(at, end), closingBalance(ordered.at(-1))));
    at = end;
  }
  return ordered;
}

/** Each goes on from the balance that the one before left, the first such as given; where none does, the first that is left. */
function chained(sameDay: readonly Segment[], closingBefore: number | null): Segment[] {
  const byOpening = new Map<number | null, Segment[]>();
  for (const segment of [...sameDay].reverse()) {
    const opening = openingOf(segment.legs);
    const waiting = byOpening.get(opening);
    if (waiting === undefined) byOpening.set(opening, [segment]);
    else waiting.push(segment);
  }
  const placed = new Set<Segment>();
  let closing = closingBefore;
  for (let at = 0; placed.size < sameDay.length; ) {
    const next = nextFree(closing === null ? [] : (byOpening.get(closing) ?? []), placed) ?? (sameDay[at++] as Segment);
    if (placed.has(next)) continue;
    placed.add(next);
    closing = closingBalance(next) ?? closing;
  }
  return [...placed];
}

/** The last of those that wait that is not placed yet; the placed ones behind it go. */
function nextFree(waiting: Segment[], placed: ReadonlySet<Segment>): Segment | undefined {
  let next = waiting.pop();
  while (next !== undefined && placed.has(next)) next = waiting.pop();
  return next;
}

/** A holding stands after the filing's latest trade (a form reports balances “following reported transactions”). */
export function pointDate(row: FiledRow): string | null {
  if (row.kind === "transaction") return row.tradeDate;
  const { filing } = row;
  const latest = latestTrade(filing);
  const known = filing.filingDate ?? filing.signatureDate;
  // A trade date after the filing is a slip; it must not carry a holding into the future.
  if (known !== null && latest > known) return filing.periodOfReport ?? known;
  return latest === "" ? known : latest;
}

const LATEST = new WeakMap<FilingFacts, string>();

/** The filing's latest trade date, or its period; empty when it has neither. */
function latestTrade(filing: FilingFacts): string {
  const known = LATEST.get(filing);
  if (known !== undefined) return known;
  let latest = filing.periodOfReport ?? "";
  for (const row of filing.rows) {
    if (row.kind === "transaction" && row.tradeDate !== null && row.tradeDate >= latest) latest = row.tradeDate;
  }
  LATEST.set(filing, latest);
  return latest;
}
