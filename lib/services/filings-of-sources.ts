import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { type MergedSources, mergeSources } from "@/lib/sources/merge-sources";
import type { LoadedSource } from "@/lib/store/sources/read-documents";

export interface StoredFiling {
  facts: FilingFacts;
  merged: MergedSources;
  sources: { format: string; file: string }[];
  /** Content hashes of the sources, sorted. */
  hashes: string[];
}

/** Stored sources as filings, each merged from all its sources. */
export function filingsOfSources(sources: readonly LoadedSource[]): StoredFiling[] {
  const byFiling = new Map<string, LoadedSource[]>();
  for (const source of sources) {
    const group = byFiling.get(source.filingId);
    if (group === undefined) byFiling.set(source.filingId, [source]);
    else group.push(source);
  }
  return [...byFiling].map(([filingId, group]) => {
    const merged = mergeSources(group);
    return {
      facts: filingFacts(filingId, merged.document),
      merged,
      sources: group.map(({ format, file }) => ({ format, file })),
      hashes: group.map(({ hash }) => hash).sort(),
    };
  });
}
