import { balanceBefore, type Leg, openingOf, type SegmentOrder } from "@/lib/analytics/holdings/chains/segment-order";
import {
  asksFilingBefore,
  buildSegment,
  byFiledOrder,
  closingBalance,
  inTimeOrder,
  pointDate,
  type Segment,
} from "@/lib/analytics/holdings/chains/segments";
import { isUnitRow, unitGrants } from "@/lib/analytics/holdings/chains/unit-grants";
import { oncePerOwners } from "@/lib/analytics/rows/by-holder";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy, oncePerList } from "@/lib/analytics/rows/filing-order";
import { sumOrNull } from "@/lib/analytics/sums";
import { type BalanceUnit, balanceUnit, hasLineNotes, lineKey, noteWords } from "./line-keys";
import { groupByFiling, rowsByLine, runsByFiling } from "./line-rows";

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
export const balanceLines: (filings: readonly FilingFacts[]) => readonly BalanceLine[] = oncePerList((ordered) => {
  // The key begins with issuer and owners: lines of one owner set stand together.
  const groups = linesByOwners(ordered).filter((lines) => lines.length > 0);
  groups.sort((a, b) => compareText(a[0]?.key ?? "", b[0]?.key ?? ""));
  return groups.flat();
});

const linesByOwners = oncePerOwners((filings): readonly BalanceLine[] => {
  const lines: BalanceLine[] = [];
  for (const rows of rowsByLine(filings).values()) lines.push(...linesUnder(rows));
  return lines.sort((a, b) => compareText(a.key, b.key));
});

/** The lines under one description: one, or several that grants or notes tell apart. */
function linesUnder(rows: readonly FiledRow[]): BalanceLine[] {
  const first = rows[0] as FiledRow;
  const key = lineKey(first);
  if (isUnitRow(first)) return grantLines(key, rows);
  const forms = runsByFiling(rows);
  if (!needsNotes(forms)) return [buildLine(key, forms, NO_WORDS)];
  const parts = groupBy(rows, wordsKey);
  return [...parts].map(([words, part]) =>
    buildLine(`${key}${words}`, runsByFiling(part), noteWords(part[0] as FiledRow)),
  );
}

/** Grants of units; the first row's address names each, where there are several. */
function grantLines(key: string, rows: readonly FiledRow[]): BalanceLine[] {
  const timed = [...rows].sort((a, b) => compareText(pointDate(a) ?? "9999", pointDate(b) ?? "9999"));
  const grants = unitGrants(timed);
  if (grants.length === 1) return [buildLine(key, runsByFiling(rows), NO_WORDS)];
  return grants.map((grant) => {
    const first = grant.rows[0] as FiledRow;
    const forms = [...groupByFiling(grant.rows).values()];
    return buildLine(`${key}${first.address}`, forms, noteWords(first));
  });
}

const NO_WORDS: readonly string[] = [];

/** Whether some filing has two lines under one description that only their notes tell apart. */
function needsNotes(forms: readonly (readonly FiledRow[])[]): boolean {
  for (const filed of forms) {
    if (filed.length < 2 || !filed.some(hasLineNotes)) continue;
    const parts = groupBy(filed, wordsKey);
    if (parts.size > 1 && tellApart(parts, filed, forms)) return true;
  }
  return false;
}

const wordsKey = (row: FiledRow) => JSON.stringify(noteWords(row));

/**
 * Whether the notes of a filing make its rows clearer than they are together. Balances that chain through all its rows make one
 * line whatever the notes; where they chain only by the note on a balance or by the habit of a final balance, or where a note
 * hangs on several holdings of shares, the notes decide if the other filings of the line have the same: vesting notes come and
 * go.
 */
function tellApart(
  parts: ReadonlyMap<string, readonly FiledRow[]>,
  filed: readonly FiledRow[],
  forms: readonly (readonly FiledRow[])[],
): boolean {
  const whole = chainingOf(filed);
  if (whole === "one chain" || (whole === "by habit" && isOneByNature(filed))) return false;
  const each = [...parts.values()].map(chainingOf);
  if (each.includes("unclear")) return false;
  const isSeveral = each.includes("several");
  if (whole !== "by habit" && !isSeveral) return true;
  if (isSeveral && filed[0]?.table === "II") return false;
  return forms.every((form) => form.every((row) => parts.has(wordsKey(row))));
}

type Chaining = "one chain" | "by habit" | "several" | "unclear";

function chainingOf(rows: readonly FiledRow[]): Chaining {
  const { ends, order, byNote } = buildSegment(rows, null);
  if (order === "unclear") return "unclear";
  if (ends.length > 1) return "several";
  return byNote || order === "final-balance" ? "by habit" : "one chain";
}

/** What one person holds directly in one class of shares is one line. */
function isOneByNature([first]: readonly FiledRow[]): boolean {
  return first?.table === "I" && first.directOrIndirect === "D" && first.filing.owners.length === 1;
}

function buildLine(key: string, forms: readonly (readonly FiledRow[])[], notes: readonly string[]): BalanceLine {
  const settled = settle(inTimeOrder(forms.map((rows) => buildSegment(rows, null))));
  const points: BalancePoint[] = [];
  for (const { legs, order } of settled) for (const leg of legs) points.push(pointOf(leg, order));
  const last = forms.at(-1)?.at(-1) as FiledRow;
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

/** Segments in time order, those that the filing before decides put in the order that goes on from its end. */
function settle(segments: readonly Segment[]): readonly Segment[] {
  let closing: number | null = null;
  return segments.map((segment) => {
    const again = !asksFilingBefore(segment)
      ? segment
      : buildSegment(segment.legs.map((leg) => leg.row).sort(byFiledOrder), closing);
    closing = closingBalance(again);
    return again;
  });
}

function pointOf(leg: Leg, order: SegmentOrder): BalancePoint {
  const reported = balanceUnit(leg.row) === "dollars" ? leg.row.valueAfter : leg.row.sharesAfter;
  return {
    row: leg.row,
    address: leg.row.address,
    date: leg.date === undefined ? pointDate(leg.row) : leg.date,
    change: leg.change,
    before: balanceBefore(leg),
    balance: leg.balance,
    balanceBasis: leg.balance === null ? null : leg.balance === reported ? "reported" : "computed",
    order,
  };
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
