import { bulkInsert } from "./bulk-insert";
import type { Database } from "./client";
import type { Provider } from "./database-url";

const LEDGER = "ledger";

/** The counter that every change of the data raises; 0 for a new database. */
export async function readDataVersion(db: Database): Promise<number> {
  const state = await db.ledgerState.findUnique({ where: { name: LEDGER } });
  return state?.dataVersion ?? 0;
}

export async function raiseDataVersion(db: Database, changedAt: string): Promise<void> {
  await db.ledgerState.upsert({
    where: { name: LEDGER },
    create: { name: LEDGER, dataVersion: 1, changedAt },
    update: { dataVersion: { increment: 1 }, changedAt },
  });
}

/** Notes that the derived results of these issuers lag behind their filings. */
export async function markStale(db: Database, provider: Provider, issuerCiks: readonly string[]): Promise<void> {
  const already = await db.staleIssuer.findMany({ where: { issuerCik: { in: [...issuerCiks] } } });
  const known = new Set(already.map((stale) => stale.issuerCik));
  const added = [...new Set(issuerCiks)].filter((cik) => !known.has(cik));
  await bulkInsert(
    db,
    provider,
    { name: "StaleIssuer", columns: [["issuerCik", "text"]] },
    added.map((cik) => [cik]),
  );
}

export async function staleIssuers(db: Database, limit: number): Promise<string[]> {
  const stale = await db.staleIssuer.findMany({ take: limit, orderBy: { issuerCik: "asc" } });
  return stale.map((issuer) => issuer.issuerCik);
}

export async function clearStale(db: Database, issuerCiks: readonly string[]): Promise<void> {
  await db.staleIssuer.deleteMany({ where: { issuerCik: { in: [...issuerCiks] } } });
}
