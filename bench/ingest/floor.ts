import Libsql from "libsql";
import pg from "pg";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";
import { readMigrations } from "@/lib/store/migrations";
import type { BulkTable, BulkValue } from "@/lib/store/writing/connection";
import { openConnection } from "@/lib/store/writing/open-connection";

export type Rows = readonly (readonly BulkValue[])[];

/** An empty database with the ledger's tables and indexes, and the driver's plainest way to fill it. */
export interface Floor {
  /** Makes the rows ready for the driver; what it gives back inserts them in one transaction. */
  prepare(batch: readonly (readonly [BulkTable, Rows])[]): () => Promise<void>;
  close(): Promise<void>;
}

/** SQLite: one prepared statement a table, run row by row. */
export function sqliteFloor(path: string): Floor {
  const db = new Libsql(path);
  db.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 16384",
  );
  for (const { sql } of readMigrations("sqlite")) db.exec(sql);
  const statements = new Map<string, Libsql.Statement<unknown[]>>();
  const prepared = ({ name, columns }: BulkTable) => {
    const known = statements.get(name);
    if (known !== undefined) return known;
    const names = columns.map(([column]) => `"${column}"`).join(", ");
    const marks = columns.map(() => "?").join(", ");
    const statement = db.prepare(`INSERT INTO "${name}" (${names}) VALUES (${marks})`);
    statements.set(name, statement);
    return statement;
  };
  return {
    prepare: (batch) => {
      const due = batch.map(([table, rows]) => [prepared(table), rows.map((row) => row.map(bound))] as const);
      return async () => {
        db.exec("BEGIN");
        for (const [statement, rows] of due) for (const row of rows) statement.run(row);
        db.exec("COMMIT");
      };
    },
    close: async () => {
      db.close();
    },
  };
}

/**
 * PostgreSQL: a statement for 2,000 rows of a table, given as one JSON parameter; row by row the round trips would cost ten times
 * as much. Foreign keys are not checked here, for the slices of a batch are not cut by filing.
 */
export async function postgresFloor(url: string): Promise<Floor> {
  const floor = new URL(url);
  floor.pathname = `${floor.pathname}_floor`;
  const name = floor.pathname.slice(1);
  await administer(url, `DROP DATABASE IF EXISTS "${name}"`, `CREATE DATABASE "${name}"`);
  await migrate(floor.href);
  const connection = await openConnection(readDatabaseUrl(floor.href));
  await connection.run("SET session_replication_role = replica");
  return {
    prepare: (batch) => () =>
      connection.transaction(async () => {
        for (const [table, rows] of batch) await connection.insert(table, rows);
      }),
    close: async () => {
      await connection.close();
      await administer(url, `DROP DATABASE "${name}"`);
    },
  };
}

async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function bound(value: BulkValue): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}
