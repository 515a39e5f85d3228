import type { LeafName } from "./leaves";

/** One field of the form: its text as filed (trimmed; null when absent or empty) and the footnotes on that very field. */
export interface Field {
  value: string | null;
  footnoteIds: string[];
}

export type RowKind = "transaction" | "holding";

/** One row of Table I or II. A leaf with neither a value nor a footnote is left out; keys stand in filed order. */
export type OwnershipRow = { kind: RowKind } & { [K in LeafName]?: Field };

export interface Issuer {
  issuerCik: string | null;
  issuerName: string | null;
  issuerTradingSymbol: string | null;
  issuerForeignTradingSymbol: string | null;
}

/** A reporting owner as filed. Flags keep their text (`0`, `1`, `true`, `false`) or null when absent. */
export interface ReportingOwner {
  rptOwnerCik: string | null;
  rptOwnerCcc: string | null;
  rptOwnerName: string | null;
  rptOwnerStreet1: string | null;
  rptOwnerStreet2: string | null;
  rptOwnerCity: string | null;
  rptOwnerState: string | null;
  rptOwnerZipCode: string | null;
  rptOwnerStateDescription: string | null;
  rptOwnerGoodAddress: string | null;
  rptOwnerNonUSAddressFlag: string | null;
  rptOwnerNonUSStateTerritory: string | null;
  rptOwnerCountry: string | null;
  isDirector: string | null;
  isOfficer: string | null;
  isTenPercentOwner: string | null;
  isOther: string | null;
  officerTitle: string | null;
  otherText: string | null;
}

export interface Footnote {
  /** `F1` to `F99`. */
  id: string;
  text: string;
}

export interface Signature {
  signatureName: string | null;
  signatureDate: string | null;
}

/** Company or person as the SGML header of a submission names it. */
export interface HeaderParty {
  cik: string | null;
  name: string | null;
  sic: string | null;
  formerNames: { name: string; changedOn: string | null }[];
}

/** What only the SGML header of a full submission text says. */
export interface SubmissionHeader {
  formType: string | null;
  periodOfReport: string | null;
  issuer: HeaderParty | null;
  owners: HeaderParty[];
}

/**
 * One ownership filing (Form 3, 4 or 5, or an amendment), exactly as filed.
 * Text is trimmed and otherwise untouched; null means that the element is absent or empty.
 */
export interface OwnershipDocument {
  /** `0000000000-00-000000`, or null when the source names none. Never invented. */
  accession: string | null;
  /** Calendar date `YYYY-MM-DD`; from a header, data set, index or option. */
  filingDate: string | null;
  /** Instant in UTC, ISO 8601; from the SGML header only. */
  acceptedAt: string | null;
  schemaVersion: string | null;
  documentType: string | null;
  periodOfReport: string | null;
  dateOfOriginalSubmission: string | null;
  noSecuritiesOwned: string | null;
  notSubjectToSection16: string | null;
  form3HoldingsReported: string | null;
  form4TransactionsReported: string | null;
  aff10b5One: string | null;
  remarks: string | null;
  issuer: Issuer;
  reportingOwners: ReportingOwner[];
  nonDerivativeTable: OwnershipRow[];
  derivativeTable: OwnershipRow[];
  footnotes: Footnote[];
  signatures: Signature[];
  header: SubmissionHeader | null;
}

/** Something the reader noticed and kept going: nothing is dropped silently. */
export interface Warning {
  /** Stable, kebab-case. */
  code: string;
  message: string;
  /** Where: an element path (`ownershipDocument/foo`), a row anchor (`t1-tx2/transactionShares`) or a line. */
  path: string;
}

export interface ReadResult {
  document: OwnershipDocument;
  warnings: Warning[];
}

/** An owner of whom nothing is reported: every field null. */
export function emptyOwner(): ReportingOwner {
  return {
    rptOwnerCik: null,
    rptOwnerCcc: null,
    rptOwnerName: null,
    rptOwnerStreet1: null,
    rptOwnerStreet2: null,
    rptOwnerCity: null,
    rptOwnerState: null,
    rptOwnerZipCode: null,
    rptOwnerStateDescription: null,
    rptOwnerGoodAddress: null,
    rptOwnerNonUSAddressFlag: null,
    rptOwnerNonUSStateTerritory: null,
    rptOwnerCountry: null,
    isDirector: null,
    isOfficer: null,
    isTenPercentOwner: null,
    isOther: null,
    officerTitle: null,
    otherText: null,
  };
}

/** A document that reports nothing: every field null, every list empty. */
export function emptyDocument(): OwnershipDocument {
  return {
    accession: null,
    filingDate: null,
    acceptedAt: null,
    schemaVersion: null,
    documentType: null,
    periodOfReport: null,
    dateOfOriginalSubmission: null,
    noSecuritiesOwned: null,
    notSubjectToSection16: null,
    form3HoldingsReported: null,
    form4TransactionsReported: null,
    aff10b5One: null,
    remarks: null,
    issuer: { issuerCik: null, issuerName: null, issuerTradingSymbol: null, issuerForeignTradingSymbol: null },
    reportingOwners: [],
    nonDerivativeTable: [],
    derivativeTable: [],
    footnotes: [],
    signatures: [],
    header: null,
  };
}
