import type { FilingSummary } from "./filing";

export interface MarketView {
  dataVersion: number;
  /** `YYYY-MM-DD`: what was known by the end of that day; null: now. */
  asOf: string | null;
  filings: FilingSummary[];
  /** Of documents that failed nobody knows how many there were at an earlier day: null. */
  counts: { filings: number; issuers: number; insiders: number; failed: number | null };
  /** Known-at of the newest filing. */
  through: string | null;
  /** Some of the filings shown are invented sample filings. */
  fictional: boolean;
}

export interface SearchHit {
  kind: "issuer" | "insider" | "filing";
  cik: string | null;
  filingId: string | null;
  title: string;
  detail: string | null;
}
