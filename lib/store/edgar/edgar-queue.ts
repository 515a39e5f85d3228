import { accessionInPath } from "@/lib/ownership/identity";
import type { Database } from "../client";
import type { Provider } from "../database-url";

/** A filing that EDGAR lists. */
export interface QueuedFiling {
  accession: string;
  cik: string;
  form: string;
  /** `YYYY-MM-DD`. */
  filedOn: string | null;
}

/** One that is still to be fetched, with what went wrong so far. */
export interface PendingFiling extends QueuedFiling {
  attempts: number;
  code: string | null;
  message: string | null;
}

/** Values a statement: both databases take this many parameters. */
const CHUNK = 500;

/** Adds filings to the queue; those that are in it stay as they are. Safe beside another process that adds the same. */
export async function enqueueFilings(
  db: Database,
  provider: Provider,
  filings: readonly QueuedFiling[],
  now: string,
): Promise<void> {
  const [value, source] =
    provider === "sqlite"
      ? [(i: number) => `json_extract(value, '$[${i}]')`, "json_each(?)"]
      : [(i: number) => `(value ->> ${i})`, "json_array_elements($1::json) AS record(value)"];
  const sql = `INSERT INTO "EdgarFiling" ("accession", "cik", "form", "filedOn", "listedAt", "dueAt", "attempts")
    SELECT ${[0, 1, 2, 3, 4, 5].map(value).join(", ")}, 0 FROM ${source} WHERE true ON CONFLICT ("accession") DO NOTHING`;
  for (let start = 0; start < filings.length; start += CHUNK) {
    const records = filings
      .slice(start, start + CHUNK)
      .map(({ accession, cik, form, filedOn }) => [accession, cik, form, filedOn, now, now]);
    await db.$executeRawUnsafe(sql, JSON.stringify(records));
  }
}

/** Which of these filings the ledger holds from a source of this form; any form when none is given. */
export async function storedAccessions(
  db: Database,
  provider: Provider,
  accessions: readonly string[],
  format: "submission" | null,
): Promise<Set<string>> {
  const list = provider === "sqlite" ? "SELECT value FROM json_each(?)" : "SELECT json_array_elements_text($1::json)";
  const only = format === null ? "" : ` AND "format" = '${format}'`;
  const rows = await db.$queryRawUnsafe<{ filingKey: string }[]>(
    `SELECT DISTINCT "filingKey" FROM "FilingSource" WHERE "filingKey" IN (${list})${only}`,
    JSON.stringify(accessions),
  );
  return new Set(rows.map((row) => row.filingKey));
}

/** Where an accession number stands in the name of a source from EDGAR: `edgar:<accession>.txt`. */
const ACCESSION_IN_NAME = 'substr("source", 7, 20)';

/** Takes what is stored out of the queue and out of the list of failures, whatever way it was stored. */
export async function settleQueue(db: Database): Promise<void> {
  const stored = `EXISTS (SELECT 1 FROM "FilingSource" WHERE "format" = 'submission' AND "filingKey" =`;
  await db.$executeRawUnsafe(`DELETE FROM "EdgarFiling" WHERE ${stored} "EdgarFiling"."accession")`);
  await db.$executeRawUnsafe(
    `DELETE FROM "FailedDocument" WHERE "source" LIKE 'edgar:%' AND ${stored} ${ACCESSION_IN_NAME})`,
  );
}

/** The queued ones of these filings. */
export async function pendingOf(db: Database, accessions: readonly string[]): Promise<Map<string, PendingFiling>> {
  const pending = new Map<string, PendingFiling>();
  for (let start = 0; start < accessions.length; start += CHUNK) {
    const rows = await db.edgarFiling.findMany({
      where: { accession: { in: accessions.slice(start, start + CHUNK) } },
    });
    for (const row of rows) pending.set(row.accession, row);
  }
  return pending;
}

/** Names of failed documents read at once. */
const FAILURES = 5_000;

/** Which of these filings a document failed for, whichever way it came: by the accession number in the document's name. */
export async function failedAccessions(db: Database, accessions: ReadonlySet<string>): Promise<Set<string>> {
  const failed = new Set<string>();
  let after = "";
  for (;;) {
    const page = await db.failedDocument.findMany({
      select: { source: true },
      where: { source: { gt: after } },
      orderBy: { source: "asc" },
      take: FAILURES,
    });
    for (const { source } of page) {
      const accession = accessionInPath(source);
      if (accession !== null && accessions.has(accession)) failed.add(accession);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < FAILURES) return failed;
    after = last.source;
  }
}

/** Queued filings that are due, the newest first. */
export async function dueFilings(db: Database, now: string, limit: number): Promise<PendingFiling[]> {
  return db.edgarFiling.findMany({
    where: { dueAt: { lte: now } },
    orderBy: [{ attempts: "asc" }, { filedOn: "desc" }, { accession: "desc" }],
    take: limit,
  });
}

/** Notes a try that failed, and when the next one is due. */
export async function recordTry(
  db: Database,
  accession: string,
  failure: { code: string; message: string },
  dueAt: string,
): Promise<void> {
  const { code, message } = failure;
  await db.edgarFiling.updateMany({ where: { accession }, data: { code, message, dueAt, attempts: { increment: 1 } } });
}

/** How many are queued, and how many of these failed, by code. */
export async function queueState(db: Database): Promise<{ waiting: number; failed: Record<string, number> }> {
  const groups = await db.edgarFiling.groupBy({ by: ["code"], _count: { accession: true } });
  const failed: Record<string, number> = {};
  let waiting = 0;
  for (const group of groups) {
    waiting += group._count.accession;
    if (group.code !== null) failed[group.code] = group._count.accession;
  }
  return { waiting, failed };
}
