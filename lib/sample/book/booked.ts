import type { OwnershipDocument, RowKind } from "@/lib/ownership/document";
import type { TableNumber } from "@/lib/ownership/identity";
import type { Day } from "../market/calendar";
import type { Filer, Insider, Line } from "../market/filer";

/** A filing as the book knows it. Its accession is set when the issuer's filings are put in order of acceptance. */
export interface BookedFiling {
  document: OwnershipDocument;
  filer: Filer;
  /** Earliest trade, or the event that a Form 3 or 5 reports. */
  day: Day;
  fileDay: Day;
  /** Minutes after midnight, New York. */
  minute: number;
  second: number;
  rows: BookedRow[];
}

export type PlanAnswer = "yes" | "no" | "unknown";
export type PlanBasis = "row footnote" | "remarks" | "filing checkbox";

/** What a note or remark says of a row, and the plan that it names (null = none, or undated). */
export interface PlanMark {
  answer: "yes" | "no";
  basis: "row footnote" | "remarks";
  plan: PlanStory | null;
}

/** A trading plan: one insider, one issuer, one adoption date. */
export interface PlanStory {
  insider: Insider;
  adopted: Day;
  precision: "day" | "month";
  amended: Day | null;
}

/** A row with everything that the bookkeeping knows of it. */
export interface BookedRow {
  filing: BookedFiling;
  anchor: string;
  table: TableNumber;
  kind: RowKind;
  line: Line;
  code: string | null;
  direction: "A" | "D" | null;
  day: Day;
  shares: number;
  /** Dollars a share as filed; null where a footnote stands in its place. */
  price: number | null;
  /** Balance before and after by the chain of the line. */
  before: number;
  after: number;
  mark: PlanMark | null;
  /** A sale that only pays a tax on vesting. */
  taxSale: boolean;
  answer: PlanAnswer;
  answerBasis: PlanBasis | null;
  supersededBy: BookedRow | null;
  /** The row of another filing that counts for this one (joint event). */
  countedBy: BookedRow | null;
  /** Out of totals for its price. */
  flagged: boolean;
}

/** The row that stands for a row today: the last one of its chain of amendments. */
export function inForce(row: BookedRow): BookedRow {
  let at = row;
  while (at.supersededBy !== null) at = at.supersededBy;
  return at;
}

export function accessionOf(filing: BookedFiling): string {
  return filing.document.accession ?? "";
}

/** `accession#anchor`. */
export function addressOf(row: BookedRow): string {
  return `${accessionOf(row.filing)}#${row.anchor}`;
}
