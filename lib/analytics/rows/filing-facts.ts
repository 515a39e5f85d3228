import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { parseFlag } from "@/lib/ownership/booleans";
import { parseDate } from "@/lib/ownership/calendar-dates";
import type { OwnershipDocument, OwnershipRow, ReportingOwner } from "@/lib/ownership/document";
import { normaliseCik, type TableNumber } from "@/lib/ownership/identity";
import { knownAt, latestSignatureDate } from "@/lib/ownership/known-at";
import type { FiledRow, FilingFacts, FilingOwner, RowProblem } from "./filed-row";
import { FieldReader, filedRow } from "./read-row";

/** Equal texts of many filings as one string: owner sets and notes repeat, and one string is hashed and compared once. */
const pooled = readOnce((text) => text);

/**
 * A document as typed facts for the measures. The identity must be complete: `filingId` is the accession or `doc-…` id,
 * and issuer and owners have CIKs (the store refuses a document without them).
 */
export function filingFacts(filingId: string, document: OwnershipDocument): FilingFacts {
  const problems: RowProblem[] = [];
  const fields = new FieldReader(null, problems);
  const known = knownAt(document);
  const owners = document.reportingOwners.map((owner) => filingOwner(owner, fields));
  const rows: FiledRow[] = [];
  const facts: FilingFacts = {
    filingId,
    accession: document.accession,
    documentType: document.documentType ?? "",
    isAmendment: document.documentType?.endsWith("/A") ?? false,
    issuerCik: normaliseCik(document.issuer.issuerCik) ?? "",
    issuerName: document.issuer.issuerName,
    tradingSymbol: document.issuer.issuerTradingSymbol,
    foreignTradingSymbol: document.issuer.issuerForeignTradingSymbol,
    owners,
    ownerKey: pooled(ownerKeyOf(owners)),
    periodOfReport: fields.read("periodOfReport", document.periodOfReport, parseDate),
    dateOfOriginalSubmission: fields.read("dateOfOriginalSubmission", document.dateOfOriginalSubmission, parseDate),
    filingDate: fields.read("filingDate", document.filingDate, parseDate),
    acceptedAt: document.acceptedAt,
    knownAt: known.at,
    knownAtBasis: known.basis,
    signatureDate: latestSignatureDate(document.signatures),
    aff10b5One: fields.read("aff10b5One", document.aff10b5One, parseFlag),
    noSecuritiesOwned: fields.read("noSecuritiesOwned", document.noSecuritiesOwned, parseFlag),
    notSubjectToSection16: fields.read("notSubjectToSection16", document.notSubjectToSection16, parseFlag),
    footnotes: notesById(document),
    remarks: document.remarks,
    rows,
    problems,
  };
  addRows(rows, facts, document.nonDerivativeTable, "I", problems);
  addRows(rows, facts, document.derivativeTable, "II", problems);
  return facts;
}

function ownerKeyOf(owners: readonly FilingOwner[]): string {
  const [only] = owners;
  if (only !== undefined && owners.length === 1) return only.cik;
  return [...new Set(owners.map((owner) => owner.cik))].sort().join(",");
}

function notesById({ footnotes }: OwnershipDocument): ReadonlyMap<string, string> {
  if (footnotes.length === 0) return NO_NOTES;
  const notes = new Map<string, string>();
  for (const { id, text } of footnotes) notes.set(id, pooled(text));
  return notes;
}

const NO_NOTES: ReadonlyMap<string, string> = new Map();

function filingOwner(owner: ReportingOwner, fields: FieldReader): FilingOwner {
  return {
    cik: normaliseCik(owner.rptOwnerCik) ?? "",
    name: owner.rptOwnerName,
    isDirector: fields.read("isDirector", owner.isDirector, parseFlag),
    isOfficer: fields.read("isOfficer", owner.isOfficer, parseFlag),
    isTenPercentOwner: fields.read("isTenPercentOwner", owner.isTenPercentOwner, parseFlag),
    isOther: fields.read("isOther", owner.isOther, parseFlag),
    officerTitle: owner.officerTitle,
    otherText: owner.otherText,
  };
}

function addRows(
  into: FiledRow[],
  filing: FilingFacts,
  rows: readonly OwnershipRow[],
  table: TableNumber,
  problems: RowProblem[],
): void {
  const counts = { transaction: 0, holding: 0 };
  for (const row of rows) {
    counts[row.kind] += 1;
    into.push(filedRow(filing, row, table, counts[row.kind], problems));
  }
}
