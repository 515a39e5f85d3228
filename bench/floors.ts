import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { rowsInOrder, rowsOf } from "@/lib/analytics/rows/filing-order";

/** The least that a measure can do with each row: what these cost bounds what all measures together can come to. */
export const FLOORS: readonly { name: string; run: (filings: readonly FilingFacts[]) => unknown }[] = [
  { name: "one list of the rows", run: (filings) => rowsOf(filings) },
  { name: "a small object a row", run: objects },
  { name: "a look-up a row", run: lookUps },
  { name: "rows in order of time", run: (filings) => rowsInOrder(rowsOf(filings)) },
];

function objects(filings: readonly FilingFacts[]): unknown[] {
  const made: unknown[] = [];
  for (const row of rowsOf(filings)) made.push({ row, address: row.address, value: row.shares });
  return made;
}

/** Rows by their owners, counted in a map. */
function lookUps(filings: readonly FilingFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { filing } of rowsOf(filings)) counts.set(filing.ownerKey, (counts.get(filing.ownerKey) ?? 0) + 1);
  return counts;
}
