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

/** Notes by which rules these issuers' results were derived. */
export async function recordRules(connection: WriteConnection, ciks: readonly string[], rules: string): Promise<void> {
  for (const cik of ciks) {
    await connection.run(
      `INSERT INTO "DerivedIssuer" ("issuerCik", "rules") VALUES (?, ?)
       ON CONFLICT ("issuerCik") DO UPDATE SET "rules" = excluded."rules"`,
      [cik, rules],
    );
  }
}

/** Forgets issuers of which nothing is stored any more. */
export async function forgetRules(connection: WriteConnection, ciks: readonly string[]): Promise<void> {
  if (ciks.length === 0) return;
  const [list, param] = inList(connection, ciks);
  await connection.run(`DELETE FROM "DerivedIssuer" WHERE "issuerCik" ${list}`, [param]);
}

/** Issuers whose stored results follow other rules than these, in the order of CIKs as text. */
export async function outdatedIssuers(connection: WriteConnection, rules: string): Promise<string[]> {
  const outdated = await connection.all<{ cik: string }>(
    `SELECT i."cik" FROM "Issuer" i LEFT JOIN "DerivedIssuer" d ON d."issuerCik" = i."cik"
     WHERE d."rules" IS NULL OR d."rules" <> ? ORDER BY i."cik"`,
    [rules],
  );
  return outdated.map(({ cik }) => cik);
}

export async function clearStale(connection: WriteConnection, issuerCiks: readonly string[]): Promise<void> {
  const [list, param] = inList(connection, issuerCiks);
  await connection.run(`DELETE FROM "StaleIssuer" WHERE "issuerCik" ${list}`, [param]);
}
