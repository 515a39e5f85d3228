import type { CitedFigure, PartyRef, RowRef } from "./cited-figure";
import type { PlanDateView } from "./row";

export interface PlanView {
  issuer: PartyRef & { symbol: string | null };
  insider: PartyRef;
  adopted: PlanDateView | null;
  words: string | null;
  evidence: RowRef[];
  firstTrade: string | null;
  lastTrade: string | null;
  /** Days with purchases and days with sales under the plan, Tables I and II, in order. */
  purchaseDays: string[];
  saleDays: string[];
  /** Days from adoption to the first trade. */
  daysBefore: number | null;
  waitingPeriod: { outcome: string; words: string };
  /** Purchases and sales of Table I; shares, value and share of holding are theirs. */
  trades: number;
  shares: CitedFigure;
  value: CitedFigure;
  /** Purchases and sales of Table II, by class: in no figure above. Empty where there are none. */
  derivatives: { securityTitle: string | null; trades: number; units: CitedFigure; value: CitedFigure }[];
  shareOfHoldingSold: number | null;
  singleTrade: boolean;
  notes: string[];
}
