import type { NoReturnReason, ReturnDays } from "@/lib/analytics/prices/returns";

/** A close of one share class, in dollars, as imported. */
export interface PricePointView {
  date: string;
  close: number;
}

/** How an imported price moved after the public could read a filing. */
export interface ReturnsView {
  /** Symbol of the series; empty where it was imported by CIK alone. */
  symbol: string;
  /** First close at which the filing was public; null where there is none (each return says why). */
  from: PricePointView | null;
  /** The day on which the filing became public is an estimate from its signature. */
  isEstimated: boolean;
  /** After 1, 5, 21 and 126 trading days. */
  after: ReturnView[];
}

export interface ReturnView {
  days: ReturnDays;
  /** A part of 1; null with a reason. */
  value: number | null;
  to: PricePointView | null;
  reason: NoReturnReason | null;
}
