import { existsSync, statSync } from "node:fs";
import type { WriteConnection } from "@/lib/store/writing/connection";

export interface CountOf {
  name: string;
  count: number;
}

export interface FailureRecord {
  source: string;
  code: string;
  message: string;
  line: number | null;
  column: number | null;
  advice: string | null;
  failedAt: string;
  identity: string | null;
}

export interface RunRecord {
  id: string;
  startedAt: string;
  /** Null while it is under way, or when it was ended from outside. */
  finishedAt: string | null;
  created: number;
  replaced: number;
  unchanged: number;
  failed: number;
  skipped: number;
  warnings: number;
  notices: string[];
}

export interface LedgerStatus {
  filings: number;
  issuers: number;
  insiders: number;
  rows: number;
  forms: CountOf[];
  /** By calendar quarter of the filing date, else of known-at: `2018Q4`, or `unknown`. */
  quarters: CountOf[];
  /** Known-at of the first and the last filing, UTC. */
  first: string | null;
  last: string | null;
  /** Stored source documents by format. */
  sources: CountOf[];
  failures: CountOf[];
  failed: number;
  /** Issuers whose filings wait to be derived: a run was ended before its end. */
  waitingIssuers: number;
  dataVersion: number;
  changedAt: string | null;
  bytes: number;
  lastRun: RunRecord | null;
}

const QUARTER = `CASE WHEN "month" = '' THEN 'unknown' ELSE substr("month", 1, 4) || 'Q' ||
  CAST((CAST(substr("month", 6, 2) AS INTEGER) + 2) / 3 AS INTEGER) END`;

/** What is stored, in one unchanging view. */
export function readStatus(connection: WriteConnection): Promise<LedgerStatus> {
  return connection.snapshot(async () => {
    // Asked one by one, each is an end of an index.
    const [span] = await connection.all<{ first: string | null; last: string | null }>(
      `SELECT (SELECT MIN("knownAt") FROM "Filing") AS "first", (SELECT MAX("knownAt") FROM "Filing") AS "last"`,
    );
    const [state] = await connection.all<{ dataVersion: number; changedAt: string | null }>(
      `SELECT "dataVersion", "changedAt" FROM "LedgerState"`,
    );
    const forms = await filingsBy(connection, `"documentType"`);
    const failures = await countBy(connection, "FailedDocument", `"code"`);
    return {
      filings: forms.reduce((sum, { count }) => sum + count, 0),
      issuers: await countAll(connection, "Issuer"),
      insiders: await countAll(connection, "Insider"),
      rows: await countAll(connection, "ReportedRow"),
      forms,
      quarters: await filingsBy(connection, QUARTER),
      first: span?.first ?? null,
      last: span?.last ?? null,
      sources: await countBy(connection, "FilingSource", `"format"`),
      failures,
      failed: failures.reduce((sum, { count }) => sum + count, 0),
      waitingIssuers: await countAll(connection, "StaleIssuer"),
      dataVersion: state?.dataVersion ?? 0,
      changedAt: state?.changedAt ?? null,
      bytes: await sizeOf(connection),
      lastRun: await lastRun(connection),
    };
  });
}

/** Every failure on record, in the order of their sources. */
export function readFailures(connection: WriteConnection): Promise<FailureRecord[]> {
  return connection.all(`SELECT * FROM "FailedDocument" ORDER BY "source"`);
}

async function countAll(connection: WriteConnection, table: string): Promise<number> {
  const [row] = await connection.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table}"`);
  return row?.n ?? 0;
}

function countBy(connection: WriteConnection, table: string, expression: string): Promise<CountOf[]> {
  return connection.all(
    `SELECT ${expression} AS "name", COUNT(*) AS "count" FROM "${table}" GROUP BY ${expression} ORDER BY ${expression}`,
  );
}

/** Filings, from the stored counts. */
function filingsBy(connection: WriteConnection, expression: string): Promise<CountOf[]> {
  return connection.all(
    `SELECT ${expression} AS "name", SUM("filings") AS "count" FROM "FilingCount" GROUP BY ${expression} ORDER BY ${expression}`,
  );
}

async function lastRun(connection: WriteConnection): Promise<RunRecord | null> {
  type Stored = Omit<RunRecord, "notices"> & { notices: string | null };
  const [run] = await connection.all<Stored>(`SELECT * FROM "IngestRun" ORDER BY "id" DESC LIMIT 1`);
  if (run === undefined) return null;
  return { ...run, notices: run.notices === null ? [] : (JSON.parse(run.notices) as string[]) };
}

/** Bytes on disk: the SQLite file with its log, or what PostgreSQL says of the database. */
async function sizeOf({ target, all }: WriteConnection): Promise<number> {
  if (target.provider === "postgresql") {
    const [size] = await all<{ bytes: number }>("SELECT pg_database_size(current_database()) AS bytes");
    return size?.bytes ?? 0;
  }
  const files = [target.location, `${target.location}-wal`].filter((file) => existsSync(file));
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
