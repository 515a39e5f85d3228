import type { SourceFormat } from "@/lib/sources/merge-sources";
import { type LoadedSource, loadedSource, type SourceRow } from "@/lib/store/sources/read-documents";
import { inList, type WriteConnection } from "./connection";
import { FILING_SOURCE, valuesOf } from "./tables";

export interface SourceRecord {
  filingKey: string;
  hash: string;
  filingId: string;
  issuerCik: string;
  coreHash: string;
  format: SourceFormat;
  file: string;
  body: Uint8Array;
}

/** What places a stored source. */
export type StoredSourceKey = Pick<SourceRecord, "filingKey" | "hash" | "filingId" | "issuerCik" | "coreHash" | "file">;

const KEY_COLUMNS = `"filingKey", "hash", "filingId", "issuerCik", "coreHash", "file"`;
const BODY_COLUMNS = `"filingId", "file", "format", "hash", "body"`;

/** Stored sources (without bodies) under any of these keys. */
export function sourcesByKey(connection: WriteConnection, keys: readonly string[]): Promise<StoredSourceKey[]> {
  const [list, param] = inList(connection, keys);
  return connection.all(`SELECT ${KEY_COLUMNS} FROM "FilingSource" WHERE "filingKey" ${list}`, [param]);
}

/** Stored sources (without bodies) of any of these cores. */
export async function sourcesByCore(connection: WriteConnection, cores: readonly string[]): Promise<StoredSourceKey[]> {
  if (cores.length === 0) return [];
  const [list, param] = inList(connection, cores);
  return connection.all(`SELECT ${KEY_COLUMNS} FROM "FilingSource" WHERE "coreHash" ${list}`, [param]);
}

export function insertSources(connection: WriteConnection, sources: readonly SourceRecord[]): Promise<void> {
  const records = sources.map((source) => valuesOf(FILING_SOURCE, source));
  return connection.insert(FILING_SOURCE, records);
}

/** Lets all sources under a key belong to another filing (a text whose accession became known), and its old id lead there. */
export async function moveSources(connection: WriteConnection, filingKey: string, filingId: string): Promise<void> {
  await connection.run(`UPDATE "FilingSource" SET "filingId" = ? WHERE "filingKey" = ?`, [filingId, filingKey]);
  await addAlias(connection, filingKey, filingId);
}

/** Of several files that hold one source, the first by name is recorded, whichever came first. */
export async function renameSource(
  connection: WriteConnection,
  { filingKey, hash, file }: Pick<SourceRecord, "filingKey" | "hash" | "file">,
): Promise<void> {
  const where = `WHERE "filingKey" = ? AND "hash" = ?`;
  await connection.run(`UPDATE "FilingSource" SET "file" = ? ${where}`, [file, filingKey, hash]);
}

/** Lets an id that a filing had before lead to the filing. */
export async function addAlias(connection: WriteConnection, alias: string, filingId: string): Promise<void> {
  await connection.run(
    `INSERT INTO "FilingAlias" ("alias", "filingId") VALUES (?, ?)
     ON CONFLICT ("alias") DO UPDATE SET "filingId" = excluded."filingId"`,
    [alias, filingId],
  );
}

/** Sources of the given filings, unpacked. A filing's sources stand under its own id or under an id it had before. */
export async function loadSources(connection: WriteConnection, filingIds: readonly string[]): Promise<LoadedSource[]> {
  if (filingIds.length === 0) return [];
  const [list, param] = inList(connection, filingIds);
  const rows = await connection.all<SourceRow>(
    `SELECT ${BODY_COLUMNS} FROM "FilingSource" WHERE "filingKey" ${list}
     UNION ALL SELECT s."filingId", s."file", s."format", s."hash", s."body" FROM "FilingAlias" a
     JOIN "FilingSource" s ON s."filingKey" = a."alias" WHERE a."filingId" ${list}`,
    [param, param],
  );
  return rows.map(loadedSource);
}

/** Every source of every filing that names this issuer in any of its sources, in the order of filings. */
export async function loadIssuerSources(connection: WriteConnection, issuerCik: string): Promise<LoadedSource[]> {
  const rows = await connection.all<SourceRow>(
    `SELECT ${BODY_COLUMNS} FROM "FilingSource" WHERE "issuerCik" = ? ORDER BY "filingId", "hash"`,
    [issuerCik],
  );
  const others = await connection.all<SourceRow>(
    `SELECT o."filingId", o."file", o."format", o."hash", o."body" FROM "FilingAlias" a
     JOIN "FilingSource" o ON o."filingKey" IN (a."alias", a."filingId")
     WHERE o."issuerCik" <> ? AND a."filingId" IN (SELECT "filingId" FROM "FilingSource" WHERE "issuerCik" = ?)`,
    [issuerCik, issuerCik],
  );
  const each = new Map([...rows, ...others].map((row) => [`${row.filingId} ${row.hash}`, row]));
  return [...each.values()].map(loadedSource);
}
