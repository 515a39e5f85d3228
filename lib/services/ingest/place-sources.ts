import type { StoredSourceKey } from "@/lib/store/writing/write-sources";
import { docIdOfCore, isDocId, type PreparedSource } from "./prepare-source";

/** Where a batch's sources go, and which filings they touch. */
export interface Placement {
  /** Sources that the store does not have yet, with their filing. */
  added: { source: PreparedSource; filingId: string }[];
  /** Keys whose stored sources move to another filing: a text whose accession became known. */
  moved: { filingKey: string; from: string; to: string }[];
  /** Stored sources that were met again under a file name that sorts before the one recorded. */
  renamed: PreparedSource[];
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
  const placement: Placement = { added: [], moved: [], renamed: [], touched: new Set(), known: [] };
  const have = new Map(stored.map((source) => [`${source.filingKey} ${source.hash}`, source.file]));
  const fresh = new Map<string, PreparedSource>();
  for (const source of batch) {
    const key = `${source.filingKey} ${source.hash}`;
    const file = have.get(key);
    if (file !== undefined) placement.known.push(source);
    if (file === undefined || source.file < file) {
      have.set(key, source.file);
      fresh.set(key, source);
    }
  }
  for (const source of stored) {
    const again = fresh.get(`${source.filingKey} ${source.hash}`);
    if (again !== undefined) placement.renamed.push(again);
    fresh.delete(`${source.filingKey} ${source.hash}`);
  }
  const accessions = smallestAccessions([...stored, ...fresh.values()]);
  for (const source of fresh.values()) {
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

/** The keys under which a batch's filings may be stored already: its own, and the `doc-…` id of each core. */
export function keysOf(batch: readonly PreparedSource[]): string[] {
  const keys = new Set(batch.map((source) => source.filingKey));
  for (const { coreHash } of batch) keys.add(docIdOfCore(coreHash));
  return [...keys];
}

/** The cores of which every stored source must be known: where a text without accession meets filings with one. */
export function coresOf(batch: readonly PreparedSource[], stored: readonly StoredSourceKey[]): string[] {
  const texts = [...batch, ...stored].filter((source) => isDocId(source.filingKey));
  return [...new Set(texts.map((source) => source.coreHash))];
}
