import type { FallFilter } from "@/lib/search-params/transactions/fall";
import type { MonthView } from "@/lib/services/views/shapes/activity";
import type { PartyRef, RowRef } from "@/lib/services/views/shapes/cited-figure";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import type { PricePointView } from "@/lib/services/views/shapes/prices";
import type { RowView } from "@/lib/services/views/shapes/row";

/** A row of the screener: the typed columns of the store, in the shape of the other pages' rows. */
export interface ScreenRow
  extends RowRef,
    Pick<
      RowView,
      | "documentType"
      | "table"
      | "securityTitle"
      | "tradeDate"
      | "tradeDateBasis"
      | "code"
      | "transactionClass"
      | "acquiredDisposed"
      | "contradictory"
      | "shares"
      | "price"
      | "value"
      | "sharesAfter"
      | "valueAfter"
      | "directOrIndirect"
      | "natureOfOwnership"
      | "filingDate"
      | "knownAt"
      | "knownAtBasis"
      | "plan"
      | "deltaOwn"
      | "flags"
      | "supersededBy"
      | "supersededAt"
      | "supersededRule"
      | "returns"
    > {
  issuer: PartyRef & { symbol: string | null };
  owners: FilingSummary["owners"];
  lateness: string;
  businessDaysLate: number | null;
  /** How the price moved after the trade date; where a fall is asked for. */
  fall?: FallView;
}

/** How an imported price moved from a trade date on. */
export interface FallView {
  /** Symbol of the series; empty where it was imported by CIK alone. */
  symbol: string;
  days: FallFilter["days"];
  /** A part of 1. */
  value: number;
  /** First close on or after the trade date, and that of the trading day so many days later. */
  from: PricePointView;
  to: PricePointView;
}

/** What was asked of falls, and of how many rows under all other filters it is not known. */
export interface FallSummary extends FallFilter {
  unknown: { reason: string; count: number; isCapped: boolean }[];
}

/** Open-market dollars of the rows counted, each joint event once, with what was left out. */
export interface ScreenTotals {
  /** Null, not 0: the side has rows and none has a value. */
  buys: number | null;
  sales: number | null;
  net: number | null;
  /** Rows with a value. */
  buyRows: number;
  saleRows: number;
  leftOut: { reason: string; count: number }[];
}

/** A row as a figure's evidence lists it. */
export interface SummedRow extends RowRef {
  issuer: ScreenRow["issuer"];
  owners: PartyRef[];
  tradeDate: string | null;
  code: string | null;
  shares: number | null;
  price: number | null;
  value: number | null;
}

/** What the totals are made of: the largest rows of each side, and of what was left out some of each reason. */
export interface SummedRows {
  buys: SummedRow[];
  sales: SummedRow[];
  leftOut: { reason: string; count: number; rows: SummedRow[] }[];
}

/** How far was looked for the rows that are counted. */
export interface Reach {
  /** The order in which rows were looked at, the newest or largest first. */
  by: "knownAt" | "tradeDate" | "filingDate" | "value";
  /** All rows under the filter are counted. */
  isWhole: boolean;
  /** So many rows were looked at before the search ended; null where it ended with 10,000 found, or looked at all. */
  lookedAt: number | null;
}

export interface Facet {
  name: string;
  /** The count is of the rows that were looked at; there may be more. */
  isCapped: boolean;
  options: { value: string; count: number }[];
}

export interface TransactionsView {
  dataVersion: number;
  /** `YYYY-MM-DD`: the rows in force at the end of that day; null: now. */
  asOf: string | null;
  /** `YYYY-MM-DD`: that day, or the day through which the ledger knows filings; null: none is dated. */
  day: string | null;
  /** The parameters as they were read: the same view again. */
  params: Record<string, string>;
  /** What of the URL could not be read, and what a name was taken for. */
  notes: string[];
  /** Rows under the filter; with `isCapped`, at least so many, and totals, months and facets are of these (see `reach`). */
  count: number;
  isCapped: boolean;
  reach: Reach;
  totals: ScreenTotals;
  evidence: SummedRows;
  months: MonthView[];
  facets: Facet[];
  /** Prices were imported: falls can be asked for. */
  hasPrices: boolean;
  /** Null: no fall is asked for. */
  fall: FallSummary | null;
  rows: ScreenRow[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
  fictional: boolean;
}
