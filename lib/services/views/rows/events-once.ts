import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { keepRows } from "@/lib/analytics/rows/filing-order";
import type { IssuerFindings } from "@/lib/services/refresh/issuer-findings";

/**
 * Filings with each joint event once (domain §3): of the rows that tell of one, the first filing's stays, or that of the
 * filing `first`. Only among the filings given: a copy whose counted row stands elsewhere stays. Pass them in known order.
 */
export function eventsOnce(
  filings: readonly FilingFacts[],
  copies: IssuerFindings["copies"],
  first: string | null = null,
): readonly FilingFacts[] {
  if (copies.size === 0) return filings;
  const eventOf = (row: FiledRow) => copies.get(rowAddress(row))?.countedAs ?? rowAddress(row);
  const told = new Map<string, string>();
  const ordered = [
    ...filings.filter(({ filingId }) => filingId === first),
    ...filings.filter(({ filingId }) => filingId !== first),
  ];
  for (const row of ordered.flatMap(({ rows }) => rows)) {
    if (!told.has(eventOf(row))) told.set(eventOf(row), rowAddress(row));
  }
  return filings.map((filing) => keepRows(filing, (row) => told.get(eventOf(row)) === rowAddress(row)));
}
