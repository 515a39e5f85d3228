import pg from "pg";
import type { DatabaseTarget } from "@/lib/store/database-url";
import {
  type BulkRecord,
  type BulkTable,
  type BulkValue,
  type ColumnType,
  numbered,
  type WriteConnection,
} from "./connection";

/** Records a statement: one JSON parameter each. */
const RECORDS_PER_STATEMENT = 2_000;
/** Rows fetched at a time from a cursor. */
const CURSOR_ROWS = 2_000;

/** The advisory lock of a writing transaction, so that writers come one after the other as they do on SQLite. */
const WRITE_LOCK = 72707371;

const TYPES: Record<ColumnType, string> = {
  text: "text",
  integer: "integer",
  real: "double precision",
  boolean: "boolean",
  bytes: "text",
};

/** Counts come as 64-bit integers, which pg gives as text: ours are far below 2^53. */
const INT8 = 20;

/** A connection of our own to PostgreSQL. Records go in as JSON, which the server takes apart: one round trip a statement. */
export async function openPostgres(target: DatabaseTarget): Promise<WriteConnection> {
  const client = new pg.Client({ connectionString: target.location, types: { getTypeParser } });
  await client.connect();
  const all = async <T>(sql: string, params: readonly BulkValue[] = []) =>
    (await client.query(numbered(sql), params.map(bound))).rows as T[];
  return {
    target,
    provider: "postgresql",
    all,
    run: async (sql, params = []) => (await client.query(numbered(sql), params.map(bound))).rowCount ?? 0,
    insert: async (table, records) => {
      const sql = recordsetSql(table);
      for (let at = 0; at < records.length; at += RECORDS_PER_STATEMENT) {
        await client.query(sql, [recordsJson(table, records.slice(at, at + RECORDS_PER_STATEMENT))]);
      }
    },
    transaction: (work) => whole(client, `BEGIN; SELECT pg_advisory_xact_lock(${WRITE_LOCK})`, work),
    snapshot: (work) => whole(client, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work),
    iterate: (sql) => cursor(client, sql),
    rest: async () => undefined,
    close: () => client.end(),
  };
}

/** Commits what `work` did, or takes all of it back. */
async function whole<T>(client: pg.Client, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (oid === INT8) return Number;
  return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
}

function bound(value: BulkValue): string | number | boolean | null | Buffer {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/** Columns go by short names: the JSON repeats them in every record. */
function recordsetSql(table: BulkTable): string {
  const names = table.columns.map(([name]) => `"${name}"`).join(", ");
  const values = table.columns
    .map(([, type], i) => (type === "bytes" ? `decode(c${i}, 'base64')` : `c${i}`))
    .join(", ");
  const types = table.columns.map(([, type], i) => `c${i} ${TYPES[type]}`).join(", ");
  return `INSERT INTO "${table.name}" (${names}) SELECT ${values} FROM json_to_recordset($1::json) AS r(${types})`;
}

function recordsJson(table: BulkTable, records: readonly BulkRecord[]): string {
  return JSON.stringify(
    records.map((record) => {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < table.columns.length; i++) {
        const value = record[i] ?? null;
        if (value === null) continue;
        row[`c${i}`] =
          value instanceof Uint8Array
            ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64")
            : value;
      }
      return row;
    }),
  );
}

async function* cursor<T>(client: pg.Client, sql: string): AsyncGenerator<T> {
  await client.query(`DECLARE ledger_rows NO SCROLL CURSOR FOR ${sql}`);
  try {
    for (;;) {
      const { rows } = await client.query(`FETCH ${CURSOR_ROWS} FROM ledger_rows`);
      if (rows.length === 0) return;
      yield* rows as T[];
    }
  } finally {
    await client.query("CLOSE ledger_rows").catch(() => undefined);
  }
}
