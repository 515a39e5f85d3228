import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument, ReportingOwner, Warning } from "@/lib/ownership/document";
import { accessionInPath, normaliseCik } from "@/lib/ownership/identity";
import type { IdentityOptions } from "./identity-options";

export type { IdentityOptions } from "./identity-options";

/** Everything outside a document that may say who it is, the strongest first. */
export interface IdentitySources {
  options?: IdentityOptions | undefined;
  sidecar?: IdentityOptions | undefined;
  /** The path or URL that the document was read from: its name or a folder may be an accession number. */
  file?: string | undefined;
}

export interface Identified {
  document: OwnershipDocument;
  warnings: Warning[];
}

/**
 * Fills what a document does not say of itself (domain §1). Accession: option, the document's own (SGML header, data
 * set), sidecar, path. Filing date: option, own, sidecar. CIKs: the document's own; else option, else sidecar.
 * A CIK that contradicts the document's throws `identity-conflict`; owner CIKs that can't be matched to the owners by
 * their number throw `identity-missing`. A header fact that an option overrides is a warning.
 */
export function applyIdentity(document: OwnershipDocument, sources: IdentitySources): Identified {
  const { options = {}, sidecar = {}, file } = sources;
  const warnings: Warning[] = [];
  const override = (given: string | undefined, own: string | null, element: string): string | null => {
    if (given !== undefined && own !== null && given !== own) {
      const message = `The option says ${given}, the document ${own}; the option counts.`;
      warnings.push({ code: "identity-overridden", message, path: `ownershipDocument/${element}` });
    }
    return given ?? own;
  };
  const accession =
    override(options.accession, document.accession, "accession") ??
    sidecar.accession ??
    (file === undefined ? null : accessionInPath(file));
  const filingDate = override(options.filed, document.filingDate, "filingDate") ?? sidecar.filed ?? null;
  const issuerCik = issuerCikOf(document, options.issuerCik ?? sidecar.issuerCik, file);
  const reportingOwners = withOwnerCiks(document.reportingOwners, options.ownerCiks ?? sidecar.ownerCiks, file);
  const issuer = { ...document.issuer, issuerCik };
  return { document: { ...document, accession, filingDate, issuer, reportingOwners }, warnings };
}

function issuerCikOf(document: OwnershipDocument, given: string | undefined, file: string | undefined): string | null {
  const own = document.issuer.issuerCik;
  if (given === undefined) return own;
  if (normaliseCik(own) === null) return given;
  if (normaliseCik(own) !== given) throw conflict("issuer", document.issuer.issuerName, own, given, file);
  return own;
}

function withOwnerCiks(
  owners: readonly ReportingOwner[],
  given: readonly string[] | undefined,
  file: string | undefined,
): ReportingOwner[] {
  if (given === undefined) return [...owners];
  const lacking = owners.filter((owner) => normaliseCik(owner.rptOwnerCik) === null);
  if (given.length === owners.length) return owners.map((owner, i) => withCik(owner, given[i], file));
  if (lacking.length > 0 && given.length === lacking.length) {
    const queue = [...given];
    return owners.map((owner) => (lacking.includes(owner) ? withCik(owner, queue.shift(), file) : owner));
  }
  const stated = new Set(owners.map((owner) => normaliseCik(owner.rptOwnerCik)));
  const stranger = given.find((cik) => !stated.has(cik));
  if (lacking.length === 0 && stranger === undefined) return [...owners];
  if (lacking.length === 0) throw conflict("reporting owners", names(owners), ciks(owners), stranger ?? "", file);
  throw new LedgerError(
    "identity-missing",
    `${count(given.length, "owner CIK")} can't be matched to ${count(owners.length, "reporting owner")} (${names(owners)}).`,
    {
      place: { ...(file === undefined ? {} : { file }), field: "rptOwnerCik" },
      advice: "Give --owner-cik once for each reporting owner, in the order of the form.",
    },
  );
}

function withCik(owner: ReportingOwner, given: string | undefined, file: string | undefined): ReportingOwner {
  const own = owner.rptOwnerCik;
  if (given === undefined || normaliseCik(own) === given) return owner;
  if (normaliseCik(own) === null) return { ...owner, rptOwnerCik: given };
  throw conflict("reporting owner", owner.rptOwnerName, own, given, file);
}

function conflict(
  who: string,
  name: string | null,
  own: string | null,
  given: string,
  file: string | undefined,
): LedgerError {
  const named = name === null ? who : `${who} ${name}`;
  return new LedgerError(
    "identity-conflict",
    `The document gives the ${named} the CIK ${own}, the option or sidecar ${given}.`,
    {
      place: { ...(file === undefined ? {} : { file }), field: who === "issuer" ? "issuerCik" : "rptOwnerCik" },
      advice: "Leave the option out (the document's own CIK counts), or check that this is the right file.",
    },
  );
}

function names(owners: readonly ReportingOwner[]): string {
  return owners.map((owner) => owner.rptOwnerName ?? "unnamed").join(", ");
}

function ciks(owners: readonly ReportingOwner[]): string {
  return owners.map((owner) => owner.rptOwnerCik ?? "none").join(", ");
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
