import type { Database, Store } from "@/lib/store/client";

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

/** How many filings the ledger holds, or held known by an instant (UTC, ISO 8601), by month, form and best source. */
export async function countFilingsByMonth(
  { db, target }: Pick<Store, "db" | "target">,
  until: string | null = null,
): Promise<FilingCount[]> {
  const mark = target.provider === "sqlite" ? "?" : "$1";
  const counts = await db.$queryRawUnsafe<FilingCount[]>(
    `SELECT SUBSTR(COALESCE("filingDate", "knownAt"), 1, 7) AS "month", "documentType", "format",
       COUNT(*) AS "filings", SUM("rowCount") AS "rows", COUNT("filingDate") AS "dated"
     FROM "Filing" ${until === null ? "" : `WHERE "knownAt" <= ${mark} `}GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    ...(until === null ? [] : [until]),
  );
  // Counts come as bigint from PostgreSQL, and may from SQLite.
  return counts.map((count) => ({
    ...count,
    filings: Number(count.filings),
    rows: Number(count.rows),
    dated: Number(count.dated),
  }));
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
