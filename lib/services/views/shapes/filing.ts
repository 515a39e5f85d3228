import type { DiffField } from "@/lib/analytics/counting/amendment-diff";
import type { OwnershipDocument, Warning } from "@/lib/ownership/document";
import type { KnownAtBasis } from "@/lib/ownership/known-at";
import type { PartyRef, RowRef } from "./cited-figure";
import type { EpisodeView } from "./episode";
import type { PlanView } from "./plan";
import type { ReturnsView } from "./prices";
import type { RowLabel, RowView } from "./row";

export interface FilingSummary {
  id: string;
  accession: string | null;
  documentType: string;
  issuer: PartyRef & { symbol: string | null };
  owners: (PartyRef & { roles: string[]; officerTitle: string | null })[];
  periodOfReport: string | null;
  filingDate: string | null;
  knownAt: string | null;
  knownAtBasis: KnownAtBasis | null;
  /** Codes of its transaction rows, each once, in filed order. */
  codes: string[];
  rowCount: number;
  warningCount: number;
}

export interface FilingView {
  dataVersion: number;
  /** `YYYY-MM-DD`: what other filings say of this one is what was known by the end of that day; null: now. */
  asOf: string | null;
  /** True when this filing was not public by then, or nothing dates it: nothing is derived from it. */
  isNotYetKnown: boolean;
  /** Amendments that this filing is, or that act on it, in the order they became known. */
  amendments: AmendmentView[];
  /** The filings of just these owners at this issuer, before and after this one. */
  previous: FilingSummary | null;
  next: FilingSummary | null;
  /** Filings of other owners that tell of the same events; totals count each event once. */
  jointFilings: { filing: FilingSummary; rows: { own: RowRef; other: RowRef }[]; rule: string }[];
  summary: FilingSummary;
  /** As filed, to the letter. */
  document: OwnershipDocument;
  warnings: Warning[];
  rows: RowView[];
  episodes: EpisodeView[];
  plans: PlanView[];
  sources: { format: string; file: string }[];
  /** How soon after the event it was filed, or signed where no filing date is known. */
  timeliness: {
    status: "on time" | "late" | "late unless deemed" | "not assessed";
    reason: string | null;
    eventDate: string | null;
    dueDate: string | null;
    businessDays: number | null;
    late: number | null;
    /** Business days from the event to the signature, where no filing date is known. */
    signedAfter: number | null;
    row: RowRef | null;
  };
  edgarUrl: string | null;
  /** Whatever the filing reports; absent where no prices of the issuer were imported. */
  returns?: ReturnsView;
  fictional: boolean;
}

/** What an amendment does to the filing that it amends, row by row and field by field. */
export interface AmendmentView {
  amendment: FilingSummary;
  /** The filing at the root; null where it is not known which (`problem`). */
  original: FilingSummary | null;
  rule: "filing date" | "estimated" | null;
  problem: string | null;
  changed: { before: RowLabel; after: RowLabel; changes: FieldChangeView[] }[];
  /** Rows that the amendment says again, unchanged. */
  repeated: { before: RowLabel; after: RowLabel }[];
  added: RowLabel[];
  /** Rows that the amendment does not mention: they stay in force. */
  leftOut: RowLabel[];
}

export interface FieldChangeView {
  field: DiffField;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}
