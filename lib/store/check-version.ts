import { LedgerError } from "@/lib/errors";
import { databaseExists, openStore, type Store } from "./client";
import { databaseUnreadable } from "./database-failure";
import { type DatabaseTarget, readDatabaseUrl } from "./database-url";
import { refuseUnsound } from "./migrate";
import { type AppliedMigration, migrationState, readMigrations } from "./migrations";

/**
 * What the web process asks before it serves: is the database there, and at this version? It never migrates.
 * @throws LedgerError `database-missing`, `database-unreadable`, `database-behind`, `database-newer`
 */
export async function checkVersion(store: Store): Promise<void> {
  const { target } = store;
  const state = migrationState(readMigrations(target.provider), await appliedMigrations(store));
  refuseUnsound(state, target);
  if (state.pending.length === 0) return;
  throw new LedgerError("database-behind", `The database ${target.display} is not at this version.`, {
    advice: "Run: npm run -s insider -- db migrate",
  });
}

/** Opening a SQLite file makes it: so a reader asks first. @throws LedgerError `database-missing` */
export function requireDatabase(target: DatabaseTarget): void {
  if (!databaseExists(target)) throw databaseMissing(target);
}

/**
 * As checkVersion, for a command: opens the database for this question alone.
 * @throws LedgerError `database-url-invalid`, `database-missing`, `database-unreadable`, `database-behind`, `database-newer`
 */
export async function requireVersion(url: string): Promise<void> {
  requireDatabase(readDatabaseUrl(url));
  const store = await openStore(url);
  try {
    await checkVersion(store);
  } finally {
    await store.close();
  }
}

function databaseMissing(target: DatabaseTarget): LedgerError {
  return new LedgerError("database-missing", `There is no ledger at ${target.display} yet.`, {
    advice: "Run: npm run -s insider -- ingest <files>, or: npm run demo",
  });
}

async function appliedMigrations(store: Store): Promise<AppliedMigration[]> {
  try {
    const records = await store.db.$queryRawUnsafe<{ migration_name: string; checksum: string; finished: unknown }[]>(
      `SELECT migration_name, checksum, CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END AS finished
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
    );
    return records.map((record) => ({ ...record, finished: Number(record.finished) === 1 }));
  } catch (cause) {
    throw isMissing(cause) ? databaseMissing(store.target) : databaseUnreadable(store.target, cause);
  }
}

/** No table of migrations, or no database of that name: nobody has made a ledger there. All else hides one that may be there. */
function isMissing(cause: unknown): boolean {
  const words = cause instanceof Error ? cause.message : "";
  return /_prisma_migrations.*does not exist|no such table|database .*does not exist/is.test(words);
}
