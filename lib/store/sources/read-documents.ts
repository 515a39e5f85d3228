import type { MergeableSource, SourceFormat } from "@/lib/sources/merge-sources";
import type { Database } from "../client";
import type { Provider } from "../database-url";
import { settledSources } from "./settled-sources";
import { unpackSource } from "./source-body";
import { takeTurns } from "./take-turns";

/** A stored source as the database gives it. */
export interface SourceRow {
  filingId: string;
  file: string;
  format: string;
  hash: string;
  body: Uint8Array;
}

export interface LoadedSource extends MergeableSource {
  filingId: string;
  /** Where it came from. */
  file: string;
}

/** A stored source unpacked. */
export function loadedSource(row: SourceRow): LoadedSource {
  return {
    filingId: row.filingId,
    file: row.file,
    format: row.format as SourceFormat,
    hash: row.hash,
    ...unpackSource(row.body),
  };
}

/** Asks a database: SQL with numbered parameters, rows back. */
export type AskRows = <T>(sql: string, params: readonly string[]) => Promise<T[]>;

/** All sources of an issuer's filings, by filing id. */
export function sourcesOfIssuer(db: Database, provider: Provider, issuerCik: string): Promise<LoadedSource[]> {
  return issuerSources((sql, params) => db.$queryRawUnsafe(sql, ...params), provider, issuerCik);
}

/** The same, of whatever answers SQL; with `until` of the filings known by that instant (UTC, ISO 8601). */
export function issuerSources(
  ask: AskRows,
  provider: Provider,
  issuerCik: string,
  until: string | null = null,
): Promise<LoadedSource[]> {
  const isIssuers = `f."issuerCik" = ${numbered(provider, 1)}`;
  if (until === null) return sourcesWhere(ask, isIssuers, [issuerCik]);
  return sourcesWhere(ask, `${isIssuers} AND f."knownAt" <= ${numbered(provider, 2)}`, [issuerCik, until]);
}

/** All sources of the filings that an insider is an owner of. */
export function sourcesOfInsider(db: Database, provider: Provider, ownerCik: string): Promise<LoadedSource[]> {
  const filings = `SELECT o."filingId" FROM "FilingOwner" o WHERE o."ownerCik" = ${numbered(provider, 1)}`;
  return sourcesWhere((sql, params) => db.$queryRawUnsafe(sql, ...params), `f."id" IN (${filings})`, [ownerCik]);
}

/** The sources of one filing; like the others, only what its record was derived from (see settledSources). */
export async function sourcesOfFiling(db: Database, filingId: string): Promise<LoadedSource[]> {
  return loadSources(db, [filingId]);
}

/** The sources of some filings, by filing id. */
export async function loadSources(db: Database, filingIds: readonly string[]): Promise<LoadedSource[]> {
  const aliases = await db.filingAlias.findMany({ where: { filingId: { in: [...filingIds] } } });
  const idOfKey = new Map(filingIds.map((id) => [id, id]));
  for (const { alias, filingId } of aliases) idOfKey.set(alias, filingId);
  const filings = await db.filing.findMany({
    where: { id: { in: [...filingIds] } },
    select: { id: true, documentHash: true },
  });
  const rows = await db.filingSource.findMany({ where: { filingKey: { in: [...idOfKey.keys()] } } });
  const placed = rows.map((row) => ({ ...row, filingId: idOfKey.get(row.filingKey) ?? row.filingId }));
  return settled(placed, new Map(filings.map(({ id, documentHash }) => [id, documentHash])));
}

/** Of each filing the sources that its record was derived from, in the order of filings. */
async function settled(rows: readonly SourceRow[], derived: ReadonlyMap<string, string>): Promise<LoadedSource[]> {
  const byFiling = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const group = byFiling.get(row.filingId);
    if (group === undefined) byFiling.set(row.filingId, [row]);
    else group.push(row);
  }
  const sources = [...byFiling].flatMap(([id, group]) => settledSources(group, derived.get(id) ?? ""));
  return (await takeTurns(sources, loadedSource)).sort(bySource);
}

/** The filing that an id leads to now: itself, or the filing that took its place; null when there is none. */
export async function resolveFilingId(db: Database, id: string): Promise<string | null> {
  // PostgreSQL holds no NUL, and refuses to look for one.
  if (id.includes("\0")) return null;
  if ((await db.filing.count({ where: { id } })) > 0) return id;
  const alias = await db.filingAlias.findUnique({ where: { alias: id } });
  return alias?.filingId ?? null;
}

/** A filing's sources stand under its own id or under an id that it had before. */
async function sourcesWhere(ask: AskRows, condition: string, params: readonly string[]): Promise<LoadedSource[]> {
  const columns = `f."id" AS "filingId", f."documentHash", s."file", s."format", s."hash", s."body"`;
  const rows = await ask<SourceRow & { documentHash: string }>(
    `SELECT ${columns} FROM "Filing" f JOIN "FilingSource" s ON s."filingKey" = f."id" WHERE ${condition}
     UNION ALL SELECT ${columns} FROM "Filing" f JOIN "FilingAlias" a ON a."filingId" = f."id"
     JOIN "FilingSource" s ON s."filingKey" = a."alias" WHERE ${condition}`,
    params,
  );
  return settled(rows, new Map(rows.map(({ filingId, documentHash }) => [filingId, documentHash])));
}

function bySource(a: LoadedSource, b: LoadedSource): number {
  const left = `${a.filingId} ${a.hash}`;
  const right = `${b.filingId} ${b.hash}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Parameters are numbered: each stands in the query twice. */
function numbered(provider: Provider, place: number): string {
  return `${provider === "sqlite" ? "?" : "$"}${place}`;
}
