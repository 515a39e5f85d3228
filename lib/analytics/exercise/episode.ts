import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import type { DerivativeKind } from "./derivative-kind";

/** A count of shares with the rows behind it; null when a row doesn't report its shares. */
export interface ShareFigure {
  shares: number | null;
  rows: readonly FiledRow[];
}

export type EpisodeType = "vest" | "option-exercise" | "exchange" | "mixed";

/** Cicero's classes (2009), with shares returned to the issuer. `unclassified` carries a flag that says why. */
export type EpisodeOutcome = "sale" | "stock-funded-hold" | "cash-settlement" | "cash-hold" | "unclassified";

export type EpisodeFlag =
  /** A row coded C, A or J whose derivative row shows that it is an exercise or vest. */
  | "coding-departs"
  /** Exercised shares without a Table II row. */
  | "no-derivative-row"
  /** Table II marks the exercised derivative as acquired. */
  | "derivative-direction"
  /** The only row of Table II for these shares has another date, a few days off. */
  | "derivative-date-differs"
  /** Table II speaks of another number of shares that day. */
  | "derivative-row-differs"
  /** An exercised derivative without acquired shares, and no word of cash. */
  | "no-shares-reported"
  | "withheld-exceeds-exercised"
  /** A note gives the withholding to another award. */
  | "withheld-for-another-award"
  /** A note on a sale says that it paid for tax. */
  | "sale-to-cover-tax"
  /** A row doesn't report its shares. */
  | "shares-unknown";

/** One exercised row: its derivative, its strike and what that derivative has left. */
export interface ExerciseLeg {
  row: FiledRow;
  derivatives: readonly FiledRow[];
  kind: DerivativeKind | null;
  shares: number | null;
  /** Dollars for all shares of the row; 0 for vests and exchanges; null when no strike is known. */
  cost: number | null;
  exercisePrice: number | null;
  expirationDate: string | null;
  /** Calendar days from exercise to expiry. */
  daysToExpiry: number | null;
  /** Derivatives left in that grant line after the day. */
  left: number | null;
}

/** Exercised shares sold on the same day, with their money. Null money: a price or strike is not known. */
export interface MatchedSales {
  shares: number | null;
  proceeds: number | null;
  /** Weighted average price of the day's sales, dollars a share. */
  averagePrice: number | null;
  cost: number | null;
  /** Proceeds less cost. */
  spread: number | null;
  rows: readonly FiledRow[];
}

const RETENTION_DAYS = [0, 30, 365] as const;
export type RetentionDays = (typeof RETENTION_DAYS)[number];

/** What one owner set did with the shares of one class that it got by exercise on one day. */
export interface Episode {
  /** Issuer, owners, class and date: stable across runs. */
  key: string;
  issuerCik: string;
  ownerKey: string;
  /** Class of the shares acquired, as filed. */
  securityTitle: string | null;
  date: string;
  type: EpisodeType;
  outcome: EpisodeOutcome;
  exercised: ShareFigure;
  withheld: ShareFigure;
  returned: ShareFigure;
  sold: ShareFigure;
  /** Exercised shares still held at the end of the day. */
  kept: number | null;
  legs: readonly ExerciseLeg[];
  /** Dollars paid to exercise all of it. */
  cost: number | null;
  matched: MatchedSales;
  /** Share of the exercised shares still held after so many days; null while the window is open or a count unknown. */
  retention: Readonly<Record<RetentionDays, number | null>>;
  /** Rows of the day that are not this episode's: disposals on another line, derivatives exercised without shares. */
  leftOut: readonly { row: FiledRow; reason: "other-line" | "no-shares-reported" }[];
  flags: readonly EpisodeFlag[];
}
