import type { Store } from "./client";
import { Statement } from "./transactions/row-conditions";

/** Filings of any of the issuers, or with any of the insiders among their owners; each once. */
export interface WatchedParties {
  issuers: readonly string[];
  insiders: readonly string[];
}

type Asked = Pick<Store, "db" | "target">;

/**
 * The filings as `x` (id, knownAt), each kind of party by its own index: asked in one condition with “or”, a database looks at
 * every filing there is. Null for nobody.
 */
function filingsOf(statement: Statement, { issuers, insiders }: WatchedParties): string | null {
  const parts: string[] = [];
  if (issuers.length > 0) {
    parts.push(`SELECT f."id", f."knownAt" FROM "Filing" f WHERE f."issuerCik" IN (${statement.list(issuers)})`);
  }
  if (insiders.length > 0) {
    parts.push(`SELECT f."id", f."knownAt" FROM "FilingOwner" o JOIN "Filing" f ON f."id" = o."filingId"
      WHERE o."ownerCik" IN (${statement.list(insiders)})`);
  }
  // UNION gives each filing once, whatever the number of its watched parties.
  const one = `SELECT "id", "knownAt" FROM "Filing" WHERE 1 = 0`;
  return parts.length === 0 ? null : `(${[...parts, one].join(" UNION ")}) x`;
}

function knownWithin(statement: Statement, knownBy: string | null): string {
  return knownBy === null ? `x."knownAt" IS NOT NULL` : `x."knownAt" <= ${statement.bind(knownBy)}`;
}

/** Ids of the parties' filings that were known by an instant (UTC; null: any time), newest first. */
export async function newestFilingsOf(
  { db, target }: Asked,
  parties: WatchedParties,
  knownBy: string | null,
  limit: number,
): Promise<string[]> {
  const statement = new Statement(target.provider);
  const filings = filingsOf(statement, parties);
  if (filings === null) return [];
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT x."id" FROM ${filings} WHERE ${knownWithin(statement, knownBy)}
     ORDER BY x."knownAt" DESC, x."id" DESC LIMIT ${Math.trunc(limit)}`,
    ...statement.params,
  );
  return rows.map(({ id }) => id);
}

/** How many filings the parties have that were known by an instant, and when the newest of them was known. */
export async function countFilingsOf(
  { db, target }: Asked,
  parties: WatchedParties,
  knownBy: string | null,
): Promise<{ filings: number; lastKnownAt: string | null }> {
  const statement = new Statement(target.provider);
  const filings = filingsOf(statement, parties);
  if (filings === null) return { filings: 0, lastKnownAt: null };
  const [found] = await db.$queryRawUnsafe<{ count: number | bigint; last: string | null }[]>(
    `SELECT COUNT(*) AS "count", MAX(x."knownAt") AS "last" FROM ${filings} WHERE ${knownWithin(statement, knownBy)}`,
    ...statement.params,
  );
  return { filings: Number(found?.count ?? 0), lastKnownAt: found?.last ?? null };
}

/** Filings of the parties that nothing dates: no list by time can hold them. */
export async function countUndatedFilingsOf({ db, target }: Asked, parties: WatchedParties): Promise<number> {
  const statement = new Statement(target.provider);
  const filings = filingsOf(statement, parties);
  if (filings === null) return 0;
  const [found] = await db.$queryRawUnsafe<{ count: number | bigint }[]>(
    `SELECT COUNT(*) AS "count" FROM ${filings} WHERE x."knownAt" IS NULL`,
    ...statement.params,
  );
  return Number(found?.count ?? 0);
}
