import { readCatalog } from "@/lib/store/care/catalog";
import { readDatabaseUrl } from "@/lib/store/database-url";
import type { BulkTable, BulkValue, WriteConnection } from "@/lib/store/writing/connection";
import { openConnection } from "@/lib/store/writing/open-connection";

export function openLedger(url: string): Promise<WriteConnection> {
  return openConnection(readDatabaseUrl(url), { readOnly: true });
}

/** A table's rows in the order in which they were written, in slices of equal size; memory holds one slice. */
export interface TableRows {
  table: BulkTable;
  count: number;
  slice(at: number, count: number): Promise<BulkValue[][]>;
}

/** Every table that holds something. */
export async function storedTables(ledger: WriteConnection): Promise<TableRows[]> {
  const tables: TableRows[] = [];
  for (const table of await readCatalog(ledger)) {
    const [counted] = await ledger.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table.name}"`);
    if (counted !== undefined && counted.n > 0) tables.push(rowsOf(ledger, table, counted.n));
  }
  return tables;
}

function rowsOf(ledger: WriteConnection, table: BulkTable, count: number): TableRows {
  const names = table.columns.map(([name]) => `"${name}"`).join(", ");
  const order = ledger.provider === "sqlite" ? "rowid" : "ctid";
  const sql = `SELECT ${names} FROM "${table.name}" ORDER BY ${order} LIMIT ? OFFSET ?`;
  return {
    table,
    count,
    slice: async (at, most) => {
      const rows = await ledger.all<Record<string, BulkValue>>(sql, [most, at]);
      return rows.map((row) => table.columns.map(([name]) => row[name] ?? null));
    },
  };
}
