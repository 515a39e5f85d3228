import type { MergeableSource, SourceFormat } from "@/lib/sources/merge-sources";
import { bulkInsert, placeholders } from "./bulk-insert";
import type { Database } from "./client";
import type { Provider } from "./database-url";
import { unpackSource } from "./source-body";
import { FILING_SOURCE } from "./tables";

export interface SourceRecord {
  filingKey: string;
  hash: string;
  filingId: string;
  coreHash: string;
  format: SourceFormat;
  file: string;
  body: Uint8Array;
}

export interface StoredSourceKey {
  filingKey: string;
  hash: string;
  filingId: string;
  coreHash: string;
}

/** Stored sources (without bodies) under any of these keys or cores. */
export async function findSources(
  db: Database,
  provider: Provider,
  keys: readonly string[],
  coreHashes: readonly string[],
): Promise<StoredSourceKey[]> {
  if (keys.length === 0) return [];
  return db.$queryRawUnsafe<StoredSourceKey[]>(
    `SELECT "filingKey", "hash", "filingId", "coreHash" FROM "FilingSource"
     WHERE "filingKey" IN (${placeholders(provider, keys.length)})
     UNION SELECT "filingKey", "hash", "filingId", "coreHash" FROM "FilingSource"
     WHERE "coreHash" IN (${placeholders(provider, coreHashes.length, keys.length + 1)})`,
    ...keys,
    ...coreHashes,
  );
}

export async function insertSources(db: Database, provider: Provider, sources: readonly SourceRecord[]): Promise<void> {
  await bulkInsert(
    db,
    provider,
    FILING_SOURCE,
    sources.map((source) => [
      source.filingKey,
      source.hash,
      source.filingId,
      source.coreHash,
      source.format,
      source.file,
      Buffer.from(source.body).toString("hex"),
    ]),
  );
}

/** Lets all sources under a key belong to another filing: a text whose accession became known. */
export async function moveSources(db: Database, filingKey: string, filingId: string): Promise<void> {
  await db.filingSource.updateMany({ where: { filingKey }, data: { filingId } });
}

export interface LoadedSource extends MergeableSource {
  filingId: string;
  file: string;
}

/** Sources of the given filings, unpacked. */
export async function loadSources(db: Database, filingIds: readonly string[]): Promise<LoadedSource[]> {
  const records = await db.filingSource.findMany({ where: { filingId: { in: [...filingIds] } } });
  return records.map((record) => ({
    filingId: record.filingId,
    file: record.file,
    format: record.format as SourceFormat,
    hash: record.hash,
    ...unpackSource(record.body),
  }));
}
