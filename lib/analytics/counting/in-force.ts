import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { changeFilings, filingsInOrder, keepRows } from "@/lib/analytics/rows/filing-order";
import { findAmendments, type Supersession } from "./amendments";

export interface InForce {
  /** Filings known by then, with the rows in force by then. `row.filing` still is the whole filing as filed. */
  filings: readonly FilingFacts[];
  /** Rows superseded by then. */
  superseded: readonly Supersession[];
  /** Filings not yet known by then, or without anything that tells when they were. */
  notKnown: readonly FilingFacts[];
}

/**
 * What was in force at an instant (domain §3): filings known by `asOf` (UTC, ISO 8601), less the rows superseded by `asOf`.
 * Null = now: everything known at any time. Equal to reading only the filings that were known by then.
 */
export function inForce(
  filings: readonly FilingFacts[],
  asOf: string | null = null,
  superseded: ReadonlyMap<string, Supersession> = findAmendments(filings).superseded,
): InForce {
  const ordered = filingsInOrder(filings);
  const isKnown = (filing: FilingFacts) => asOf === null || (filing.knownAt !== null && filing.knownAt <= asOf);
  const gone: Supersession[] = [];
  const stands = (row: FiledRow) => {
    const supersession = superseded.get(row.address);
    if (supersession === undefined || !isSuperseded(supersession, asOf)) return true;
    gone.push(supersession);
    return false;
  };
  const amended = filingIdsOf(superseded);
  const known = changeFilings(ordered, (filing) => {
    if (!isKnown(filing)) return null;
    return amended.has(filing.filingId) ? keepRows(filing, stands) : filing;
  });
  return { filings: known, superseded: gone, notKnown: ordered.filter((filing) => !isKnown(filing)) };
}

/** Few filings are amended: the rows of the others need not be asked. */
function filingIdsOf(superseded: ReadonlyMap<string, Supersession>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { row } of superseded.values()) ids.add(row.filing.filingId);
  return ids;
}

function isSuperseded({ supersededAt }: Supersession, asOf: string | null): boolean {
  return asOf === null || (supersededAt !== null && supersededAt <= asOf);
}
