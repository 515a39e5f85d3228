import { LedgerError } from "@/lib/errors";
import type { DatabaseTarget } from "@/lib/store/database-url";
import type { BulkRecord, BulkTable, WriteConnection } from "@/lib/store/writing/connection";
import { openConnection } from "@/lib/store/writing/open-connection";
import { readCatalog } from "./catalog";
import { Checksum, recordOf } from "./checksum";

/** Rows inserted at a time. */
const CHUNK = 2_000;

export interface CopiedTable {
  table: string;
  rows: number;
  /** Over all rows, equal in both databases. */
  checksum: string;
}

export interface CopyOptions {
  /** Empty the target first; otherwise it must hold no filing. */
  replace?: boolean;
  onTable?: (copied: CopiedTable) => void;
}

/**
 * Copies every table of one ledger into another, SQLite or PostgreSQL either way, and reads both again to compare counts
 * and checksums. The source is read in one snapshot, so an ingest may go on; the target is filled in one transaction: all
 * of it or nothing. Both must be at this program's version.
 * @throws LedgerError `copy-target-not-empty`, `copy-differs`, `database-not-writable`
 */
export async function copyLedger(
  from: DatabaseTarget,
  to: DatabaseTarget,
  options: CopyOptions = {},
): Promise<CopiedTable[]> {
  const source = await openConnection(from, { readOnly: true });
  const target = await openConnection(to).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  try {
    const tables = await commonTables(source, target);
    return await source.snapshot(() => target.transaction(() => copyAll(source, target, tables, options)));
  } finally {
    await source.close();
    await target.close();
  }
}

async function commonTables(source: WriteConnection, target: WriteConnection): Promise<BulkTable[]> {
  const tables = await readCatalog(source);
  const there = await readCatalog(target);
  if (JSON.stringify(tables) === JSON.stringify(there)) return tables;
  throw new LedgerError("copy-versions-differ", "The two databases don't have the same tables.", {
    advice: "Run `insider db migrate` on each (DATABASE_URL), then copy again.",
  });
}

async function copyAll(
  source: WriteConnection,
  target: WriteConnection,
  tables: readonly BulkTable[],
  options: CopyOptions,
): Promise<CopiedTable[]> {
  const version = options.replace ? await empty(target, tables) : null;
  if (version === null) await requireEmpty(target);
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    const read = new Checksum();
    for await (const chunk of chunksOf(source, table, read)) await target.insert(table, chunk);
    const written = new Checksum();
    for await (const row of target.iterate<Record<string, unknown>>(selectAll(table)))
      written.add(recordOf(table, row));
    const one = { table: table.name, rows: written.count, checksum: written.toString() };
    if (read.count !== written.count || read.toString() !== written.toString()) throw differs(one, read);
    copied.push(one);
    options.onTable?.(one);
  }
  if (version !== null) await raisePast(target, version);
  return copied;
}

/** Empties the target. Returns its data version, which keys the caches of its readers. */
async function empty(target: WriteConnection, tables: readonly BulkTable[]): Promise<number> {
  const [state] = await target.all<{ dataVersion: number }>(`SELECT "dataVersion" FROM "LedgerState"`);
  for (const { name } of tables) await target.run(`DELETE FROM "${name}"`);
  return state?.dataVersion ?? 0;
}

/** The data version goes on from whichever is higher, so that no cache takes the new ledger for the old one. */
async function raisePast(target: WriteConnection, version: number): Promise<void> {
  await target.run(
    `UPDATE "LedgerState" SET "dataVersion" = 1 + CASE WHEN "dataVersion" > ? THEN "dataVersion" ELSE ? END`,
    [version, version],
  );
}

async function* chunksOf(source: WriteConnection, table: BulkTable, sum: Checksum): AsyncGenerator<BulkRecord[]> {
  let chunk: BulkRecord[] = [];
  for await (const row of source.iterate<Record<string, unknown>>(selectAll(table))) {
    const record = recordOf(table, row);
    sum.add(record);
    chunk.push(record);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function selectAll(table: BulkTable): string {
  return `SELECT ${table.columns.map(([name]) => `"${name}"`).join(", ")} FROM "${table.name}"`;
}

async function requireEmpty(target: WriteConnection): Promise<void> {
  const [held] = await target.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "FilingSource"`);
  if (held?.n === 0) {
    // A new ledger may hold a run or a failure already; they would stand in the way of the copied ones.
    for (const { name } of await readCatalog(target)) await target.run(`DELETE FROM "${name}"`);
    return;
  }
  throw new LedgerError("copy-target-not-empty", `${target.target.display} holds ${held?.n} documents already.`, {
    advice: "Name a new database, or an empty one.",
  });
}

function differs(copied: CopiedTable, read: Checksum): LedgerError {
  const message = `Table ${copied.table} came out as ${copied.rows} rows (${copied.checksum}) from ${read.count} (${read}).`;
  return new LedgerError("copy-differs", `${message} Nothing was kept.`, { advice: "Report this with both versions." });
}
