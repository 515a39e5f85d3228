import type { TransactionClass } from "@/lib/ownership/codes";
import type { KnownAtBasis } from "@/lib/ownership/known-at";
import type { LeafName } from "@/lib/ownership/leaves";
import type { PartyRef, RowRef } from "./cited-figure";
import type { ReturnsView } from "./prices";

export interface PlanDateView {
  /** `YYYY-MM-DD`, or `YYYY-MM` where the text gives a month only. */
  date: string;
  precision: "day" | "month";
}

export interface PlanStatusView {
  planned: boolean | null;
  basis: "row footnote" | "remarks" | "filing checkbox" | null;
  footnoteId: string | null;
  /** Exactly as filed. */
  words: string | null;
  adoptionDates: PlanDateView[];
  /** Why the status is unknown; null when it is known or the row is no transaction. */
  reason: string | null;
}

export interface PriceBandView {
  low: number;
  high: number;
  footnoteId: string | null;
  words: string;
}

/** What can't be taken at its word, with the reason. */
export interface RowFlagView {
  code: string;
  words: string;
  /** Whether the row is in no total because of it. */
  outOfTotals: boolean;
}

/** One row of a filing as tables and charts show it. */
export interface RowView extends RowRef {
  documentType: string;
  issuer: PartyRef & { symbol: string | null };
  owners: PartyRef[];
  table: "I" | "II";
  kind: "transaction" | "holding";
  securityTitle: string | null;
  tradeDate: string | null;
  tradeDateBasis: "transactionDate" | "periodOfReport" | null;
  filingDate: string | null;
  knownAt: string | null;
  /** How exactly that is known; null: not at all. `signature-date` is an estimate. */
  knownAtBasis: KnownAtBasis | null;
  code: string | null;
  transactionClass: TransactionClass | null;
  acquiredDisposed: "A" | "D" | null;
  contradictory: boolean;
  equitySwapInvolved: boolean | null;
  shares: number | null;
  /** Dollars a share. */
  price: number | null;
  /** Dollars: shares × price, or the total that the row reports in their place. */
  value: number | null;
  /** Why there is no value, in words. */
  valueNote: string | null;
  priceBand: PriceBandView | null;
  sharesAfter: number | null;
  /** Dollars. */
  valueAfter: number | null;
  directOrIndirect: "D" | "I" | null;
  natureOfOwnership: string | null;
  exercisePrice: number | null;
  exerciseDate: string | null;
  expirationDate: string | null;
  underlyingTitle: string | null;
  underlyingShares: number | null;
  plan: PlanStatusView;
  /** Footnote ids by the field they hang on. */
  footnoteIds: Partial<Record<LeafName, string[]>>;
  /** Words of the footnotes on this row, by id. */
  footnotes: Record<string, string>;
  /** Net change over the balance before, on the row's own line; a part of 1. Null when it is not defined. */
  deltaOwn: number | null;
  flags: RowFlagView[];
  /** Address of the amendment's row, or of the amendment; null while the row is in force. */
  supersededBy: string | null;
  supersededAt: string | null;
  supersededRule: string | null;
  /** Purchases and sales of Table I only, and only where prices of the issuer were imported; else absent. */
  returns?: ReturnsView;
}

/** A row in few words, where its filing is not the page's own. */
export interface RowLabel extends RowRef {
  tradeDate: string | null;
  code: string | null;
  securityTitle: string | null;
  shares: number | null;
}
