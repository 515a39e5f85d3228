import { type MergeableSource, mergeSources } from "@/lib/sources/merge-sources";
import type { Database, Store } from "@/lib/store/client";
import { clearFailures } from "@/lib/store/failures";
import { markStale, raiseDataVersion } from "@/lib/store/ledger-state";
import { addAlias, deleteFilings, findFilings, insertFilings } from "@/lib/store/write-filings";
import { findSources, insertSources, loadSources, moveSources } from "@/lib/store/write-sources";
import { filingRecords } from "./filing-records";
import { lookUpKeys, type Placement, placeSources } from "./place-sources";
import { hashText, type PreparedSource } from "./prepare-source";

export interface BatchResult {
  created: string[];
  replaced: string[];
  unchanged: string[];
  /** Issuers whose derived results must be refreshed. */
  issuerCiks: string[];
}

/**
 * Stores a batch of sources inside the caller's transaction: all of it or nothing. Every filing that the batch touches is
 * merged anew from all its sources; one whose merged document did not change is `unchanged`.
 */
export async function writeBatch(
  db: Database,
  store: Store,
  batch: readonly PreparedSource[],
  now: string,
): Promise<BatchResult> {
  const { provider } = store.target;
  const { keys, coreHashes } = lookUpKeys(batch);
  const placement = placeSources(batch, await findSources(db, provider, keys, coreHashes));
  await insertSources(
    db,
    provider,
    placement.added.map(({ source, filingId }) => ({ ...source, filingId })),
  );
  await moveAll(db, placement);
  const result = await rewriteFilings(db, store, placement);
  for (const source of placement.known) {
    if (!placement.touched.has(source.filingKey)) result.unchanged.push(source.filingKey);
  }
  await clearFailures(
    db,
    batch.map((source) => source.file),
  );
  if (result.issuerCiks.length > 0) {
    await markStale(db, provider, result.issuerCiks);
    await raiseDataVersion(db, now);
  }
  return result;
}

async function moveAll(db: Database, placement: Placement): Promise<void> {
  for (const { filingKey, to } of placement.moved) {
    await moveSources(db, filingKey, to);
    await addAlias(db, filingKey, to);
  }
  for (const { source, filingId } of placement.added) {
    if (source.filingKey !== filingId) await addAlias(db, source.filingKey, filingId);
  }
}

async function rewriteFilings(db: Database, store: Store, placement: Placement): Promise<BatchResult> {
  const touched = [...placement.touched];
  const stored = await findFilings(db, touched);
  const sources = await sourcesOfFilings(db, placement, new Set(stored.keys()));
  const result: BatchResult = { created: [], replaced: [], unchanged: [], issuerCiks: [] };
  const obsolete: string[] = [];
  const records = [];
  for (const id of touched) {
    const before = stored.get(id);
    const own = sources.get(id);
    if (own === undefined) {
      if (before !== undefined) obsolete.push(id);
      if (before !== undefined) result.issuerCiks.push(before.issuerCik);
      continue;
    }
    const merged = mergeSources(own);
    const documentHash = hashText(JSON.stringify(merged.document));
    if (before?.documentHash === documentHash) {
      result.unchanged.push(id);
      continue;
    }
    if (before !== undefined) obsolete.push(id);
    const record = filingRecords(id, documentHash, merged);
    records.push(record);
    (before === undefined ? result.created : result.replaced).push(id);
    result.issuerCiks.push(record.issuerCik);
    if (before !== undefined) result.issuerCiks.push(before.issuerCik);
  }
  countTakenPlaces(result, placement, obsolete);
  await deleteFilings(db, store.target.provider, obsolete);
  await insertFilings(db, store.target.provider, records);
  result.issuerCiks = [...new Set(result.issuerCiks)];
  return result;
}

/** A filing that takes a `doc-…` filing's place replaces it: it is not a new one. */
function countTakenPlaces(result: BatchResult, placement: Placement, obsolete: readonly string[]): void {
  for (const { from, to } of placement.moved) {
    const at = result.created.indexOf(to);
    if (at === -1 || !obsolete.includes(from)) continue;
    result.created.splice(at, 1);
    result.replaced.push(to);
  }
}

/** Sources by filing. Filings that are new to the store have theirs in the batch; only the others are loaded. */
async function sourcesOfFilings(
  db: Database,
  placement: Placement,
  storedIds: ReadonlySet<string>,
): Promise<Map<string, MergeableSource[]>> {
  const byFiling = new Map<string, MergeableSource[]>();
  const add = (id: string, source: MergeableSource) => {
    const list = byFiling.get(id);
    if (list === undefined) byFiling.set(id, [source]);
    else list.push(source);
  };
  const movedTo = new Set(placement.moved.map((move) => move.to));
  const load = [...placement.touched].filter((id) => storedIds.has(id) || movedTo.has(id));
  const loaded = new Set(load);
  for (const source of await loadSources(db, load)) add(source.filingId, source);
  for (const { source, filingId } of placement.added) {
    if (!loaded.has(filingId)) add(filingId, source);
  }
  return byFiling;
}
