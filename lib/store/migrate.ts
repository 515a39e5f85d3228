import { randomUUID } from "node:crypto";
import Libsql from "libsql";
import pg from "pg";
import { LedgerError } from "@/lib/errors";
import { prepareFolder } from "./client";
import { openingFailed } from "./database-failure";
import { type DatabaseTarget, readDatabaseUrl } from "./database-url";
import { type AppliedMigration, type Migration, migrationState, readMigrations } from "./migrations";

/**
 * Applies the product's own migrations, in order, each in one transaction, recorded the way Prisma records them
 * (`_prisma_migrations`), so that `prisma migrate` agrees. Needs no engine. Safe to run twice at once.
 */
const MIGRATIONS_TABLE: Record<DatabaseTarget["provider"], string> = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`,
};

const APPLIED = `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
  FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`;

/** The lock that Prisma's own `migrate deploy` takes on PostgreSQL. */
const ADVISORY_LOCK = 72707369;

/** Milliseconds for one try at SQLite's write lock, and for all tries together. */
const LOCK_TRY = 50;
const LOCK_LIMIT = 30_000;

/** A connection that runs scripts of several statements; Prisma's client runs one statement at a time. */
interface ScriptConnection {
  run(script: string): Promise<void>;
  applied(): Promise<AppliedMigration[]>;
  record(migration: Migration): Promise<void>;
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Brings the database to this version. Returns the names of the migrations that it applied.
 * @throws LedgerError `database-newer`, `migration-changed`, `migration-broken`, `database-not-writable`,
 * `database-unreadable`
 */
export async function migrate(url: string): Promise<string[]> {
  const target = readDatabaseUrl(url);
  prepareFolder(target);
  const migrations = readMigrations(target.provider);
  const connection = await connect(target);
  try {
    await connection.begin();
    await connection.run(MIGRATIONS_TABLE[target.provider]);
    const state = migrationState(migrations, await connection.applied());
    refuseUnsound(state, target);
    for (const migration of state.pending) {
      await connection.run(migration.sql);
      await connection.record(migration);
    }
    await connection.commit();
    return state.pending.map((migration) => migration.name);
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    await connection.close();
  }
}

/**
 * Throws LedgerError `database-newer`, `migration-changed` or `migration-broken` where what is recorded is not what
 * this release has.
 */
export function refuseUnsound(state: ReturnType<typeof migrationState>, target: DatabaseTarget): void {
  const refuse = (code: string, names: string[], why: string, advice: string) => {
    if (names.length === 0) return;
    throw new LedgerError(code, `The database ${target.display} ${why}: ${names.join(", ")}.`, { advice });
  };
  refuse(
    "database-newer",
    state.unknown,
    "was made by a newer version",
    "Update the program, or use another database.",
  );
  refuse("migration-changed", state.changed, "has migrations whose text has changed", "Restore the program's files.");
  refuse("migration-broken", state.broken, "has a half-applied migration", "Restore a backup, then run again.");
}

async function connect(target: DatabaseTarget): Promise<ScriptConnection> {
  try {
    return target.provider === "sqlite" ? sqliteConnection(target.location) : await postgresConnection(target.location);
  } catch (cause) {
    throw openingFailed(target, cause);
  }
}

function sqliteConnection(path: string): ScriptConnection {
  const db = new Libsql(path, { timeout: LOCK_TRY });
  db.exec("PRAGMA journal_mode = WAL");
  return {
    run: async (script) => void db.exec(script),
    applied: async () =>
      (db.prepare(APPLIED).all() as { migration_name: string; checksum: string; finished: number }[]).map((record) => ({
        migration_name: record.migration_name,
        checksum: record.checksum,
        finished: record.finished === 1,
      })),
    record: async (migration) => {
      const now = Date.now();
      db.prepare(
        `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES (?, ?, ?, ?, ?, 1)`,
      ).run(randomUUID(), migration.checksum, now, migration.name, now);
    },
    begin: () => beginWhenFree(db),
    commit: async () => void db.exec("COMMIT"),
    rollback: async () => {
      if (db.inTransaction) db.exec("ROLLBACK");
    },
    close: async () => void db.close(),
  };
}

/** Waits without holding the process: another migration may be under way in this very one. */
async function beginWhenFree(db: Libsql.Database): Promise<void> {
  const until = Date.now() + LOCK_LIMIT;
  for (;;) {
    try {
      db.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!(error instanceof Error && /locked|busy/i.test(error.message)) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOCK_TRY));
    }
  }
}

async function postgresConnection(url: string): Promise<ScriptConnection> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    run: async (script) => void (await client.query(script)),
    applied: async () => (await client.query<AppliedMigration>(APPLIED)).rows,
    record: async (migration) => {
      await client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES ($1, $2, now(), $3, now(), 1)`,
        [randomUUID(), migration.checksum, migration.name],
      );
    },
    begin: async () => {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
    },
    commit: async () => void (await client.query("COMMIT")),
    rollback: async () => void (await client.query("ROLLBACK").catch(() => undefined)),
    close: () => client.end(),
  };
}
