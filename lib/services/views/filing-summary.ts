import type { FilingOwner } from "@/lib/analytics/rows/filed-row";
import type { StoredFiling } from "../filings-of-sources";
import { issuerRef } from "./rows/row-view";
import type { FilingSummary } from "./shapes/filing";

/** Roles that an owner states on a filing, in the order of the form. “See Remarks” stays as filed. */
export function rolesOf(owner: FilingOwner): string[] {
  const roles: string[] = [];
  if (owner.isDirector) roles.push("director");
  if (owner.isOfficer) roles.push("officer");
  if (owner.isTenPercentOwner) roles.push("10% owner");
  if (owner.isOther) roles.push(owner.otherText ?? "other");
  return roles;
}

/** A filing as a list shows it; warnings are those of all its sources. */
export function filingSummary(filing: StoredFiling): FilingSummary {
  const { facts } = filing;
  const codes = facts.rows.filter((row) => row.kind === "transaction").map((row) => row.code);
  return {
    id: facts.filingId,
    accession: facts.accession,
    documentType: facts.documentType,
    issuer: issuerRef(facts),
    owners: facts.owners.map((owner) => ({
      cik: owner.cik,
      name: owner.name,
      roles: rolesOf(owner),
      officerTitle: owner.officerTitle,
    })),
    periodOfReport: facts.periodOfReport,
    filingDate: facts.filingDate,
    knownAt: facts.knownAt,
    knownAtBasis: facts.knownAtBasis,
    codes: [...new Set(codes.filter((code) => code !== null))],
    rowCount: facts.rows.length,
    warningCount: filing.merged.warnings.length,
  };
}

/** Newest first by known-at; the id settles ties. */
export function newestFirst(filings: readonly StoredFiling[]): StoredFiling[] {
  const key = (filing: StoredFiling) => `${filing.facts.knownAt ?? ""} ${filing.facts.filingId}`;
  return [...filings].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}
