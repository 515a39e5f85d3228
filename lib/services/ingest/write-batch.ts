import { type MergeableSource, mergeSources } from "@/lib/sources/merge-sources";
import { unpackSource } from "@/lib/store/sources/source-body";
import type { WriteConnection } from "@/lib/store/writing/connection";
import { clearFailures } from "@/lib/store/writing/write-runs";
import {
  addAlias,
  insertSources,
  loadSources,
  moveSources,
  renameSource,
  type StoredSourceKey,
  sourcesByCore,
  sourcesByKey,
} from "@/lib/store/writing/write-sources";
import { markStale } from "@/lib/store/writing/write-state";
import { coresOf, keysOf, type Placement, placeSources } from "./place-sources";
import type { PreparedSource } from "./prepare-source";

/** Ids of filings by what the batch did to them. */
export interface BatchResult {
  created: string[];
  /** Their document changed, or they took the place of a `doc-…` filing. */
  replaced: string[];
  unchanged: string[];
}

/**
 * Stores a batch of sources inside the caller's transaction: all of it or nothing. What is derived from them is written
 * by the refresh of the issuers, which are marked stale here.
 */
export async function writeBatch(connection: WriteConnection, batch: readonly PreparedSource[]): Promise<BatchResult> {
  const stored = await storedSources(connection, batch);
  const placement = placeSources(batch, stored);
  const before = await documentsBefore(connection, placement, stored);
  await insertSources(
    connection,
    placement.added.map(({ source, filingId }) => ({ ...source, filingId })),
  );
  for (const { filingKey, to } of placement.moved) await moveSources(connection, filingKey, to);
  for (const { source, filingId } of placement.added) {
    if (source.filingKey !== filingId) await addAlias(connection, source.filingKey, filingId);
  }
  for (const source of placement.renamed) await renameSource(connection, source);
  await clearFailures(
    connection,
    batch.map((source) => source.file),
  );
  await markStale(connection, touchedIssuers(placement, stored));
  return resultOf(placement, before, new Map(stored.map((source) => [source.filingKey, source.filingId])));
}

/** Every stored source that the batch may meet. */
async function storedSources(
  connection: WriteConnection,
  batch: readonly PreparedSource[],
): Promise<StoredSourceKey[]> {
  const byKey = await sourcesByKey(connection, keysOf(batch));
  const byCore = await sourcesByCore(connection, coresOf(batch, byKey));
  const all = [...byKey, ...byCore].map((source) => [`${source.filingKey} ${source.hash}`, source] as const);
  return [...new Map(all).values()];
}

interface DocumentsBefore {
  /** Filings that the store had, among those touched. */
  ids: ReadonlySet<string>;
  /** Their sources and those moving to them. */
  sources: ReadonlyMap<string, MergeableSource[]>;
}

/** Filings that are new to the store need no look at their documents; the others are few. */
async function documentsBefore(
  connection: WriteConnection,
  placement: Placement,
  stored: readonly StoredSourceKey[],
): Promise<DocumentsBefore> {
  const held = new Set(stored.map((source) => source.filingId));
  const ids = new Set([...placement.touched].filter((id) => held.has(id)));
  const sources = new Map<string, MergeableSource[]>();
  for (const source of await loadSources(connection, [...ids])) append(sources, source.filingId, source);
  return { ids, sources };
}

function touchedIssuers(placement: Placement, stored: readonly StoredSourceKey[]): string[] {
  const ciks = new Set(placement.added.map(({ source }) => source.issuerCik));
  for (const source of stored) if (placement.touched.has(source.filingId)) ciks.add(source.issuerCik);
  return [...ciks];
}

function resultOf(placement: Placement, before: DocumentsBefore, filingOf: ReadonlyMap<string, string>): BatchResult {
  const result: BatchResult = { created: [], replaced: [], unchanged: [] };
  const after = documentsAfter(placement, before);
  const takers = new Set(placement.moved.filter(({ from }) => before.ids.has(from)).map(({ to }) => to));
  for (const id of placement.touched) {
    if (!before.ids.has(id)) {
      (takers.has(id) ? result.replaced : result.created).push(id);
      continue;
    }
    const sources = after.get(id);
    // All its sources went to the filing that took its place.
    if (sources === undefined) continue;
    (sameDocument(before.sources.get(id) ?? [], sources) ? result.unchanged : result.replaced).push(id);
  }
  const known = new Set(placement.known.map((source) => filingOf.get(source.filingKey) ?? source.filingKey));
  for (const id of known) if (!placement.touched.has(id)) result.unchanged.push(id);
  return result;
}

/** The sources that each filing held before will have once the batch is stored. */
function documentsAfter(placement: Placement, before: DocumentsBefore): Map<string, MergeableSource[]> {
  const after = new Map<string, MergeableSource[]>();
  const goingTo = new Map(placement.moved.map(({ from, to }) => [from, to]));
  for (const [id, sources] of before.sources) {
    for (const source of sources) append(after, goingTo.get(id) ?? id, source);
  }
  for (const { source, filingId } of placement.added) {
    if (!before.ids.has(filingId)) continue;
    append(after, filingId, { format: source.format, hash: source.hash, ...unpackSource(source.body) });
  }
  return after;
}

function sameDocument(a: readonly MergeableSource[], b: readonly MergeableSource[]): boolean {
  const hashes = (sources: readonly MergeableSource[]) => JSON.stringify(sources.map((source) => source.hash).sort());
  if (hashes(a) === hashes(b)) return true;
  return JSON.stringify(mergeSources(a).document) === JSON.stringify(mergeSources(b).document);
}

function append(into: Map<string, MergeableSource[]>, id: string, source: MergeableSource): void {
  const list = into.get(id);
  if (list === undefined) into.set(id, [source]);
  else list.push(source);
}
