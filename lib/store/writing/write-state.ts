import { LEDGER } from "@/lib/store/ledger-state";
import { inList, type WriteConnection } from "./connection";

/** Raises the data version: whatever was read before is out of date. */
export async function raiseDataVersion(connection: WriteConnection, changedAt: string): Promise<void> {
  await connection.run(
    `INSERT INTO "LedgerState" ("name", "dataVersion", "changedAt") VALUES (?, 1, ?)
     ON CONFLICT ("name") DO UPDATE
     SET "dataVersion" = "LedgerState"."dataVersion" + 1, "changedAt" = excluded."changedAt"`,
    [LEDGER, changedAt],
  );
}

/** Notes that what is derived for these issuers lags behind their sources. */
export async function markStale(connection: WriteConnection, issuerCiks: readonly string[]): Promise<void> {
  for (const cik of new Set(issuerCiks)) {
    await connection.run(`INSERT INTO "StaleIssuer" ("issuerCik") VALUES (?) ON CONFLICT DO NOTHING`, [cik]);
  }
}

/** Every issuer that waits for its refresh, in the order of CIKs as text. */
export async function staleIssuers(connection: WriteConnection): Promise<string[]> {
  const stale = await connection.all<{ issuerCik: string }>(
    `SELECT "issuerCik" FROM "StaleIssuer" ORDER BY "issuerCik"`,
  );
  return stale.map(({ issuerCik }) => issuerCik);
}

/** As staleIssuers, with how many stored sources name each. */
export async function staleIssuerSizes(connection: WriteConnection): Promise<{ cik: string; sources: number }[]> {
  return connection.all(
    `SELECT t."issuerCik" AS "cik", COUNT(s."filingId") AS "sources" FROM "StaleIssuer" t
     LEFT JOIN "FilingSource" s ON s."issuerCik" = t."issuerCik" GROUP BY t."issuerCik" ORDER BY t."issuerCik"`,
  );
}

export async function clearStale(connection: WriteConnection, issuerCiks: readonly string[]): Promise<void> {
  const [list, param] = inList(connection, issuerCiks);
  await connection.run(`DELETE FROM "StaleIssuer" WHERE "issuerCik" ${list}`, [param]);
}
