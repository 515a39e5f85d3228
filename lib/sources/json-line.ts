import type { ErrorRecord } from "@/lib/errors";
import type { Issuer, OwnershipDocument, ReportingOwner, Warning } from "@/lib/ownership/document";

/** One line of `insider parse --jsonl`: a public format, described in docs/formats/document.md. */
export interface PublicDocument extends Omit<OwnershipDocument, "header"> {
  file: string;
  id: string;
  warnings: Warning[];
}

/** The line for an input that could not be read whole. */
export interface PublicError {
  file: string;
  error: { code: string; message: string; line: number | null; column: number | null };
}

/**
 * A document as its public line. `id` is the accession number or the `doc-` id. Keys stand in the order of the format;
 * what only a submission's header says is not part of it.
 */
export function toPublicDocument(
  file: string,
  id: string,
  document: OwnershipDocument,
  warnings: readonly Warning[],
): PublicDocument {
  return {
    file,
    id,
    accession: document.accession,
    filingDate: document.filingDate,
    acceptedAt: document.acceptedAt,
    schemaVersion: document.schemaVersion,
    documentType: document.documentType,
    periodOfReport: document.periodOfReport,
    dateOfOriginalSubmission: document.dateOfOriginalSubmission,
    noSecuritiesOwned: document.noSecuritiesOwned,
    notSubjectToSection16: document.notSubjectToSection16,
    form3HoldingsReported: document.form3HoldingsReported,
    form4TransactionsReported: document.form4TransactionsReported,
    aff10b5One: document.aff10b5One,
    remarks: document.remarks,
    issuer: publicIssuer(document.issuer),
    reportingOwners: document.reportingOwners.map(publicOwner),
    nonDerivativeTable: document.nonDerivativeTable,
    derivativeTable: document.derivativeTable,
    footnotes: document.footnotes.map(({ id: noteId, text }) => ({ id: noteId, text })),
    signatures: document.signatures.map(({ signatureName, signatureDate }) => ({ signatureName, signatureDate })),
    warnings: warnings.map(({ code, message, path }) => ({ code, message, path })),
  };
}

/** What kept a document from being read, as the line of its file; without a place, line and column are null. */
export function toPublicError(file: string, error: ErrorRecord): PublicError {
  const { code, message, line, column } = error;
  return { file, error: { code, message, line, column } };
}

function publicIssuer(issuer: Issuer): Issuer {
  return {
    issuerCik: issuer.issuerCik,
    issuerName: issuer.issuerName,
    issuerTradingSymbol: issuer.issuerTradingSymbol,
    issuerForeignTradingSymbol: issuer.issuerForeignTradingSymbol,
  };
}

/** Every element name of an owner, as filed (`rptOwnerCcc` too, where a document holds one). */
function publicOwner(owner: ReportingOwner): ReportingOwner {
  return {
    rptOwnerCik: owner.rptOwnerCik,
    rptOwnerCcc: owner.rptOwnerCcc,
    rptOwnerName: owner.rptOwnerName,
    rptOwnerStreet1: owner.rptOwnerStreet1,
    rptOwnerStreet2: owner.rptOwnerStreet2,
    rptOwnerCity: owner.rptOwnerCity,
    rptOwnerState: owner.rptOwnerState,
    rptOwnerZipCode: owner.rptOwnerZipCode,
    rptOwnerStateDescription: owner.rptOwnerStateDescription,
    rptOwnerGoodAddress: owner.rptOwnerGoodAddress,
    rptOwnerNonUSAddressFlag: owner.rptOwnerNonUSAddressFlag,
    rptOwnerNonUSStateTerritory: owner.rptOwnerNonUSStateTerritory,
    rptOwnerCountry: owner.rptOwnerCountry,
    isDirector: owner.isDirector,
    isOfficer: owner.isOfficer,
    isTenPercentOwner: owner.isTenPercentOwner,
    isOther: owner.isOther,
    officerTitle: owner.officerTitle,
    otherText: owner.otherText,
  };
}
