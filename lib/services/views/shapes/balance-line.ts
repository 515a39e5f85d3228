import type { PartyRef, RowRef } from "./cited-figure";

export interface BalancePointView extends RowRef {
  date: string | null;
  code: string | null;
  /** Signed; null when not reported. */
  change: number | null;
  balance: number | null;
}

export interface BalanceLineView {
  key: string;
  owners: PartyRef[];
  issuer: PartyRef & { symbol: string | null };
  table: "I" | "II";
  unit: "shares" | "dollars";
  securityTitle: string | null;
  directOrIndirect: "D" | "I" | null;
  natureOfOwnership: string | null;
  grant: { exercisePrice: number | null; expirationDate: string | null; underlyingTitle: string | null } | null;
  opening: number | null;
  closing: { balance: number; date: string | null; rows: RowRef[] } | null;
  points: BalancePointView[];
  marks: string[];
}
