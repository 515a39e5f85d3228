import type { BookedRow } from "../book/booked";
import type { Day } from "./calendar";

/** A person or fund that reports: invented CIK, invented name. */
export interface Insider {
  cik: string;
  /** As EDGAR conforms it: `EXAMPLETON AVERY J`. */
  name: string;
  /** As a signature writes it: `Avery J. Exampleton`. */
  written: string;
  isDirector: boolean;
  isOfficer: boolean;
  isTenPercentOwner: boolean;
  isOther: boolean;
  officerTitle: string | null;
  /** The real title where the form's field says “See Remarks”. */
  titleInRemarks: string | null;
  nonUs: boolean;
}

/** Habits of whoever prepares the filings. */
export interface FilerStyle {
  /** Writes `true`/`false` instead of `1`/`0`. */
  wordFlags: boolean;
  /** Leaves flags that are off away. */
  sparseFlags: boolean;
  /** Repeats the unchanged holdings of other lines. */
  repeatsHoldings: boolean;
  /** Writes the closing balance on every row. */
  finalBalances: boolean;
  attorney: string | null;
}

/** One balance line as the form identifies it, with what is held and what was last reported. */
export interface Line {
  table: "I" | "II";
  title: string;
  di: "D" | "I";
  nature: string | null;
  /** A note that hangs on the nature on every row: two trusts may differ in nothing else. */
  natureNote: string | null;
  held: number;
  /** Last balance in a written filing; null before the first. */
  reported: number | null;
  /** Why `held` no longer equals `reported`: at most one cause at a time. */
  moved: LineMove | null;
  grant: Grant | null;
}

export type LineMove = "missing-filing" | "footnote" | "split" | "form-change";

/** What Table II says of a derivative beside its balance. Texts as filed; null = a footnote stands in the field. */
export interface Grant {
  kind: "option" | "unit" | "exchange-unit" | "preferred" | "class";
  strike: number | null;
  strikeNote: string | null;
  exercisable: Day | null;
  exercisableNote: string | null;
  expires: Day | null;
  expiresNote: string | null;
  underlying: string;
  /** Underlying shares for one derivative. */
  per: number;
}

/** An owner set that files together: one person mostly, up to ten owners in a group. */
export interface Filer {
  owners: Insider[];
  style: FilerStyle;
  /** First and last day on which it may trade. */
  from: Day;
  to: Day;
  lines: Line[];
  /** Busy from trade to last filing, so that a filer's filings never overlap. */
  slots: { from: Day; to: Day }[];
  /** Days of its open-market trades, planned ones too. */
  trades: { day: Day; side: "P" | "S" }[];
  /** What it may take part in. */
  role: "insider" | "group" | "reserved";
  /** Rows already filed, latest last (for lines that later stories need). */
  lastRow: BookedRow | null;
}

/** CIKs of the owner set, sorted, joined by a comma: the key of everything that belongs to it. */
export function ownerKey(owners: readonly Insider[]): string {
  return owners
    .map((owner) => owner.cik)
    .sort()
    .join(",");
}
