import type { KnownAtBasis } from "@/lib/ownership/known-at";
import { formatDate, newYorkDate } from "./dates";

/** When a filing became known, as its source tells it; instants are UTC, ISO 8601. */
export interface Known {
  filingDate: string | null;
  knownAt: string | null;
  knownAtBasis: KnownAtBasis | null;
}

/** The day of a filing: `11 Dec 2018`; `≈ 11 Dec 2018` where it is estimated from a signature; null where nothing tells it. */
export function formatKnownDay({ filingDate, knownAt, knownAtBasis }: Known): string | null {
  if (filingDate !== null) return formatDate(filingDate);
  if (knownAt === null) return null;
  return `${knownAtBasis === "signature-date" ? "≈ " : ""}${formatDate(newYorkDate(knownAt))}`;
}
