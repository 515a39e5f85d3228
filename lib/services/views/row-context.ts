import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import type { RowContext } from "./row-view";

/** What an issuer's other filings say of each row: which amendment took its place, which flag keeps it out of totals. */
export function rowContext(_filings: readonly FilingFacts[]): RowContext {
  return { superseded: new Map(), flags: new Map() };
}

/** Rows that enter no total, by address, each with the reason in words. */
export function excludedRows(context: RowContext): Map<string, string> {
  const excluded = new Map<string, string>();
  for (const [address, [flag]] of context.flags) if (flag !== undefined) excluded.set(address, flag.words);
  for (const address of context.superseded.keys()) excluded.set(address, "superseded by an amendment");
  return excluded;
}
