import { TZDate } from "@date-fns/tz";
import { parseDate } from "./calendar-dates";
import type { OwnershipDocument } from "./document";

/** EDGAR's clock. */
export const NEW_YORK = "America/New_York";

export type KnownAtBasis = "accepted" | "filing-date" | "signature-date";

/** When the public could know a filing, and how we know that. */
export interface KnownAt {
  /** Instant in UTC, ISO 8601 with milliseconds, or null when the source gives nothing to go by. */
  at: string | null;
  /** `signature-date` is an estimate and is shown as one. */
  basis: KnownAtBasis | null;
}

type Known = Pick<OwnershipDocument, "acceptedAt" | "filingDate" | "signatures" | "accession" | "periodOfReport">;

/**
 * Known-at (domain §1): acceptance; else 22:00 New York on the filing date (EDGAR's closing hour);
 * else 22:00 New York on the latest signature date, an estimate. A signature whose year can't be is read in the year
 * that the accession number names: one slip must not move a whole ledger's day, nor make a trade known before it was made.
 */
export function knownAt(document: Known): KnownAt {
  if (document.acceptedAt !== null) return { at: document.acceptedAt, basis: "accepted" };
  const filed = document.filingDate === null ? null : parseDate(document.filingDate).value;
  if (filed !== null) return { at: newYorkInstant(filed, 22), basis: "filing-date" };
  const signed = latestSignatureDate(document.signatures);
  if (signed !== null) return { at: newYorkInstant(inItsYear(signed, document), 22), basis: "signature-date" };
  return { at: null, basis: null };
}

/**
 * A signature date as near to the truth as the filing tells. Its year can't be when it lies after the accession number's
 * (January of the next is let pass), or when it lies before both that year and the period of report.
 */
function inItsYear(signed: string, { accession, periodOfReport }: Known): string {
  const year = accession === null ? null : accessionYear(accession);
  if (year === null) return signed;
  const read = periodOfReport === null ? null : parseDate(periodOfReport).value;
  const period = read !== null && read.slice(0, 4) <= year ? read : null;
  const after = signed >= `${Number(year) + 1}-02-01`;
  const before = signed < year && period !== null && signed < period;
  if (!after && !before) return signed;
  const moved = parseDate(`${year}${signed.slice(4)}`).value;
  if (moved !== null && (period === null || moved >= period)) return moved;
  return period ?? signed;
}

/** The year in which an accession number was given out: its two digits, from 1993 on. */
function accessionYear(accession: string): string | null {
  const digits = /^\d{10}-(\d{2})-\d{6}$/.exec(accession)?.[1];
  if (digits === undefined) return null;
  return Number(digits) >= 93 ? `19${digits}` : `20${digits}`;
}

/** The latest readable signature date, `YYYY-MM-DD`, or null. */
export function latestSignatureDate(signatures: OwnershipDocument["signatures"]): string | null {
  const dates = signatures
    .map((signature) => (signature.signatureDate === null ? null : parseDate(signature.signatureDate).value))
    .filter((date) => date !== null);
  return dates.sort().at(-1) ?? null;
}

/** Instants given before: a zone's offset is dear to find, and filings share a few thousand days. */
const KNOWN = new Map<string, string>();
const KNOWN_SIZE = 20_000;

/** The instant of a New York wall-clock time, with the offset that held on that day. */
export function newYorkInstant(date: string, hours: number, minutes = 0, seconds = 0): string {
  const key = `${date} ${hours} ${minutes} ${seconds}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const time = new TZDate(year, month - 1, day, hours, minutes, seconds, NEW_YORK).getTime();
  const instant = new Date(time).toISOString();
  if (KNOWN.size >= KNOWN_SIZE) KNOWN.clear();
  KNOWN.set(key, instant);
  return instant;
}
