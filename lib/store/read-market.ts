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

/**
 * What the ledger holds; with `until` what was known by that instant. of an earlier day are counted one by
 * one along an index, some ten million a second: ask once a data version.
 */
export async function readCounts(
  db: Database,
  until: string | null = null,
): Promise<{ filings: number; issuers: number; insiders: number }> {
  const met = until === null ? {} : { firstKnownAt: { lte: until } };
  const [filings, issuers, insiders] = await Promise.all([
    until === null ? countFilings(db) : db.filing.count({ where: { knownAt: { lte: until } } }),
    db.issuer.count({ where: met }),
    db.insider.count({ where: met }),
  ]);
  return { filings, issuers, insiders };
}

/** Documents that could not be stored. */
export function countFailures(db: Database): Promise<number> {
  return db.failedDocument.count();
}

/** Each filing is one issuer's, whose record says how many it has: a hundred times fewer records. */
async function countFilings(db: Database): Promise<number> {
  const { _sum } = await db.issuer.aggregate({ _sum: { filingCount: true } });
  return _sum.filingCount ?? 0;
}

/** Known-at of the newest filing (by an instant), or null where there is none. An aggregate would read the whole index. */
export async function newestKnownAt(db: Database, until: string | null = null): Promise<string | null> {
  const newest = await db.filing.findFirst({
    select: { knownAt: true },
    where: { knownAt: until === null ? { not: null } : { lte: until } },
    orderBy: { knownAt: "desc" },
  });
  return newest?.knownAt ?? null;
}
