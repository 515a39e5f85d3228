import { BOARD_TABLES } from "@/lib/store/writing/board-tables";
import { type BulkRecord, type BulkTable, inList, type WriteConnection } from "@/lib/store/writing/connection";
import {
  FILING,
  FILING_OWNER,
  FILING_SOURCE,
  INSIDER,
  ISSUER,
  ISSUER_SYMBOL,
  NAME_TOKEN,
  REPORTED_ROW,
} from "@/lib/store/writing/tables";
import { recordOf } from "./checksum";

/** Every table of what is derived for an issuer: its rows are compared when the ledger is checked. */
export const ISSUER_TABLES: readonly BulkTable[] = [
  FILING,
  FILING_OWNER,
  REPORTED_ROW,
  ISSUER,
  ISSUER_SYMBOL,
  ...BOARD_TABLES,
];

/** The stored records of one table that belong to an issuer, values in the order of the table's columns. */
export async function issuerRows(connection: WriteConnection, table: BulkTable, cik: string): Promise<BulkRecord[]> {
  const names = table.columns.map(([name]) => `"${name}"`).join(", ");
  const rows = await connection.all<Record<string, unknown>>(
    `SELECT ${names} FROM "${table.name}" WHERE ${ownership(table)}`,
    [cik],
  );
  return rows.map((row) => recordOf(table, row));
}

function ownership({ name, columns }: BulkTable): string {
  if (name === "Issuer") return `"cik" = ?`;
  if (columns.some(([column]) => column === "issuerCik")) return `"issuerCik" = ?`;
  return `"filingId" IN (SELECT "id" FROM "Filing" WHERE "issuerCik" = ?)`;
}

/** Every issuer that any table knows. */
export async function allIssuers(connection: WriteConnection): Promise<string[]> {
  const each = [FILING_SOURCE, ...ISSUER_TABLES].flatMap(({ name, columns }) => {
    const column = name === "Issuer" ? "cik" : columns.map(([of]) => of).find((of) => of === "issuerCik");
    return column === undefined ? [] : [`SELECT "${column}" AS "cik" FROM "${name}"`];
  });
  const rows = await connection.all<{ cik: string }>(`${each.join(" UNION ")} ORDER BY 1`);
  return rows.map(({ cik }) => cik);
}

/** Every owner that any table knows. */
export async function allOwners(connection: WriteConnection): Promise<string[]> {
  const rows = await connection.all<{ cik: string }>(
    `SELECT DISTINCT "ownerCik" AS "cik" FROM "FilingOwner" UNION SELECT "cik" FROM "Insider"
     UNION SELECT "cik" FROM "NameToken" WHERE "kind" = 'insider' ORDER BY 1`,
  );
  return rows.map(({ cik }) => cik);
}

/** What is stored of these owners. */
export async function ownerRows(
  connection: WriteConnection,
  ciks: readonly string[],
): Promise<{ insiders: BulkRecord[]; tokens: BulkRecord[] }> {
  const [list, param] = inList(connection, ciks);
  const insiders = await connection.all<Record<string, unknown>>(`SELECT * FROM "Insider" WHERE "cik" ${list}`, [
    param,
  ]);
  const tokens = await connection.all<Record<string, unknown>>(
    `SELECT * FROM "NameToken" WHERE "cik" ${list} AND "kind" = 'insider'`,
    [param],
  );
  return {
    insiders: insiders.map((row) => recordOf(INSIDER, row)),
    tokens: tokens.map((row) => recordOf(NAME_TOKEN, row)),
  };
}

/** Owners and rows whose filing is not there, by table. */
export async function orphans(connection: WriteConnection): Promise<{ table: string; filingId: string }[]> {
  return connection.all(
    `SELECT 'FilingOwner' AS "table", "filingId" FROM "FilingOwner" WHERE "filingId" NOT IN (SELECT "id" FROM "Filing")
     UNION SELECT 'ReportedRow', "filingId" FROM "ReportedRow" WHERE "filingId" NOT IN (SELECT "id" FROM "Filing")
     ORDER BY 1, 2`,
  );
}

/** Texts without accession that lie with another filing than the rule says: the smallest accession of their core. */
export async function misplacedSources(
  connection: WriteConnection,
): Promise<{ filingKey: string; issuerCik: string }[]> {
  return connection.all(
    `SELECT s."filingKey", s."issuerCik" FROM "FilingSource" s WHERE s."filingId" <> COALESCE(
       (SELECT MIN(o."filingKey") FROM "FilingSource" o
        WHERE s."filingKey" LIKE 'doc-%' AND o."coreHash" = s."coreHash" AND o."filingKey" NOT LIKE 'doc-%'),
       s."filingKey") ORDER BY s."filingKey"`,
  );
}
