import type { Database, Store } from "./client";
import { countFilings } from "./coverage/read-coverage";

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

/** What the ledger holds; with `until` what was known by that instant (UTC, ISO 8601). Parties are counted one by one. */
export async function readCounts(
  store: Pick<Store, "db" | "target">,
  until: string | null = null,
): Promise<{ filings: number; issuers: number; insiders: number }> {
  const met = until === null ? {} : { firstKnownAt: { lte: until } };
  const [filings, issuers, insiders] = await Promise.all([
    countFilings(store, until),
    store.db.issuer.count({ where: met }),
    store.db.insider.count({ where: met }),
  ]);
  return { filings, issuers, insiders };
}

/** Documents that could not be stored. */
export function countFailures(db: Database): Promise<number> {
  return db.failedDocument.count();
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
