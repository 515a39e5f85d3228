import { setTimeout as sleep } from "node:timers/promises";
import Libsql from "libsql";
import type { DatabaseTarget } from "@/lib/store/database-url";
import { type BulkValue, insertSql, type WriteConnection } from "./connection";

/** Milliseconds for one try at the write lock (it blocks this thread), and for all tries together. */
const LOCK_TRY = 20;
const LOCK_LIMIT = 60_000;

/** Pages of a writer's cache, in KiB: keys arrive in no order, so that every index is touched everywhere. */
const CACHE = 32 * 1024;
const READER_CACHE = 8 * 1024;
/** Pages in the log before they go to the file: in a bulk load the same ones change again and again. */
const CHECKPOINT_PAGES = 16_384;
/** Bytes that the log keeps on disk once its pages are in the file. */
const LOG_LIMIT = 16 * 1024 * 1024;

/** A connection of our own to a SQLite file: synchronous inside, its statements kept prepared. */
export function openSqlite(target: DatabaseTarget, readOnly: boolean): WriteConnection {
  const db = new Libsql(target.location, { timeout: readOnly ? 5_000 : LOCK_TRY });
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  db.exec(`PRAGMA cache_size = -${readOnly ? READER_CACHE : CACHE}; PRAGMA journal_size_limit = ${LOG_LIMIT}`);
  if (readOnly) db.exec("PRAGMA query_only = ON");
  const statements = new Map<string, Libsql.Statement<unknown[]>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    target,
    provider: "sqlite",
    all: async <T>(sql: string, params: readonly BulkValue[] = []) =>
      prepared(sql)
        .all(params.map(bound))
        .map((row) => withBytes(row as T)),
    run: async (sql, params = []) => prepared(sql).run(params.map(bound)).changes,
    insert: async (table, records) => {
      if (records.length === 0) return;
      const statement = prepared(insertSql(table));
      for (const record of records) statement.run(record.map(bound));
    },
    transaction: async (work) => {
      await beginWhenFree(db);
      return whole(db, work);
    },
    snapshot: async (work) => {
      db.exec("BEGIN");
      return whole(db, work);
    },
    iterate: async function* <T>(sql: string) {
      for (const row of db.prepare(sql).iterate()) yield withBytes(row as T);
    },
    rest: async () => {
      // Where a reader stands in the log's way, the log stays for the next one.
      db.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA shrink_memory");
    },
    close: async () => {
      statements.clear();
      db.close();
    },
  };
}

/** Commits what `work` did, or takes all of it back. */
async function whole<T>(db: Libsql.Database, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** The driver takes no booleans; a Buffer is its only kind of bytes. */
function bound(value: BulkValue): string | number | null | Buffer {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Uint8Array && !Buffer.isBuffer(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return value as string | number | null | Buffer;
}

/** The driver gives bytes as an ArrayBuffer here and as a Buffer there. */
function withBytes<T>(row: T): T {
  const record = row as Record<string, unknown>;
  for (const key in record) {
    const value = record[key];
    if (value instanceof ArrayBuffer) record[key] = new Uint8Array(value);
  }
  return row;
}

/** Waits without holding the process: the lock may be held by another connection in this very one. */
async function beginWhenFree(db: Libsql.Database): Promise<void> {
  const until = Date.now() + LOCK_LIMIT;
  for (;;) {
    try {
      db.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!(error instanceof Error && /locked|busy/i.test(error.message)) || Date.now() > until) throw error;
      await sleep(LOCK_TRY);
    }
  }
}
