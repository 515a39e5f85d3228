import { planStatus } from "@/lib/analytics/plans/plan-status";
import type { FiledRow, FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { filingLateness } from "@/lib/analytics/timeliness/lateness";
import { rowValue } from "@/lib/analytics/values";
import { classOf, isContradictory } from "@/lib/ownership/codes";
import type { MergedSources } from "@/lib/sources/merge-sources";
import type { BulkValue } from "@/lib/store/bulk-insert";
import type { FILING, FILING_OWNER, REPORTED_ROW } from "@/lib/store/tables";
import type { FilingRecords } from "@/lib/store/write-filings";

type ColumnNames<T extends { columns: readonly (readonly [string, string])[] }> = T["columns"][number][0];
type RecordOf<T extends { columns: readonly (readonly [string, string])[] }> = Record<ColumnNames<T>, BulkValue>;

/** Role bits of a row's filing, or-ed over its owners. */
export const ROLE_BITS = { director: 1, officer: 2, tenPercentOwner: 4, other: 8 } as const;

/** A merged filing as the records of its tables. What spans filings is filled in by the refresh of its issuer. */
export function filingRecords(id: string, documentHash: string, merged: MergedSources): FilingRecords {
  const facts = filingFacts(id, merged.document);
  return {
    id,
    issuerCik: facts.issuerCik,
    ownerCiks: facts.owners.map((owner) => owner.cik),
    filing: Object.values(filingRecord(facts, documentHash, merged)),
    owners: facts.owners.map((owner, position) => Object.values(ownerRecord(facts, owner, position))),
    rows: rowRecords(facts),
  };
}

function filingRecord(facts: FilingFacts, documentHash: string, merged: MergedSources): RecordOf<typeof FILING> {
  const { worst } = filingLateness(facts);
  return {
    id: facts.filingId,
    accession: facts.accession,
    documentType: facts.documentType,
    issuerCik: facts.issuerCik,
    issuerName: facts.issuerName,
    tradingSymbol: facts.tradingSymbol,
    periodOfReport: facts.periodOfReport,
    dateOfOriginalSubmission: facts.dateOfOriginalSubmission,
    filingDate: facts.filingDate,
    acceptedAt: facts.acceptedAt,
    knownAt: facts.knownAt,
    knownAtBasis: facts.knownAtBasis,
    signatureDate: facts.signatureDate,
    aff10b5One: facts.aff10b5One,
    noSecuritiesOwned: facts.noSecuritiesOwned,
    notSubjectToSection16: facts.notSubjectToSection16,
    documentHash,
    format: merged.format,
    rowCount: facts.rows.length,
    warningCount: merged.warnings.length,
    lateness: worst.status,
    businessDaysLate: worst.late,
  };
}

function ownerRecord(facts: FilingFacts, owner: FilingOwner, position: number): RecordOf<typeof FILING_OWNER> {
  return {
    filingId: facts.filingId,
    position,
    ownerCik: owner.cik,
    name: owner.name,
    isDirector: owner.isDirector,
    isOfficer: owner.isOfficer,
    isTenPercentOwner: owner.isTenPercentOwner,
    isOther: owner.isOther,
    officerTitle: owner.officerTitle,
    otherText: owner.otherText,
  };
}

function rowRecords(facts: FilingFacts): BulkValue[][] {
  const plans = planStatus(facts);
  const roles = rolesOf(facts);
  return facts.rows.map((row, position) => {
    const plan = plans.get(row.anchor);
    const record: RecordOf<typeof REPORTED_ROW> = {
      filingId: facts.filingId,
      anchor: row.anchor,
      position,
      tableNumber: row.table === "I" ? 1 : 2,
      kind: row.kind,
      issuerCik: facts.issuerCik,
      documentType: facts.documentType,
      securityTitle: row.securityTitle,
      tradeDate: row.tradeDate,
      tradeDateBasis: row.tradeDateBasis,
      code: row.code,
      transactionClass: row.kind === "transaction" ? classOf(row.code, row.equitySwapInvolved) : null,
      acquiredDisposed: row.acquiredDisposed,
      contradictory: isContradictory(row.code, row.acquiredDisposed, row.table),
      shares: row.shares,
      price: row.price,
      value: dollarsOf(row),
      sharesAfter: row.sharesAfter,
      valueAfter: row.valueAfter,
      directOrIndirect: row.directOrIndirect,
      natureOfOwnership: row.natureOfOwnership,
      roles,
      filingDate: facts.filingDate,
      knownAt: facts.knownAt,
      planned: plan?.planned ?? null,
      planBasis: plan?.basis ?? null,
      planFootnoteId: plan?.footnoteId ?? null,
      planWords: plan?.words ?? null,
    };
    return Object.values(record);
  });
}

function dollarsOf(row: FiledRow): number | null {
  return row.kind === "transaction" ? rowValue(row).value : null;
}

function rolesOf(facts: FilingFacts): number {
  let roles = 0;
  for (const owner of facts.owners) {
    if (owner.isDirector) roles |= ROLE_BITS.director;
    if (owner.isOfficer) roles |= ROLE_BITS.officer;
    if (owner.isTenPercentOwner) roles |= ROLE_BITS.tenPercentOwner;
    if (owner.isOther) roles |= ROLE_BITS.other;
  }
  return roles;
}
