import type { ErrorRecord } from "@/lib/errors";
import { inList, type WriteConnection } from "./connection";

export interface Failure extends ErrorRecord {
  /** Path or archive entry. */
  source: string;
  /** The identity options that it was given, as JSON; null for none. */
  identity: string | null;
}

/** Records documents that could not be stored; the same source failing again replaces the earlier record. */
export async function recordFailures(
  connection: WriteConnection,
  failures: readonly Failure[],
  failedAt: string,
): Promise<void> {
  for (const { source, code, message, line, column, advice, identity } of failures) {
    await connection.run(
      `INSERT INTO "FailedDocument" ("source", "code", "message", "line", "column", "advice", "failedAt", "identity")
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("source") DO UPDATE SET "code" = excluded."code",
       "message" = excluded."message", "line" = excluded."line", "column" = excluded."column",
       "advice" = excluded."advice", "failedAt" = excluded."failedAt", "identity" = excluded."identity"`,
      [source, code, message, line, column, advice, failedAt, identity],
    );
  }
}

/** Forgets the failures of sources that have been read since. */
export async function clearFailures(connection: WriteConnection, sources: readonly string[]): Promise<void> {
  const [list, param] = inList(connection, sources);
  await connection.run(`DELETE FROM "FailedDocument" WHERE "source" ${list}`, [param]);
}

/** What a run has done so far. */
export interface RunCounts {
  created: number;
  replaced: number;
  unchanged: number;
  failed: number;
  skipped: number;
  warnings: number;
}

export async function beginRun(connection: WriteConnection, id: string, startedAt: string): Promise<void> {
  await connection.run(
    `INSERT INTO "IngestRun" ("id", "startedAt", "created", "replaced", "unchanged", "failed", "skipped", "warnings")
     VALUES (?, ?, 0, 0, 0, 0, 0, 0)`,
    [id, startedAt],
  );
}

/** Sets the counts of a run; `finishedAt` null while it is under way. */
export async function updateRun(
  connection: WriteConnection,
  id: string,
  counts: RunCounts,
  notices: readonly string[],
  finishedAt: string | null,
): Promise<void> {
  await connection.run(
    `UPDATE "IngestRun" SET "created" = ?, "replaced" = ?, "unchanged" = ?, "failed" = ?, "skipped" = ?, "warnings" = ?,
     "notices" = ?, "finishedAt" = ? WHERE "id" = ?`,
    [
      counts.created,
      counts.replaced,
      counts.unchanged,
      counts.failed,
      counts.skipped,
      counts.warnings,
      notices.length === 0 ? null : JSON.stringify(notices),
      finishedAt,
      id,
    ],
  );
}
