import type { Database, Store } from "@/lib/store/client";
import { Statement } from "@/lib/store/transactions/row-conditions";

/** Filings of one month and form that have the same best source. */
export interface FilingCount {
  /** `YYYY-MM` of the filing date, else of the time at which the public could know it; null where neither is known. */
  month: string | null;
  documentType: string;
  /** The best source: `xml`, `submission`, `html`, `dataset`, `text`. */
  format: string;
  filings: number;
  rows: number;
  /** Of the filings: dated by their filing date. */
  dated: number;
}

/**
 * The filings that are stored, or of those known by an instant, as records of month, form, source and counts: stored counts of
 * whole months in which they became known, and of the month of the instant the filings themselves.
 */
function countsSql(statement: Statement, until: string | null): string {
  const counts = `SELECT "month", "documentType", "format", "filings", "rows", "dated" FROM "FilingCount"`;
  if (until === null) return counts;
  const month = until.slice(0, 7);
  return `${counts} WHERE "knownMonth" <> '' AND "knownMonth" < ${statement.bind(month)}
    UNION ALL SELECT COALESCE(SUBSTR(COALESCE("filingDate", "knownAt"), 1, 7), ''), "documentType", "format", 1, "rowCount",
      CASE WHEN "filingDate" IS NULL THEN 0 ELSE 1 END
    FROM "Filing" WHERE "knownAt" >= ${statement.bind(month)} AND "knownAt" <= ${statement.bind(until)}`;
}

/** How many filings the ledger holds, or held known by an instant (UTC, ISO 8601), by month, form and best source. */
export async function countFilingsByMonth(
  { db, target }: Pick<Store, "db" | "target">,
  until: string | null = null,
): Promise<FilingCount[]> {
  const statement = new Statement(target.provider);
  const counts = await db.$queryRawUnsafe<FilingCount[]>(
    `SELECT NULLIF(x."month", '') AS "month", x."documentType", x."format", SUM(x."filings") AS "filings",
       SUM(x."rows") AS "rows", SUM(x."dated") AS "dated"
     FROM (${countsSql(statement, until)}) x GROUP BY x."month", x."documentType", x."format" ORDER BY 1, 2, 3`,
    ...statement.params,
  );
  // Counts come as bigint from PostgreSQL, and may from SQLite.
  return counts.map((count) => ({
    ...count,
    filings: Number(count.filings),
    rows: Number(count.rows),
    dated: Number(count.dated),
  }));
}

/** How many filings the ledger holds, or held known by an instant (UTC, ISO 8601). */
export async function countFilings(store: Pick<Store, "db" | "target">, until: string | null = null): Promise<number> {
  const statement = new Statement(store.target.provider);
  const sql = `SELECT SUM(x."filings") AS "filings" FROM (${countsSql(statement, until)}) x`;
  const [found] = await store.db.$queryRawUnsafe<{ filings: number | bigint | null }[]>(sql, ...statement.params);
  return Number(found?.filings ?? 0);
}

/** The documents that could not be stored, the latest first. */
export async function latestFailures(db: Database, limit: number) {
  return db.failedDocument.findMany({ orderBy: [{ failedAt: "desc" }, { source: "asc" }], take: limit });
}

/** How many documents failed for each reason, the most first. */
export async function failuresByCode(db: Database): Promise<{ code: string; count: number }[]> {
  const groups = await db.failedDocument.groupBy({ by: ["code"], _count: { source: true } });
  return groups
    .map(({ code, _count }) => ({ code, count: _count.source }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** The latest runs of `ingest`. */
export async function latestRuns(db: Database, limit: number) {
  return db.ingestRun.findMany({ orderBy: { id: "desc" }, take: limit });
}

/** Every quarterly data set and daily index that was asked for, and what came of it. */
export async function edgarPeriods(db: Database) {
  return db.edgarPeriod.findMany({ orderBy: [{ kind: "asc" }, { period: "desc" }] });
}

/** When the data changed last, and how many issuers' derived results lag behind. */
export async function ledgerAge(db: Database): Promise<{ changedAt: string | null; stale: number }> {
  const [state, stale] = await Promise.all([
    db.ledgerState.findUnique({ where: { name: "ledger" } }),
    db.staleIssuer.count(),
  ]);
  return { changedAt: state?.changedAt ?? null, stale };
}
