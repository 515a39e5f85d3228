import type { StoredSourceKey } from "@/lib/store/write-sources";
import { docIdOfCore, type PreparedSource } from "./prepare-source";

/** Where a batch's sources go, and which filings they touch. */
export interface Placement {
  /** Sources that the store does not have yet, with their filing. */
  added: { source: PreparedSource; filingId: string }[];
  /** Keys whose stored sources move to another filing: a text whose accession became known. */
  moved: { filingKey: string; from: string; to: string }[];
  /** Filings whose document must be merged anew. */
  touched: Set<string>;
  /** Sources that the store already has, to the letter. */
  known: PreparedSource[];
}

/**
 * Decides the filing of each source (domain §1). A source with an accession is that filing's. One without belongs to the
 * filing whose source has the same core: the smallest accession where several do, else its own `doc-…` filing. The result
 * depends on the set of all sources, stored and new, never on their order.
 */
export function placeSources(batch: readonly PreparedSource[], stored: readonly StoredSourceKey[]): Placement {
  const placement: Placement = { added: [], moved: [], touched: new Set(), known: [] };
  const have = new Set(stored.map((source) => `${source.filingKey} ${source.hash}`));
  const fresh: PreparedSource[] = [];
  for (const source of batch) {
    const key = `${source.filingKey} ${source.hash}`;
    if (have.has(key)) placement.known.push(source);
    else fresh.push(source);
    have.add(key);
  }
  const accessions = smallestAccessions([...stored, ...fresh]);
  for (const source of fresh) {
    const filingId = isDocId(source.filingKey)
      ? (accessions.get(source.coreHash) ?? source.filingKey)
      : source.filingKey;
    placement.added.push({ source, filingId });
    placement.touched.add(filingId);
  }
  for (const source of stored) moveWhereKnown(source, accessions, placement);
  return placement;
}

function moveWhereKnown(source: StoredSourceKey, accessions: ReadonlyMap<string, string>, placement: Placement): void {
  if (!isDocId(source.filingKey)) return;
  const to = accessions.get(source.coreHash);
  if (to === undefined || to === source.filingId) return;
  if (!placement.moved.some((move) => move.filingKey === source.filingKey)) {
    placement.moved.push({ filingKey: source.filingKey, from: source.filingId, to });
  }
  placement.touched.add(source.filingId).add(to);
}

function smallestAccessions(sources: readonly { filingKey: string; coreHash: string }[]): Map<string, string> {
  const smallest = new Map<string, string>();
  for (const { filingKey, coreHash } of sources) {
    if (isDocId(filingKey)) continue;
    const known = smallest.get(coreHash);
    if (known === undefined || filingKey < known) smallest.set(coreHash, filingKey);
  }
  return smallest;
}

function isDocId(key: string): boolean {
  return key.startsWith("doc-");
}

/** The keys and cores to look up before a batch can be placed. */
export function lookUpKeys(batch: readonly PreparedSource[]): { keys: string[]; coreHashes: string[] } {
  const coreHashes = [...new Set(batch.map((source) => source.coreHash))];
  const keys = new Set(batch.map((source) => source.filingKey));
  for (const hash of coreHashes) keys.add(docIdOfCore(hash));
  return { keys: [...keys], coreHashes };
}
