import type { RowKind } from "@/lib/ownership/document";
import type { TableNumber } from "@/lib/ownership/identity";
import type { KnownAtBasis } from "@/lib/ownership/known-at";
import type { LeafName } from "@/lib/ownership/leaves";
import type { Problem } from "@/lib/ownership/parsed";

/** A reporting owner of one filing, with the roles it states there. Flags: null = not answered. */
export interface FilingOwner {
  /** Without leading zeros. */
  cik: string;
  name: string | null;
  isDirector: boolean | null;
  isOfficer: boolean | null;
  isTenPercentOwner: boolean | null;
  isOther: boolean | null;
  officerTitle: string | null;
  otherText: string | null;
}

/** What the measures need to know of a filing: typed values, all dates `YYYY-MM-DD`, instants UTC ISO 8601. */
export interface FilingFacts {
  /** Accession number, or `doc-…` where the source gave none. */
  filingId: string;
  accession: string | null;
  /** As filed: `3`, `3/A`, `4`, `4/A`, `5`, `5/A`. */
  documentType: string;
  isAmendment: boolean;
  issuerCik: string;
  issuerName: string | null;
  /** As filed on this form. */
  tradingSymbol: string | null;
  /** Only forms on foreign private issuers have one (schema X0609). */
  foreignTradingSymbol: string | null;
  /** In filed order; no owner is primary. */
  owners: readonly FilingOwner[];
  /** Sorted CIKs joined by `,`: the owner set as one key. */
  ownerKey: string;
  periodOfReport: string | null;
  dateOfOriginalSubmission: string | null;
  filingDate: string | null;
  acceptedAt: string | null;
  knownAt: string | null;
  knownAtBasis: KnownAtBasis | null;
  /** Latest signature date. */
  signatureDate: string | null;
  aff10b5One: boolean | null;
  noSecuritiesOwned: boolean | null;
  notSubjectToSection16: boolean | null;
  /** Footnote id → words as filed. */
  footnotes: ReadonlyMap<string, string>;
  remarks: string | null;
  /** In filed order: Table I, then Table II. */
  rows: readonly FiledRow[];
  problems: readonly RowProblem[];
}

/** A field whose text could not be read as a typed value; the row keeps null there. */
export interface RowProblem {
  /** Row anchor, or null for a field of the filing itself. */
  anchor: string | null;
  field: string;
  problem: Problem;
}

/**
 * One row of a filing, typed for analysis. Numbers are doubles; null = not reported (or in a footnote only, or unreadable:
 * `filing.problems` tells). The exact text stays in the document.
 */
export interface FiledRow {
  filing: FilingFacts;
  /** `t1-tx2`: stable across sources. */
  anchor: string;
  /** `<filing id>#<anchor>`. */
  address: string;
  table: TableNumber;
  kind: RowKind;
  /** n-th of its table and kind, from 1. */
  n: number;
  securityTitle: string | null;
  /** `classKey(securityTitle)`: what the measures group by, worked out once a row. */
  classKey: string;
  /** The trade date, or the filing's period where the row gives none. */
  tradeDate: string | null;
  /** `dayNumber(tradeDate)`: what the measures compare and subtract. */
  tradeDay: number | null;
  tradeDateBasis: "transactionDate" | "periodOfReport" | null;
  deemedExecutionDate: string | null;
  /** Form that the row says it belongs to (`4` on a Form 5: a late Form 4 trade). */
  transactionFormType: string | null;
  code: string | null;
  equitySwapInvolved: boolean | null;
  /** `E` early, `L` late: the filer's own word. */
  timeliness: string | null;
  shares: number | null;
  /** Dollars. */
  totalValue: number | null;
  /** Dollars a share. */
  price: number | null;
  acquiredDisposed: "A" | "D" | null;
  sharesAfter: number | null;
  /** Dollars; never drawn as shares. */
  valueAfter: number | null;
  directOrIndirect: "D" | "I" | null;
  natureOfOwnership: string | null;
  /** `plainWords(natureOfOwnership)`. */
  natureKey: string;
  /** Table II only. */
  exercisePrice: number | null;
  exerciseDate: string | null;
  expirationDate: string | null;
  underlyingTitle: string | null;
  underlyingShares: number | null;
  underlyingValue: number | null;
  /** Footnote ids by the field they hang on; only fields that have some. */
  footnoteIds: Readonly<Partial<Record<LeafName, readonly string[]>>>;
  /** All of them, each once, in field order. */
  noteIds: readonly string[];
}

/** The row's address in the whole system: `<filing id>#<anchor>`. */
export function rowAddress(row: FiledRow): string {
  return row.address;
}

/** All footnote ids on a row, each once, in field order. */
export function footnoteIdsOfRow(row: FiledRow): readonly string[] {
  return row.noteIds;
}
