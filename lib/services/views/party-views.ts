import type { DayRange } from "@/lib/search-params/day-range";

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

/** Filings in a row in which an owner states one set of roles at one issuer. */
export interface RoleSpellView {
  issuer: { cik: string; name: string | null; symbol: string | null };
  roles: string[];
  officerTitle: string | null;
  /** Period of report (else filing date) of the first and the last of the filings; null where none is dated. */
  from: string | null;
  to: string | null;
  filings: number;
  firstId: string;
  lastId: string;
}

/** Another owner who signs filings of this one: a joint filer. */
export interface RelatedFilerView {
  insider: { cik: string; name: string | null };
  issuers: { cik: string; name: string | null; symbol: string | null }[];
  /** Filings of both, and the newest of them. */
  filings: number;
  lastId: string;
  lastDate: string | null;
}
