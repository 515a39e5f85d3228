import type { Database } from "./client";

/** Ids of the newest filings by known-at, newest first; with `until` of those known by that instant (UTC, ISO 8601). */
export async function newestFilingIds(db: Database, limit: number, until: string | null = null): Promise<string[]> {
  const filings = await db.filing.findMany({
    select: { id: true },
    where: { knownAt: until === null ? { not: null } : { lte: until } },
    orderBy: [{ knownAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return filings.map((filing) => filing.id);
}

/** What the ledger holds; with `until` what was known by that instant: of failed documents nobody knows when (null). */
export async function readCounts(
  db: Database,
  until: string | null = null,
): Promise<{ filings: number; issuers: number; insiders: number; failed: number | null }> {
  const known = until === null ? {} : { knownAt: { lte: until } };
  const met = until === null ? {} : { firstKnownAt: { lte: until } };
  const [filings, issuers, insiders, failed] = await Promise.all([
    db.filing.count({ where: known }),
    db.issuer.count({ where: met }),
    db.insider.count({ where: met }),
    until === null ? db.failedDocument.count() : null,
  ]);
  return { filings, issuers, insiders, failed };
}

/** Known-at of the newest filing (by an instant), or null where there is none. */
export async function newestKnownAt(db: Database, until: string | null = null): Promise<string | null> {
  const { _max } = await db.filing.aggregate({
    _max: { knownAt: true },
    where: until === null ? {} : { knownAt: { lte: until } },
  });
  return _max.knownAt;
}
