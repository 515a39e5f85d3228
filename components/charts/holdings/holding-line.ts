/** One reported balance of a line. */
export interface HoldingPoint {
  /** The row's address. */
  id: string;
  date: string | null;
  code: string | null;
  /** Signed; null when not reported. */
  change: number | null;
  balance: number;
  /** What the line before does not explain: this balance less change less the balance before; 0 when it fits. */
  residual: number;
  /** Where the page's ledger audit speaks of the gap, and what it says; null or absent where it does not. */
  gap?: { anchor: string; explanation: string } | null;
}

/** One balance line: never added to another. */
export interface HoldingLine {
  key: string;
  /** Security and form of ownership: "Common Stock, direct". */
  label: string;
  /** Who holds it, as filed; joint holders together. */
  person: string;
  /** Title of the security: only lines of one title are ever stacked. */
  security: string;
  /** Lines of one group share an axis; derivatives and dollar balances never share that of shares. */
  group: "shares" | "derivatives" | "dollars";
  /** Balance before the first point, where it can be worked out. */
  opening: number | null;
  points: HoldingPoint[];
}
