import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { type FiledRow, type FilingFacts, type FilingOwner, rowAddress } from "@/lib/analytics/rows/filed-row";
import { filingLateness } from "@/lib/analytics/timeliness/lateness";
import { rowValue } from "@/lib/analytics/values";
import { classOf, isContradictory } from "@/lib/ownership/codes";
import { hashText } from "@/lib/services/ingest/prepare-source";
import type { BulkRecord } from "@/lib/store/writing/connection";
import { FILING, FILING_OWNER, REPORTED_ROW, type RecordOf, valuesOf } from "@/lib/store/writing/tables";
import type { FilingRecords } from "@/lib/store/writing/write-issuers";
import type { IssuerFindings } from "./issuer-findings";

/** Role bits of a row's filing, or-ed over its owners. */
const ROLE_BITS = { director: 1, officer: 2, tenPercentOwner: 4, other: 8 } as const;

/** What the sources say of a filing beside its document. */
export interface FilingOrigin {
  /** Over the hashes of all sources. */
  documentHash: string;
  /** The format that gave the rows. */
  format: string;
  warningCount: number;
}

/** A filing as the records of its tables, with what its issuer's other filings say of its rows. */
export function filingRecords(facts: FilingFacts, origin: FilingOrigin, findings: IssuerFindings): FilingRecords {
  const owners = facts.owners.map((owner, position) => ownerRecord(facts, owner, position));
  const rows = rowRecords(facts, findings);
  const filing = filingRecord(facts, origin);
  const recordsHash = hashText(JSON.stringify([filing, owners, rows]));
  return {
    id: facts.filingId,
    recordsHash,
    ownerCiks: facts.owners.map((owner) => owner.cik),
    filing: valuesOf(FILING, Object.assign(filing, { recordsHash })),
    owners,
    rows,
  };
}

function filingRecord(facts: FilingFacts, origin: FilingOrigin): Omit<RecordOf<typeof FILING>, "recordsHash"> {
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
    documentHash: origin.documentHash,
    format: origin.format,
    rowCount: facts.rows.length,
    warningCount: origin.warningCount,
    lateness: worst.status,
    businessDaysLate: worst.late,
  };
}

function ownerRecord(facts: FilingFacts, owner: FilingOwner, position: number): BulkRecord {
  return valuesOf(FILING_OWNER, {
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
  });
}

function rowRecords(facts: FilingFacts, findings: IssuerFindings): BulkRecord[] {
  const roles = rolesOf(facts);
  return facts.rows.map((row, position) => rowRecord(facts, row, position, roles, findings));
}

/** One literal, no spreads: twelve million rows go through here. */
function rowRecord(
  facts: FilingFacts,
  row: FiledRow,
  position: number,
  roles: number,
  findings: IssuerFindings,
): BulkRecord {
  const address = rowAddress(row);
  const isTransaction = row.kind === "transaction";
  const plan = planOfRow(row);
  const supersession = findings.superseded.get(address);
  const copy = findings.copies.get(address);
  const flag = findings.firstFlags.get(address);
  return valuesOf(REPORTED_ROW, {
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
    transactionClass: isTransaction ? classOf(row.code, row.equitySwapInvolved) : null,
    acquiredDisposed: row.acquiredDisposed,
    contradictory: isContradictory(row.code, row.acquiredDisposed, row.table),
    shares: row.shares,
    price: row.price,
    value: isTransaction ? rowValue(row).value : null,
    sharesAfter: row.sharesAfter,
    valueAfter: row.valueAfter,
    directOrIndirect: row.directOrIndirect,
    natureOfOwnership: row.natureOfOwnership,
    roles,
    filingDate: facts.filingDate,
    knownAt: facts.knownAt,
    supersededAt: supersession?.supersededAt ?? null,
    supersededBy: supersession?.by ?? null,
    supersededRule: supersession === undefined ? null : `${supersession.rule}: ${supersession.evidence}`,
    countedAs: copy?.countedAs ?? null,
    countedRule: copy?.rule ?? null,
    planned: plan?.planned ?? null,
    planBasis: plan?.basis ?? null,
    planFootnoteId: plan?.footnoteId ?? null,
    planWords: plan?.words ?? null,
    flag: flag?.flag ?? null,
    flagWords: flag?.reason ?? null,
    deltaOwn: findings.deltaOwn.get(address) ?? null,
  });
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
