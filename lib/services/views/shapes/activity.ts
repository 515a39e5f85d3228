import type { TransactionClass } from "@/lib/ownership/codes";
import type { DayRange } from "@/lib/search-params/day-range";
import type { CitedFigure } from "./cited-figure";
import type { RowView } from "./row";

/** Buy and sale dollars of a set of rows, with what was left out. */
export interface TotalsView {
  buys: CitedFigure;
  sales: CitedFigure;
  net: CitedFigure;
  /** Reporting owners of the purchases and sales that count, each once, whether a price is given or not. */
  buyers: number;
  sellers: number;
  /** Gross by class, Table I. */
  byClass: { transactionClass: TransactionClass | "none"; figure: CitedFigure; transactions: number }[];
}

/** One calendar month of open-market activity, dollars. `planned*` are the parts under a 10b5-1 plan. */
export interface MonthView {
  /** `YYYY-MM`. */
  month: string;
  /** Null, not 0: the month has such rows and none has a value. */
  buys: number | null;
  sales: number | null;
  plannedBuys: number | null;
  plannedSales: number | null;
  /** Whole rows in the month, priced or not. */
  transactions: number;
  /** How many of them have no value (no price, or no number of shares): they are in no dollar figure of the month. */
  unvalued: number;
}

/** What rows a party's page shows: by code (empty = all) and by trade date. */
export interface ActivityFilter {
  codes: readonly string[];
  range?: DayRange;
}

/** All that a page can be zoomed into, whatever the days shown: rows under the code filter by month of the trade. */
export interface SpanView {
  /** First and last trade date that can be. */
  from: string;
  to: string;
  /** `YYYY-MM`, months without a row left out, oldest first. */
  months: { month: string; rows: number }[];
}

/** What the filter of a party's page moves: all of it is of the same rows. */
export interface ActivityView {
  /** The codes of the filter; empty = all. */
  codes: string[];
  /** The days of the filter, by trade date; rows without a date are inside no days. */
  range: DayRange;
  /** Every code that the party's rows have, with the number of rows on these days, whatever the code filter. */
  codeCounts: { code: string; count: number }[];
  /** Transaction rows under the filter, newest first. */
  rows: RowView[];
  totals: TotalsView;
  months: MonthView[];
  /** Null without a dated row. */
  span: SpanView | null;
}
