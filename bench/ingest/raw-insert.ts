import { readDatabaseUrl } from "@/lib/store/database-url";
import type { BulkTable } from "@/lib/store/writing/connection";
import { postgresFloor, type Rows, sqliteFloor } from "./floor";
import { openLedger, storedTables } from "./stored-rows";

/** Filings a transaction, as the ingest stores them. */
const BATCH = 2_000;

export interface RawInsert {
  rows: number;
  seconds: number;
  /** Seconds of processor time; PostgreSQL's own server not included. */
  busy: number;
}

/**
 * The floor: all rows of all tables that the ingest left, packed documents included, in the order in which it wrote them, into an
 * empty database with the same tables, indexes and pragmas, one transaction for as many rows as 2,000 filings have. Reading the
 * rows is not counted. `path`: where a SQLite floor goes.
 */
export async function insertRaw(url: string, path: string, filings: number): Promise<RawInsert> {
  const ledger = await openLedger(url);
  const floor = readDatabaseUrl(url).provider === "sqlite" ? sqliteFloor(path) : await postgresFloor(url);
  const raw: RawInsert = { rows: 0, seconds: 0, busy: 0 };
  const tables = await storedTables(ledger);
  const batches = Math.ceil(filings / BATCH);
  for (let batch = 0; batch < batches; batch++) {
    const due: [BulkTable, Rows][] = [];
    for (const { table, count, slice } of tables) {
      const from = Math.floor((count * batch) / batches);
      due.push([table, await slice(from, Math.floor((count * (batch + 1)) / batches) - from)]);
    }
    const insert = floor.prepare(due);
    const start = performance.now();
    const used = process.cpuUsage();
    await insert();
    raw.seconds += (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    raw.busy += (user + system) / 1e6;
    raw.rows += due.reduce((sum, [, rows]) => sum + rows.length, 0);
  }
  await floor.close();
  await ledger.close();
  return raw;
}
