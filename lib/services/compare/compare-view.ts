import type { MonthView } from "../views/shapes/activity";
import type { PartyRef } from "../views/shapes/cited-figure";

/** A figure of the comparison; its rows are on the issuer's own page. */
export interface ComparedFigure {
  /** Null: not known. */
  value: number | null;
  /** Rows that it is made of. */
  rows: number;
  /** Rows that it leaves out, with whatever reason. */
  leftOut: number;
}

/** What two issuers are compared by: the same figures as on each one's page, under the same rules. */
export interface ComparedIssuer {
  issuer: PartyRef & { symbol: string | null };
  filings: number;
  /** First and last date of a transaction; null where none is reported. */
  firstTrade: string | null;
  lastTrade: string | null;
  /** Known-at of the newest filing. */
  through: string | null;
  /** Open-market dollars. */
  net: ComparedFigure;
  buys: ComparedFigure;
  sales: ComparedFigure;
  /** Reporting owners of the purchases and sales that count, whether a price is given or not. */
  buyers: number;
  sellers: number;
  /** Dollars of the sales by what their rows say of a 10b5-1 plan. */
  plannedSales: { planned: number; notPlanned: number; notReported: number };
  months: MonthView[];
  /** Filings by their latest row; `assessed` is the whole that `late` is a part of. */
  late: { late: number; lateUnlessDeemed: number; assessed: number; notAssessed: number };
  exercises: {
    episodes: number;
    /** Episodes by outcome: `sale`, `stock-funded hold`, … */
    outcomes: { outcome: string; count: number }[];
    /** Dollars of the shares sold; null while there is no episode with a known figure. */
    proceeds: ComparedFigure;
  };
  /** Balance steps that could be checked, those that add up, and those that nothing explains. */
  audit: { checked: number; closed: number; unexplained: number };
  /** Rows that joint filings tell again, and the dollars by which they would raise the totals; null where a side has no value. */
  doubleCount: { copies: number; dollars: number | null };
  fictional: boolean;
}

export interface CompareView {
  dataVersion: number;
  asOf: string | null;
  /** In the order asked for. */
  issuers: ComparedIssuer[];
  /** Words that name no issuer of this ledger. */
  unknown: string[];
  fictional: boolean;
}
