import Libsql from "libsql";
import { readMigrations } from "@/lib/store/migrations";
import type { BulkValue } from "@/lib/store/writing/connection";
import { openLedger, storedTables } from "./stored-rows";

/** Filings a transaction, as the ingest stores them. */
const BATCH = 2_000;

export interface RawInsert {
  rows: number;
  seconds: number;
  /** Seconds of processor time. */
  busy: number;
}

/**
 * The floor: all rows of all tables that the ingest left, packed documents included, in the order in which it wrote them, into an
 * empty file with the same tables, indexes and pragmas. One prepared statement a table, row by row, one transaction for as
 * many rows as 2,000 filings have. Reading the rows is not counted.
 */
export async function insertRaw(url: string, path: string, filings: number): Promise<RawInsert> {
  const ledger = await openLedger(url);
  const to = new Libsql(path);
  to.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000",
  );
  for (const { sql } of readMigrations("sqlite")) to.exec(sql);
  const raw: RawInsert = { rows: 0, seconds: 0, busy: 0 };
  const tables = (await storedTables(ledger)).map((rows) => {
    const { name, columns } = rows.table;
    const names = columns.map(([column]) => `"${column}"`).join(", ");
    const marks = columns.map(() => "?").join(", ");
    return { rows, insert: to.prepare(`INSERT INTO "${name}" (${names}) VALUES (${marks})`) };
  });
  const batches = Math.ceil(filings / BATCH);
  for (let batch = 0; batch < batches; batch++) {
    const due: [Libsql.Statement<unknown[]>, unknown[][]][] = [];
    for (const { rows, insert } of tables) {
      const from = Math.floor((rows.count * batch) / batches);
      const until = Math.floor((rows.count * (batch + 1)) / batches);
      due.push([insert, (await rows.slice(from, until - from)).map(bound)]);
    }
    const start = performance.now();
    const used = process.cpuUsage();
    to.exec("BEGIN");
    for (const [insert, records] of due) for (const record of records) insert.run(record);
    to.exec("COMMIT");
    raw.seconds += (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    raw.busy += (user + system) / 1e6;
    raw.rows += due.reduce((sum, [, records]) => sum + records.length, 0);
  }
  to.close();
  await ledger.close();
  return raw;
}

function bound(row: readonly BulkValue[]): unknown[] {
  return row.map((value) => {
    if (typeof value === "boolean") return value ? 1 : 0;
    return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
  });
}
