import type { SourceFormat } from "@/lib/sources/merge-sources";
import type { Database } from "./client";
import type { Provider } from "./database-url";
import { unpackSource } from "./source-body";
import type { LoadedSource } from "./write-sources";

interface SourceRow {
  filingId: string;
  file: string;
  format: string;
  hash: string;
  body: Uint8Array;
}

const COLUMNS = `s."filingId", s."file", s."format", s."hash", s."body"`;

/** All sources of an issuer's filings, by filing id. */
export async function sourcesOfIssuer(db: Database, provider: Provider, issuerCik: string): Promise<LoadedSource[]> {
  const rows = await db.$queryRawUnsafe<SourceRow[]>(
    `SELECT ${COLUMNS} FROM "FilingSource" s JOIN "Filing" f ON f."id" = s."filingId"
     WHERE f."issuerCik" = ${first(provider)} ORDER BY s."filingId", s."hash"`,
    issuerCik,
  );
  return rows.map(loaded);
}

/** All sources of the filings that an insider is an owner of. */
export async function sourcesOfInsider(db: Database, provider: Provider, ownerCik: string): Promise<LoadedSource[]> {
  const rows = await db.$queryRawUnsafe<SourceRow[]>(
    `SELECT ${COLUMNS} FROM "FilingSource" s
     WHERE s."filingId" IN (SELECT "filingId" FROM "FilingOwner" WHERE "ownerCik" = ${first(provider)})
     ORDER BY s."filingId", s."hash"`,
    ownerCik,
  );
  return rows.map(loaded);
}

/** The sources of one filing. */
export async function sourcesOfFiling(db: Database, filingId: string): Promise<LoadedSource[]> {
  const rows = await db.filingSource.findMany({ where: { filingId }, orderBy: { hash: "asc" } });
  return rows.map(loaded);
}

/** The filing that an id leads to now: itself, or the filing that took its place; null when there is none. */
export async function resolveFilingId(db: Database, id: string): Promise<string | null> {
  if ((await db.filing.count({ where: { id } })) > 0) return id;
  const alias = await db.filingAlias.findUnique({ where: { alias: id } });
  return alias?.filingId ?? null;
}

function first(provider: Provider): string {
  return provider === "sqlite" ? "?" : "$1";
}

function loaded(row: SourceRow): LoadedSource {
  return {
    filingId: row.filingId,
    file: row.file,
    format: row.format as SourceFormat,
    hash: row.hash,
    ...unpackSource(row.body),
  };
}
