import { parseFlag } from "@/lib/ownership/booleans";
import { parseDate } from "@/lib/ownership/calendar-dates";
import { parseDecimal } from "@/lib/ownership/decimals";
import type { OwnershipDocument, OwnershipRow, ReportingOwner } from "@/lib/ownership/document";
import { normaliseCik, rowAnchor, type TableNumber } from "@/lib/ownership/identity";
import { knownAt, latestSignatureDate } from "@/lib/ownership/known-at";
import { LEAF_NAMES, type LeafName } from "@/lib/ownership/leaves";
import { type Parsed, parsed, problem } from "@/lib/ownership/parsed";
import { classKey } from "./class-titles";
import type { FiledRow, FilingFacts, FilingOwner, RowProblem } from "./filed-row";

type Reader = <T>(field: string, text: string | null | undefined, parse: (text: string) => Parsed<T>) => T | null;

/** Collects what could not be read, so that no null is silent. */
function readerFor(anchor: string | null, problems: RowProblem[]): Reader {
  return (field, text, parse) => {
    if (text === null || text === undefined) return null;
    const result = parse(text);
    if (result.problem !== null) problems.push({ anchor, field, problem: result.problem });
    return result.value;
  };
}

/**
 * A document as typed facts for the measures. The identity must be complete: `filingId` is the accession or `doc-…` id,
 * and issuer and owners have CIKs (the store refuses a document without them).
 */
export function filingFacts(filingId: string, document: OwnershipDocument): FilingFacts {
  const problems: RowProblem[] = [];
  const read = readerFor(null, problems);
  const known = knownAt(document);
  const owners = document.reportingOwners.map((owner) => filingOwner(owner, read));
  const rows: FiledRow[] = [];
  const facts: FilingFacts = {
    filingId,
    accession: document.accession,
    documentType: document.documentType ?? "",
    isAmendment: document.documentType?.endsWith("/A") ?? false,
    issuerCik: normaliseCik(document.issuer.issuerCik) ?? "",
    issuerName: document.issuer.issuerName,
    tradingSymbol: document.issuer.issuerTradingSymbol,
    owners,
    ownerKey: [...new Set(owners.map((owner) => owner.cik))].sort().join(","),
    periodOfReport: read("periodOfReport", document.periodOfReport, parseDate),
    dateOfOriginalSubmission: read("dateOfOriginalSubmission", document.dateOfOriginalSubmission, parseDate),
    filingDate: read("filingDate", document.filingDate, parseDate),
    acceptedAt: document.acceptedAt,
    knownAt: known.at,
    knownAtBasis: known.basis,
    signatureDate: latestSignatureDate(document.signatures),
    aff10b5One: read("aff10b5One", document.aff10b5One, parseFlag),
    noSecuritiesOwned: read("noSecuritiesOwned", document.noSecuritiesOwned, parseFlag),
    notSubjectToSection16: read("notSubjectToSection16", document.notSubjectToSection16, parseFlag),
    footnotes: new Map(document.footnotes.map((note) => [note.id, note.text])),
    remarks: document.remarks,
    rows,
    problems,
  };
  addRows(rows, facts, document.nonDerivativeTable, "I", problems);
  addRows(rows, facts, document.derivativeTable, "II", problems);
  return facts;
}

function filingOwner(owner: ReportingOwner, read: Reader): FilingOwner {
  return {
    cik: normaliseCik(owner.rptOwnerCik) ?? "",
    name: owner.rptOwnerName,
    isDirector: read("isDirector", owner.isDirector, parseFlag),
    isOfficer: read("isOfficer", owner.isOfficer, parseFlag),
    isTenPercentOwner: read("isTenPercentOwner", owner.isTenPercentOwner, parseFlag),
    isOther: read("isOther", owner.isOther, parseFlag),
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

function filedRow(
  filing: FilingFacts,
  row: OwnershipRow,
  table: TableNumber,
  n: number,
  problems: RowProblem[],
): FiledRow {
  const anchor = rowAnchor(table, row.kind, n);
  const read = readerFor(anchor, problems);
  const decimal = (leaf: LeafName) => read(leaf, row[leaf]?.value, parseDecimal);
  const date = (leaf: LeafName) => read(leaf, row[leaf]?.value, parseDate);
  const text = (leaf: LeafName) => row[leaf]?.value ?? null;
  const letter = <T extends string>(leaf: LeafName, allowed: readonly T[]) =>
    read(leaf, row[leaf]?.value, (filed) => parseLetter(filed, allowed));
  const transactionDate = date("transactionDate");
  const securityTitle = text("securityTitle");
  const fallback = row.kind === "transaction" ? filing.periodOfReport : null;
  return {
    filing,
    anchor,
    address: `${filing.filingId}#${anchor}`,
    table,
    kind: row.kind,
    n,
    securityTitle,
    classKey: classKey(securityTitle),
    tradeDate: transactionDate ?? fallback,
    tradeDateBasis: transactionDate !== null ? "transactionDate" : fallback !== null ? "periodOfReport" : null,
    deemedExecutionDate: date("deemedExecutionDate"),
    transactionFormType: text("transactionFormType"),
    code: text("transactionCode")?.toUpperCase() ?? null,
    equitySwapInvolved: read("equitySwapInvolved", row.equitySwapInvolved?.value, parseFlag),
    timeliness: text("transactionTimeliness")?.toUpperCase() ?? null,
    shares: decimal("transactionShares"),
    totalValue: decimal("transactionTotalValue"),
    price: decimal("transactionPricePerShare"),
    acquiredDisposed: letter("transactionAcquiredDisposedCode", ["A", "D"] as const),
    sharesAfter: decimal("sharesOwnedFollowingTransaction"),
    valueAfter: decimal("valueOwnedFollowingTransaction"),
    directOrIndirect: letter("directOrIndirectOwnership", ["D", "I"] as const),
    natureOfOwnership: text("natureOfOwnership"),
    exercisePrice: decimal("conversionOrExercisePrice"),
    exerciseDate: date("exerciseDate"),
    expirationDate: date("expirationDate"),
    underlyingTitle: text("underlyingSecurityTitle"),
    underlyingShares: decimal("underlyingSecurityShares"),
    underlyingValue: decimal("underlyingSecurityValue"),
    footnoteIds: footnoteIds(row),
  };
}

/** A letter that the form chooses from; another one is a problem, never a silent null. */
function parseLetter<T extends string>(text: string, allowed: readonly T[]): Parsed<T> {
  const upper = text.trim().toUpperCase();
  const found = allowed.find((letter) => letter === upper);
  return found === undefined
    ? problem("letter-unknown", `“${text}” is none of ${allowed.join(", ")}.`, text)
    : parsed(found);
}

function footnoteIds(row: OwnershipRow): FiledRow["footnoteIds"] {
  const ids: Partial<Record<LeafName, readonly string[]>> = {};
  for (const leaf of LEAF_NAMES) {
    const on = row[leaf]?.footnoteIds;
    if (on !== undefined && on.length > 0) ids[leaf] = on;
  }
  return ids;
}
