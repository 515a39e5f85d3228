import type { FlowPart } from "@/lib/analytics/exercise/exercise-flow";
import type { ResidualExplanation } from "@/lib/analytics/holdings/ledger-audit";
import type { RoutineClass } from "@/lib/analytics/signals/routine";
import type { CitedFigure, PartyRef, RowRef } from "../views/shapes/cited-figure";
import type { RowLabel } from "../views/shapes/row";

/** What an issuer's or insider's page shows below its charts. Plain data, as in `views/shapes`. */

/** A step of a balance line that does not add up. */
export interface ResidualView {
  /** The row before the gap and the row after it. */
  from: RowRef & { date: string | null; balance: number };
  to: RowRef & { date: string | null; code: string | null; change: number | null; balance: number | null };
  owners: PartyRef[];
  securityTitle: string | null;
  directOrIndirect: "D" | "I" | null;
  natureOfOwnership: string | null;
  /** What the row before left, what the row after started from, and the difference. */
  left: number;
  found: number;
  residual: number;
  explanation: ResidualExplanation;
  /** The note, the ratio, the other line, in words; empty when there is none. */
  evidence: string;
  hint: string | null;
}

export interface AuditView {
  /** Steps that could be checked, and those that add up. */
  checked: number;
  closed: number;
  /** Lines whose parts nothing filed tells apart: not checked. */
  indistinctLines: number;
  /** Unexplained first, then by date. */
  residuals: ResidualView[];
  byExplanation: { explanation: ResidualExplanation; count: number }[];
  splits: { words: string; after: string; by: string; confirmed: boolean; rows: RowRef[] }[];
}

/** An open grant: options by strike and expiry, units by their vesting note. */
export interface GrantView {
  key: string;
  owners: PartyRef[];
  issuer: PartyRef & { symbol: string | null };
  kind: "option" | "unit";
  securityTitle: string | null;
  underlyingTitle: string | null;
  strike: number | null;
  exercisableFrom: string | null;
  expirationDate: string | null;
  daysToExpiry: number | null;
  isExpiringSoon: boolean;
  count: CitedFigure;
  countDate: string | null;
  /** The owners' own latest open-market price of the underlying class. */
  lastPrice: CitedFigure;
  lastPriceDate: string | null;
  /** (last price − strike) × count; below zero: out of the money. */
  intrinsicValue: CitedFigure;
  moneyness: "in the money" | "out of the money" | "at the money" | null;
  vesting: string[];
}

export interface OptionBookView {
  /** The day by which expiry is judged. */
  day: string | null;
  grants: GrantView[];
  leftOut: { reason: string; count: number }[];
}

/** Where the exercised shares of one class went; the parts add up to the exercised shares. */
export interface FlowView {
  issuer: PartyRef & { symbol: string | null };
  securityTitle: string | null;
  exercised: CitedFigure;
  parts: { part: FlowPart; figure: CitedFigure }[];
  episodes: number;
  episodesLeftOut: number;
}

/** A part of a whole, with the filings of the part. */
export interface FilingShareView {
  part: number;
  whole: number;
  share: number | null;
  filingIds: string[];
}

/** How one owner files on one issuer: facts, no judgement. */
export interface ConductView {
  insider: PartyRef;
  issuer: PartyRef & { symbol: string | null };
  filings: number;
  late: FilingShareView;
  lateUnlessDeemed: string[];
  latest: { filingId: string; businessDays: number } | null;
  notAssessed: number;
  amendments: FilingShareView;
  withoutPrice: { figure: CitedFigure; whole: number };
  habits: { words: string; expectedBy: string; broken: boolean | null; rows: RowRef[] }[];
}

/** What the totals would be if every copy of a joint event counted, and what they are. */
export interface MeterView {
  gross: { buys: CitedFigure; sales: CitedFigure };
  net: { buys: CitedFigure; sales: CitedFigure };
  copies: number;
  byRule: { rule: string; count: number }[];
  events: { counted: RowLabel; copies: { row: RowLabel; owners: PartyRef[]; rule: string; evidence: string }[] }[];
}

/** How an insider's trades of a year are classed by the three years before it. */
export interface RoutineYearView {
  year: number;
  /** Null: not assessed. */
  class: Exclude<RoutineClass, "unclassified"> | null;
  reason: string;
  /** Calendar months (1 to 12) with a trade in each of the three years; empty unless routine. */
  months: number[];
  /** Purchases and sales of the year itself, by row. */
  trades: number;
  /** How many rows the three years before have, and which. */
  evidence: CitedFigure;
}

/** (purchases − sales) ÷ (purchases + sales), by number of rows; null where there are none. */
export interface PurchaseRatioView {
  figure: CitedFigure;
  purchases: number;
  sales: number;
}

/** Trades in one direction in consecutive calendar months. */
export interface TradeSequenceView {
  side: "purchase" | "sale";
  /** Trade dates of the first and the last row. */
  first: string;
  last: string;
  months: number;
  /** All rows, with a value or without. */
  trades: number;
  /** Dollars of the rows with a value. */
  total: CitedFigure;
}

/** When one insider trades one issuer's stock. */
export interface TraderPatternView {
  insider: PartyRef;
  issuer: PartyRef & { symbol: string | null };
  /** Years with a trade, newest first. */
  years: RoutineYearView[];
  ratio: PurchaseRatioView;
  /** Newest first. */
  sequences: TradeSequenceView[];
}

export interface PatternView {
  /** First and last trade date of the six months that the ratio counts; null while the ledger is empty. */
  window: { from: string; to: string } | null;
  /** Of all traders together, each joint event once. */
  ratio: PurchaseRatioView;
  /** Those with a purchase or sale, the latest trade first. */
  traders: TraderPatternView[];
  /** Purchases and sales that no year can be given. */
  leftOut: CitedFigure["leftOut"];
}

export interface IssuerSections {
  dataVersion: number;
  asOf: string | null;
  audit: AuditView;
  optionBook: OptionBookView;
  flows: FlowView[];
  conduct: ConductView[];
  pattern: PatternView;
  meter: MeterView;
}

export type InsiderSections = Omit<IssuerSections, "meter">;
