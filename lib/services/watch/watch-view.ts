import type { WatchQuery } from "@/lib/search-params/watch";
import type { PartyRef, RowRef } from "../views/shapes/cited-figure";
import type { FilingSummary } from "../views/shapes/filing";

/** An issuer or insider of a watch list, with its filings known by the list's day. */
export interface WatchedParty extends PartyRef {
  kind: "issuer" | "insider";
  /** Issuers only: the ticker of the latest filing. */
  symbol: string | null;
  filings: number;
  /** When the newest of them was known; null: none is. */
  lastKnownAt: string | null;
}

/**
 * Transaction rows of one filing that say the same of one class: code, direction and plan. Figures are as filed: what
 * other filings say of them (a later amendment, another owner's copy) is on the filing's page.
 */
export interface WatchedRows {
  rows: RowRef[];
  table: "I" | "II";
  code: string | null;
  acquiredDisposed: "A" | "D" | null;
  securityTitle: string | null;
  /** Three-valued, by the filing's own words. */
  planned: boolean | null;
  /** Null where a row reports none. */
  shares: number | null;
  /** Dollars; null where a row has no price or no shares, and for Table II. */
  value: number | null;
  /** Dollars a share, the lowest and the highest reported; null where none is, and for Table II. */
  lowPrice: number | null;
  highPrice: number | null;
  firstTrade: string | null;
  lastTrade: string | null;
}

export interface WatchedFiling extends FilingSummary {
  groups: WatchedRows[];
  /** Rows that report a balance only. */
  holdings: number;
}

/** The filings of some parties, newest first: what the watch page, its feed and its API show. */
export interface WatchView {
  dataVersion: number;
  /** When an ingest changed the ledger last. */
  changedAt: string | null;
  asOf: string | null;
  parties: WatchedParty[];
  filings: WatchedFiling[];
  /** Filings of these parties that were known by the day. */
  count: number;
  /** Filings that nothing dates: in no list by time. */
  undated: number;
  /** Words of the list that name nobody in this ledger. */
  unknown: string[];
  fictional: boolean;
}

/** The list that a view shows, by CIKs: its own short address. */
export function watchedQuery({ parties, asOf }: Pick<WatchView, "parties" | "asOf">): WatchQuery {
  const ciks = (kind: WatchedParty["kind"]) => parties.filter((party) => party.kind === kind).map(({ cik }) => cik);
  return { issuers: ciks("issuer"), insiders: ciks("insider"), asOf };
}
