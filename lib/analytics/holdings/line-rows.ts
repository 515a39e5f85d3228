import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { lineWords } from "./line-keys";

/** Rows of one owner set by the words that their fields give their line; those of one filing stand together. */
export function rowsByLine(filings: readonly FilingFacts[]): Map<string, FiledRow[]> {
  const byLine = new Map<string, FiledRow[]>();
  for (const { rows } of filings) {
    for (const row of rows) {
      const words = lineWords(row);
      const part = byLine.get(words);
      if (part === undefined) byLine.set(words, [row]);
      else part.push(row);
    }
  }
  return byLine;
}

/** Rows by filing, where those of one filing stand together. */
export function runsByFiling(rows: readonly FiledRow[]): FiledRow[][] {
  const runs: FiledRow[][] = [];
  let run: FiledRow[] = [];
  let filing: FilingFacts | null = null;
  for (const row of rows) {
    if (row.filing === filing) run.push(row);
    else {
      run = [row];
      filing = row.filing;
      runs.push(run);
    }
  }
  return runs;
}

/** Rows by filing, filings in order of first sight. */
export function groupByFiling(rows: readonly FiledRow[]): Map<FilingFacts, FiledRow[]> {
  const parts = new Map<FilingFacts, FiledRow[]>();
  for (const row of rows) {
    const part = parts.get(row.filing);
    if (part === undefined) parts.set(row.filing, [row]);
    else part.push(row);
  }
  return parts;
}
