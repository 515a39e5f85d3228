import { type BulkValue, bulkInsert, placeholders } from "./bulk-insert";
import type { Database } from "./client";
import type { Provider } from "./database-url";
import { FILING, FILING_OWNER, REPORTED_ROW } from "./tables";

/** The records of one filing, values in the order of the tables' columns. */
export interface FilingRecords {
  id: string;
  issuerCik: string;
  ownerCiks: string[];
  filing: BulkValue[];
  owners: BulkValue[][];
  rows: BulkValue[][];
}

/** Hash of the merged document of each stored filing among `ids`. */
export async function findFilings(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { documentHash: string; issuerCik: string }>> {
  const filings = await db.filing.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, documentHash: true, issuerCik: true },
  });
  return new Map(filings.map((filing) => [filing.id, filing]));
}

export async function insertFilings(
  db: Database,
  provider: Provider,
  filings: readonly FilingRecords[],
): Promise<void> {
  await bulkInsert(
    db,
    provider,
    FILING,
    filings.map((filing) => filing.filing),
  );
  await bulkInsert(
    db,
    provider,
    FILING_OWNER,
    filings.flatMap((filing) => filing.owners),
  );
  await bulkInsert(
    db,
    provider,
    REPORTED_ROW,
    filings.flatMap((filing) => filing.rows),
  );
}

/** Removes filings with their owners and rows; their sources stay. */
export async function deleteFilings(db: Database, provider: Provider, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const list = placeholders(provider, ids.length);
  await db.$executeRawUnsafe(`DELETE FROM "ReportedRow" WHERE "filingId" IN (${list})`, ...ids);
  await db.$executeRawUnsafe(`DELETE FROM "FilingOwner" WHERE "filingId" IN (${list})`, ...ids);
  await db.$executeRawUnsafe(`DELETE FROM "Filing" WHERE "id" IN (${list})`, ...ids);
}

/** Lets an id that a filing had before lead to the filing. */
export async function addAlias(db: Database, alias: string, filingId: string): Promise<void> {
  await db.filingAlias.upsert({ where: { alias }, create: { alias, filingId }, update: { filingId } });
}
