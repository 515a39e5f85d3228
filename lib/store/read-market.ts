import type { Database } from "./client";

/** Ids of the newest filings by known-at, newest first. */
export async function newestFilingIds(db: Database, limit: number): Promise<string[]> {
  const filings = await db.filing.findMany({
    select: { id: true },
    where: { knownAt: { not: null } },
    orderBy: [{ knownAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return filings.map((filing) => filing.id);
}

export async function readCounts(
  db: Database,
): Promise<{ filings: number; issuers: number; insiders: number; failed: number }> {
  const [filings, issuers, insiders, failed] = await Promise.all([
    db.filing.count(),
    db.issuer.count(),
    db.insider.count(),
    db.failedDocument.count(),
  ]);
  return { filings, issuers, insiders, failed };
}

/** Known-at of the newest filing, or null for an empty ledger. */
export async function newestKnownAt(db: Database): Promise<string | null> {
  const { _max } = await db.filing.aggregate({ _max: { knownAt: true } });
  return _max.knownAt;
}
