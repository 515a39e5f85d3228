import { normaliseAccession, normaliseCik } from "@/lib/ownership/identity";

/** An ownership filing as a list of EDGAR names it. */
export interface FilingRef {
  accession: string;
  /** One of its parties, without leading zeros: EDGAR serves a filing under the folder of each. */
  cik: string;
  /** `3`, `3/A`, `4`, `4/A`, `5` or `5/A`. */
  form: string;
  /** `YYYY-MM-DD`, or null where the list does not say. */
  filedOn: string | null;
}

const OWNERSHIP_FORMS: ReadonlySet<string> = new Set(["3", "3/A", "4", "4/A", "5", "5/A"]);

/** Lists match forms by prefix (`4` also gives `424B2`), so each entry's form is looked at whole. */
export function isOwnershipForm(form: string): boolean {
  return OWNERSHIP_FORMS.has(form.trim().toUpperCase());
}

/** A reference with its identifiers in canonical spelling, or null when one of them is none. */
export function filingRef(accession: string, cik: string, form: string, filedOn: string | null): FilingRef | null {
  const number = normaliseAccession(accession);
  const party = normaliseCik(cik);
  if (number === null || party === null) return null;
  return { accession: number, cik: party, form: form.trim().toUpperCase(), filedOn };
}

/** Each filing once: lists name it once for every party. The first mention stays. */
export function distinctFilings(refs: readonly FilingRef[]): FilingRef[] {
  const seen = new Map<string, FilingRef>();
  for (const ref of refs) if (!seen.has(ref.accession)) seen.set(ref.accession, ref);
  return [...seen.values()];
}
