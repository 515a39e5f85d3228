import type { BulkTable, ColumnType, WriteConnection } from "@/lib/store/writing/connection";

/** Bookkeeping of the migrations: each database keeps its own. */
const NOT_OURS = new Set(["_prisma_migrations"]);

const SQLITE_TYPES: Record<string, ColumnType> = {
  TEXT: "text",
  INTEGER: "integer",
  REAL: "real",
  BOOLEAN: "boolean",
  BLOB: "bytes",
};

const POSTGRES_TYPES: Record<string, ColumnType> = {
  text: "text",
  integer: "integer",
  "double precision": "real",
  boolean: "boolean",
  bytea: "bytes",
};

/** Every table of the ledger as the database itself describes it, by name, columns by name: the same on both databases. */
export async function readCatalog(connection: WriteConnection): Promise<BulkTable[]> {
  const columns =
    connection.provider === "sqlite" ? await sqliteColumns(connection) : await postgresColumns(connection);
  const types = connection.provider === "sqlite" ? SQLITE_TYPES : POSTGRES_TYPES;
  const tables = new Map<string, [string, ColumnType][]>();
  for (const { table, name, type } of columns) {
    if (NOT_OURS.has(table)) continue;
    const known = types[type];
    if (known === undefined) throw new Error(`Column ${table}.${name} has the unknown type ${type}.`);
    const list = tables.get(table) ?? [];
    list.push([name, known]);
    tables.set(table, list);
  }
  return [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => ({ name, columns: list.sort(([a], [b]) => (a < b ? -1 : 1)) }));
}

interface Column {
  table: string;
  name: string;
  type: string;
}

function sqliteColumns(connection: WriteConnection): Promise<Column[]> {
  return connection.all(
    `SELECT m.name AS "table", c.name AS "name", c.type AS "type" FROM sqlite_master m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
  );
}

function postgresColumns(connection: WriteConnection): Promise<Column[]> {
  return connection.all(
    `SELECT table_name AS "table", column_name AS "name", data_type AS "type" FROM information_schema.columns
     WHERE table_schema = current_schema()`,
  );
}
