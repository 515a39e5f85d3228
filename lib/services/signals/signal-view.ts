import type { SignalName } from "@/lib/paths";
import type { PartyRef, RowRef } from "@/lib/services/views/shapes/cited-figure";

/** One row of a board: who, when, how much, and the reason why it is there. */
export interface SignalRow {
  key: string;
  /** `YYYY-MM-DD`. */
  date: string | null;
  issuer: PartyRef & { symbol: string | null };
  insiders: PartyRef[];
  /** Dollars, days or shares, as the board's `unit` says; null: not known. */
  figure: number | null;
  /** Trades that belong to the figure and are not in it, because their value is not known. */
  leftOut: number;
  /** Why it is there, in figures and words. */
  reason: string;
  /** Where the evidence stands, the first address first. */
  evidence: RowRef[];
  /** The section of the issuer's page that shows the whole. */
  section: string | null;
}

export interface SignalView {
  dataVersion: number;
  /** `YYYY-MM-DD`: the board as it could be seen at the end of that day; null: now. */
  asOf: string | null;
  board: SignalName;
  rows: SignalRow[];
  /** What could not be read of the URL, and what the board does not look at. */
  notes: string[];
  /** More rows meet the parameters than are listed. */
  isCapped: boolean;
  fictional: boolean;
}
