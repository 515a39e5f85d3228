import type { Database } from "./client";

/** Filings of any of the issuers, or with any of the insiders among their owners; each once. */
export interface WatchedParties {
  issuers: readonly string[];
  insiders: readonly string[];
}

function filingsOf({ issuers, insiders }: WatchedParties) {
  return {
    OR: [{ issuerCik: { in: [...issuers] } }, { owners: { some: { ownerCik: { in: [...insiders] } } } }],
  };
}

/** Ids of the parties' filings that were known by an instant (UTC; null: any time), newest first. */
export async function newestFilingsOf(
  db: Database,
  parties: WatchedParties,
  knownBy: string | null,
  limit: number,
): Promise<string[]> {
  const filings = await db.filing.findMany({
    select: { id: true },
    where: { AND: [filingsOf(parties), knownWithin(knownBy)] },
    orderBy: [{ knownAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return filings.map((filing) => filing.id);
}

/** How many filings the parties have that were known by an instant, and when the newest of them was known. */
export async function countFilingsOf(
  db: Database,
  parties: WatchedParties,
  knownBy: string | null,
): Promise<{ filings: number; lastKnownAt: string | null }> {
  const { _count, _max } = await db.filing.aggregate({
    where: { AND: [filingsOf(parties), knownWithin(knownBy)] },
    _count: true,
    _max: { knownAt: true },
  });
  return { filings: _count, lastKnownAt: _max.knownAt };
}

/** Filings of the parties that nothing dates: no list by time can hold them. */
export async function countUndatedFilingsOf(db: Database, parties: WatchedParties): Promise<number> {
  return db.filing.count({ where: { AND: [filingsOf(parties), { knownAt: null }] } });
}

function knownWithin(knownBy: string | null) {
  return { knownAt: knownBy === null ? { not: null } : { lte: knownBy } };
}
