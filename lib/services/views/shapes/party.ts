import type { ActivityView } from "./activity";
import type { BalanceLineView } from "./balance-line";
import type { CitedFigure, PartyRef, RowRef } from "./cited-figure";
import type { EpisodeView } from "./episode";
import type { FilingSummary } from "./filing";
import type { PlanView } from "./plan";
import type { PricePointView } from "./prices";

export interface RosterEntry {
  insider: PartyRef;
  roles: string[];
  officerTitle: string | null;
  lastTrade: string | null;
  /** Direct and indirect holdings in Table I shares by class; classes are never added together. */
  holdings: {
    securityTitle: string | null;
    directOrIndirect: "D" | "I" | null;
    /** Null: not known of this person; `note` tells why. */
    shares: number | null;
    /** What has to be known of the figure; null: nothing. */
    note: string | null;
    row: RowRef;
    /** Net shares traded on this line in the 12 months to the page's day ÷ the balance before; a part of 1. */
    deltaOwn: CitedFigure;
  }[];
  transactions: number;
  planned: number;
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

export interface IssuerView extends ActivityView {
  dataVersion: number;
  /** `YYYY-MM-DD`: the page shows what was known by the end of that day; null: now. */
  asOf: string | null;
  /** `YYYY-MM-DD`: that day, or the day through which the ledger knows filings; null: none is dated. */
  day: string | null;
  issuer: PartyRef & { symbol: string | null; symbols: string[] };
  /** Closes from the first trade on, thinned without losing highs and lows; absent where none were imported. */
  prices?: readonly PricePointView[];
  /** What `prices` are, in words: symbol, thinning, splits. Present with them. */
  pricesNote?: string;
  roster: RosterEntry[];
  filings: FilingSummary[];
  episodes: EpisodeView[];
  plans: PlanView[];
  lines: BalanceLineView[];
  lastTrade: string | null;
  through: string | null;
  fictional: boolean;
}

export interface InsiderView extends ActivityView {
  dataVersion: number;
  /** `YYYY-MM-DD`: the page shows what was known by the end of that day; null: now. */
  asOf: string | null;
  /** `YYYY-MM-DD`: that day, or the day through which the ledger knows filings; null: none is dated. */
  day: string | null;
  insider: PartyRef;
  issuers: (PartyRef & { symbol: string | null; roles: string[]; officerTitle: string | null })[];
  /** Roles as filings state them, issuer by issuer, newest first. */
  roles: RoleSpellView[];
  /** Owners of joint filings with this one. */
  related: RelatedFilerView[];
  lines: BalanceLineView[];
  episodes: EpisodeView[];
  plans: PlanView[];
  filings: FilingSummary[];
  lastTrade: string | null;
  fictional: boolean;
}
