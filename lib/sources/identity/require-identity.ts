import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { normaliseCik } from "@/lib/ownership/identity";

/**
 * Throws `identity-missing`, naming each option that is lacking and whose CIK it is, unless the issuer and every
 * reporting owner have a CIK. Accession and filing date may be unknown: they are never asked for.
 */
export function requireIdentity(document: OwnershipDocument, file?: string): void {
  const { issuer, reportingOwners } = document;
  const lacksIssuer = normaliseCik(issuer.issuerCik) === null;
  const lacking = reportingOwners.filter((owner) => normaliseCik(owner.rptOwnerCik) === null);
  if (reportingOwners.length === 0)
    throw missing("The form names no reporting owner", "Check that the file is whole.", file);
  if (!lacksIssuer && lacking.length === 0) return;
  const flags: string[] = [];
  const wants: string[] = [];
  if (lacksIssuer) {
    flags.push("--issuer-cik <CIK>");
    wants.push(`the CIK of the issuer ${issuer.issuerName ?? "(unnamed)"} (--issuer-cik)`);
  }
  if (lacking.length > 0) {
    flags.push(...lacking.map(() => "--owner-cik <CIK>"));
    const named = lacking.map((owner) => owner.rptOwnerName ?? "(unnamed)").join(", ");
    const of =
      reportingOwners.length === 1
        ? "reporting owner"
        : `reporting owners, ${lacking.length} of ${reportingOwners.length}:`;
    wants.push(
      `the CIK of the ${of} ${named} (--owner-cik${lacking.length > 1 ? ", once for each, in this order" : ""})`,
    );
  }
  const advice = `Add ${flags.join(" ")}, or put them into a file beside it named <file>.identity.json. EDGAR's company search lists CIKs by name.`;
  throw missing(`Its identity is incomplete. Missing: ${wants.join("; ")}`, advice, file);
}

function missing(message: string, advice: string, file: string | undefined): LedgerError {
  return new LedgerError("identity-missing", `${message}.`, { place: file === undefined ? {} : { file }, advice });
}
