import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import Libsql from "libsql";
import pg from "pg";
import type { DatabaseTarget } from "@/lib/store/database-url";

/** The advisory lock that ingests on PostgreSQL take; Prisma's migrations take another. */
const ADVISORY_LOCK = 72707370;
/** Milliseconds between two tries. */
const TRY_EVERY = 200;

export interface IngestLock {
  release(): Promise<void>;
}

/**
 * Only one process writes filings at a time. Waits for the lock; `onWait` is told once when it has to. The lock dies with
 * its process, however that ends: on SQLite it is the file lock of a small database beside the ledger, on PostgreSQL a
 * session's advisory lock.
 */
export async function takeIngestLock(target: DatabaseTarget, onWait: () => void): Promise<IngestLock> {
  const attempt = target.provider === "sqlite" ? sqliteLock(target) : await postgresLock(target);
  for (let told = false; ; ) {
    if (await attempt.take()) return attempt;
    if (!told) onWait();
    told = true;
    await sleep(TRY_EVERY);
  }
}

interface LockAttempt extends IngestLock {
  take(): Promise<boolean>;
}

function lockFile(target: DatabaseTarget): string {
  return `${target.location}-ingest-lock`;
}

/** Whether an ingest is under way. */
export async function isIngesting(target: DatabaseTarget): Promise<boolean> {
  if (target.provider === "sqlite" && !existsSync(lockFile(target))) return false;
  const attempt = target.provider === "sqlite" ? sqliteLock(target) : await postgresLock(target);
  const free = await attempt.take();
  await attempt.release();
  return !free;
}

function sqliteLock(target: DatabaseTarget): LockAttempt {
  const db = new Libsql(lockFile(target), { timeout: 1 });
  return {
    take: async () => {
      try {
        db.exec("BEGIN EXCLUSIVE");
        return true;
      } catch (error) {
        if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
        throw error;
      }
    },
    release: async () => {
      if (db.inTransaction) db.exec("ROLLBACK");
      db.close();
    },
  };
}

async function postgresLock(target: DatabaseTarget): Promise<LockAttempt> {
  const client = new pg.Client({ connectionString: target.location });
  await client.connect();
  return {
    take: async () => {
      const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [
        ADVISORY_LOCK,
      ]);
      return rows[0]?.taken === true;
    },
    release: () => client.end(),
  };
}
