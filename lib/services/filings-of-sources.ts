import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { type MergedSources, mergeSources } from "@/lib/sources/merge-sources";
import type { LoadedSource } from "@/lib/store/sources/read-documents";
import { takeTurns } from "@/lib/store/sources/take-turns";

export interface StoredFiling {
  facts: FilingFacts;
  merged: MergedSources;
  sources: { format: string; file: string }[];
  /** Content hashes of the sources, sorted. */
  hashes: string[];
}

/** Stored sources as filings, each merged from all its sources. */
export function filingsOfSources(sources: readonly LoadedSource[]): StoredFiling[] {
  return [...byFiling(sources)].map(storedFiling);
}

/** The same, with turns for others between some filings and the next. */
export function filingsInTurns(sources: readonly LoadedSource[]): Promise<StoredFiling[]> {
  return takeTurns([...byFiling(sources)], storedFiling);
}

function byFiling(sources: readonly LoadedSource[]): Map<string, LoadedSource[]> {
  const groups = new Map<string, LoadedSource[]>();
  for (const source of sources) {
    const group = groups.get(source.filingId);
    if (group === undefined) groups.set(source.filingId, [source]);
    else group.push(source);
  }
  return groups;
}

function storedFiling([filingId, group]: [string, LoadedSource[]]): StoredFiling {
  const merged = mergeSources(group);
  return {
    facts: filingFacts(filingId, merged.document),
    merged,
    sources: group.map(({ format, file }) => ({ format, file })),
    hashes: group.map(({ hash }) => hash).sort(),
  };
}
