import { inList, type WriteConnection } from "./connection";

/** A filing's own part of the key of FilingCount, and what it adds; `sign` is 1 or -1. */
const counted = (sign: 1 | -1) =>
  `SELECT COALESCE(SUBSTR("knownAt", 1, 7), '') AS "knownMonth",
     COALESCE(SUBSTR(COALESCE("filingDate", "knownAt"), 1, 7), '') AS "month", "documentType", "format",
     ${sign} * COUNT(*) AS "filings", ${sign} * SUM("rowCount") AS "rows", ${sign} * COUNT("filingDate") AS "dated"
   FROM "Filing"`;

/** Every filing that is stored, counted anew: what the stored counts must come to. */
export const RECOUNT = `${counted(1)} GROUP BY 1, 2, 3, 4`;

/** Adds these stored filings to the counts by month, form and source; inside the transaction that stored them. */
export async function addToCounts(connection: WriteConnection, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await moveCounts(connection, ids, 1);
}

/** Takes these filings out of the counts; before they are removed, in the same transaction. */
export async function takeFromCounts(connection: WriteConnection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await moveCounts(connection, ids, -1);
  await connection.run(`DELETE FROM "FilingCount" WHERE "filings" = 0`);
}

async function moveCounts(connection: WriteConnection, ids: readonly string[], sign: 1 | -1): Promise<void> {
  const [list, param] = inList(connection, ids);
  await connection.run(
    `INSERT INTO "FilingCount" ("knownMonth", "month", "documentType", "format", "filings", "rows", "dated")
     ${counted(sign)} WHERE "id" ${list} GROUP BY 1, 2, 3, 4
     ON CONFLICT ("knownMonth", "month", "documentType", "format") DO UPDATE SET
       "filings" = "FilingCount"."filings" + excluded."filings",
       "rows" = "FilingCount"."rows" + excluded."rows",
       "dated" = "FilingCount"."dated" + excluded."dated"`,
    [param],
  );
}
