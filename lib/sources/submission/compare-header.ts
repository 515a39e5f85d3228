import { parseDate } from "@/lib/ownership/calendar-dates";
import type { HeaderParty, OwnershipDocument, SubmissionHeader, Warning } from "@/lib/ownership/document";
import { normaliseCik } from "@/lib/ownership/identity";

interface Party {
  cik: string | null;
  name: string | null;
}

/**
 * Where the header and the XML of one submission disagree. Both are kept: the header in `document.header`,
 * the XML in the document itself. The order of the owners says nothing.
 */
export function compareHeader(header: SubmissionHeader, document: OwnershipDocument): Warning[] {
  const { formType, periodOfReport, issuer, owners } = header;
  const warnings: Warning[] = [];
  const period = document.periodOfReport === null ? null : parseDate(document.periodOfReport).value;
  const add = (code: string, message: string) => warnings.push({ code, message, path: "header" });
  if (formType !== null && document.documentType !== null && !sameWord(formType, document.documentType))
    add("header-form-type-differs", `The header says form ${formType}, the document ${document.documentType}.`);
  if (periodOfReport !== null && period !== null && periodOfReport !== period)
    add("header-period-differs", `The header says period ${periodOfReport}, the document ${period}.`);
  const filedIssuer = { cik: document.issuer.issuerCik, name: document.issuer.issuerName };
  if (issuer !== null && !sameParty(issuer, filedIssuer))
    add(
      "header-issuer-differs",
      `The header's issuer is ${described(issuer)}, the document's ${described(filedIssuer)}.`,
    );
  const filedOwners = document.reportingOwners.map((o): Party => ({ cik: o.rptOwnerCik, name: o.rptOwnerName }));
  for (const owner of without(owners, filedOwners))
    add("header-owner-differs", `${described(owner)} is a reporting owner in the header and not in the document.`);
  for (const owner of without(filedOwners, owners))
    add("header-owner-differs", `${described(owner)} is a reporting owner in the document and not in the header.`);
  return warnings;
}

/** The owners that are not among the others: by CIK; by name only where one of the two has no CIK. */
function without(owners: readonly Party[], others: readonly Party[]): Party[] {
  const nameOf = ({ name }: Party) => (name === null ? null : plain(name));
  const ciks = new Set(others.map(({ cik }) => normaliseCik(cik)).filter((cik) => cik !== null));
  const names = new Set(others.map(nameOf));
  const namesWithoutCik = new Set(others.filter(({ cik }) => normaliseCik(cik) === null).map(nameOf));
  return owners.filter((owner) => {
    const cik = normaliseCik(owner.cik);
    const name = nameOf(owner);
    if (cik !== null && ciks.has(cik)) return false;
    return name === null || !(cik === null ? names : namesWithoutCik).has(name);
  });
}

function sameParty(a: Party | HeaderParty, b: Party): boolean {
  const [left, right] = [normaliseCik(a.cik), normaliseCik(b.cik)];
  if (left !== null && right !== null) return left === right;
  return a.name !== null && b.name !== null && sameWord(a.name, b.name);
}

function sameWord(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim().toUpperCase();
}

function described({ name, cik }: Party): string {
  return `${name ?? "(no name)"} (CIK ${normaliseCik(cik) ?? "unknown"})`;
}
