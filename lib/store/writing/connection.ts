import type { DatabaseTarget, Provider } from "@/lib/store/database-url";

export type ColumnType = "text" | "integer" | "real" | "boolean" | "bytes";

/** A table's columns in the order of each record's values. */
export interface BulkTable {
  name: string;
  columns: readonly (readonly [name: string, type: ColumnType])[];
}

/** A value as records hold it. `bytes` columns take a Uint8Array, `boolean` ones true, false or null. */
export type BulkValue = string | number | boolean | null | Uint8Array;
export type BulkRecord = readonly BulkValue[];

/**
 * The writer's own connection, past Prisma: one transaction over many statements, prepared once. Prisma's client took
 * two to three times as long for the same rows. SQL is written with `?` for parameters on both databases.
 */
export interface WriteConnection {
  target: DatabaseTarget;
  provider: Provider;
  all<T>(sql: string, params?: readonly BulkValue[]): Promise<T[]>;
  /** Returns how many rows changed. */
  run(sql: string, params?: readonly BulkValue[]): Promise<number>;
  /** Existing keys make it fail. */
  insert(table: BulkTable, records: readonly BulkRecord[]): Promise<void>;
  /** Runs `work` in one transaction; the write lock is taken at once. Transactions don't nest. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` with one unchanging view of the data, however others write meanwhile. Nothing is written. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
  /** Row by row in constant memory, of a query without parameters; inside a snapshot or transaction only. */
  iterate<T>(sql: string): AsyncIterable<T>;
  /** Gives back memory and disk that are held for writing: this connection has written for now. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** `IN (…)` for a list of texts of any length, as one parameter. */
export function inList(connection: { provider: Provider }, values: readonly string[]): [sql: string, param: string] {
  return connection.provider === "sqlite"
    ? ["IN (SELECT value FROM json_each(?))", JSON.stringify(values)]
    : ["IN (SELECT json_array_elements_text(CAST(? AS json)))", JSON.stringify(values)];
}

/** `?` as `$1`, `$2`, … No statement of ours has a question mark elsewhere. */
export function numbered(sql: string): string {
  let n = 0;
  return sql.replaceAll("?", () => `$${++n}`);
}

export function insertSql(table: BulkTable): string {
  const names = table.columns.map(([name]) => `"${name}"`).join(", ");
  return `INSERT INTO "${table.name}" (${names}) VALUES (${table.columns.map(() => "?").join(", ")})`;
}
