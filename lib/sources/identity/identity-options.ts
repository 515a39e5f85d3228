import { LedgerError } from "@/lib/errors";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { normaliseAccession, normaliseCik } from "@/lib/ownership/identity";

/** What a user says of a document that doesn't say it itself. CIKs have no leading zeros. */
export interface IdentityOptions {
  issuerCik?: string | undefined;
  /** One for each reporting owner, in the order of the form. */
  ownerCiks?: string[] | undefined;
  /** `0000000000-00-000000`. */
  accession?: string | undefined;
  /** The filing date, `YYYY-MM-DD`. */
  filed?: string | undefined;
}

/** The options as typed by a user. */
export interface RawIdentity {
  issuerCik?: string | undefined;
  ownerCiks?: readonly string[] | undefined;
  accession?: string | undefined;
  filed?: string | undefined;
}

/** How each option is called where it was given: a flag, or a field of a sidecar. */
export interface IdentityNames {
  issuerCik: string;
  ownerCiks: string;
  accession: string;
  filed: string;
  file?: string;
}

const FLAGS: IdentityNames = {
  issuerCik: "--issuer-cik",
  ownerCiks: "--owner-cik",
  accession: "--accession",
  filed: "--filed",
};

/** Validates and normalises identity options. Throws `identity-invalid` naming the option and its value. */
export function parseIdentityOptions(raw: RawIdentity, names: IdentityNames = FLAGS): IdentityOptions {
  const options: IdentityOptions = {};
  if (raw.issuerCik !== undefined) options.issuerCik = cik(raw.issuerCik, names.issuerCik, names);
  if (raw.ownerCiks !== undefined && raw.ownerCiks.length > 0)
    options.ownerCiks = raw.ownerCiks
      .flatMap((text) => text.split(","))
      .map((text) => cik(text, names.ownerCiks, names));
  if (raw.accession !== undefined) options.accession = accession(raw.accession, names);
  if (raw.filed !== undefined) options.filed = filed(raw.filed, names);
  return options;
}

function cik(text: string, name: string, names: IdentityNames): string {
  const value = normaliseCik(text);
  if (value !== null && value !== "0") return value;
  throw invalid(name, text, "is no CIK", "A CIK has 1 to 10 digits, for example 1107843.", names);
}

function accession(text: string, names: IdentityNames): string {
  const value = normaliseAccession(text);
  if (value !== null) return value;
  const advice = "An accession number looks like 0001107843-18-000123 (10, 2 and 6 digits), or is its 18 digits.";
  throw invalid(names.accession, text, "is no accession number", advice, names);
}

function filed(text: string, names: IdentityNames): string {
  if (isCalendarDate(text.trim())) return text.trim();
  const advice = "Write the filing date as YYYY-MM-DD, for example 2018-12-11.";
  throw invalid(names.filed, text, "is no day of the calendar", advice, names);
}

function invalid(name: string, text: string, why: string, advice: string, names: IdentityNames): LedgerError {
  const where = names.file === undefined ? "" : ` in ${names.file}`;
  return new LedgerError("identity-invalid", `${name}${where}: “${text}” ${why}.`, {
    place: { ...(names.file === undefined ? {} : { file: names.file }), field: name },
    advice,
  });
}
