import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaClient as PostgresClient } from "@/generated/prisma/postgresql/client";
import { PrismaClient } from "@/generated/prisma/sqlite/client";
import { openingFailed } from "./database-failure";
import { type DatabaseTarget, readDatabaseUrl } from "./database-url";

/** The client inside or outside a transaction: what every reader and writer of the store takes. */
export type Database = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

/** An open database. */
export interface Store {
  target: DatabaseTarget;
  db: PrismaClient;
  close(): Promise<void>;
}

/** Milliseconds that a reader or writer waits for SQLite's lock before it gives up. */
const LOCK_WAIT = 5_000;
/** A batch of filings may take this long on a slow disk. */
const TRANSACTION_LIMIT = 10 * 60_000;

/**
 * Opens the database that a `DATABASE_URL` names. Does not create or migrate it: see migrate.ts.
 * @throws LedgerError `database-url-invalid`, `database-not-writable`, `database-unreadable`
 */
export async function openStore(url: string): Promise<Store> {
  const target = readDatabaseUrl(url);
  if (target.provider === "sqlite") {
    const store = sqliteStore(target, new PrismaLibSql({ url: `file:${target.location}`, timeout: LOCK_WAIT }));
    await setPragmas(store.db, target);
    return store;
  }
  const db = postgresClient(target);
  return { target, db, close: () => db.$disconnect() };
}

/** A SQLite database through a driver: this thread's own, or reader threads (readers/open-read-store.ts). */
export function sqliteStore(target: DatabaseTarget, adapter: SqlDriverAdapterFactory): Store {
  const transactionOptions = { timeout: TRANSACTION_LIMIT, maxWait: TRANSACTION_LIMIT };
  const db = new PrismaClient({ adapter, transactionOptions });
  return { target, db, close: () => db.$disconnect() };
}

/** Makes the folder of a SQLite file, so that the first command of a fresh clone works. */
export function prepareFolder(target: DatabaseTarget): void {
  if (target.provider !== "sqlite") return;
  try {
    makeFolder(dirname(target.location));
  } catch (cause) {
    throw openingFailed(target, cause);
  }
}

/** Folder by folder: Node's own recursive mkdir never returns on file systems like /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Whether a database file is there; a server's database always counts as there, until it is asked. */
export function databaseExists(target: DatabaseTarget): boolean {
  return target.provider !== "sqlite" || existsSync(/*turbopackIgnore: true*/ target.location);
}

/**
 * The named seam between the two generated clients: they are made from the same models and differ in types only
 * where a provider has features that this product does not use.
 */
function postgresClient(target: DatabaseTarget): PrismaClient {
  const adapter = new PrismaPg({ connectionString: target.location });
  const client = new PostgresClient({
    adapter,
    transactionOptions: { timeout: TRANSACTION_LIMIT, maxWait: TRANSACTION_LIMIT },
  });
  return client as unknown as PrismaClient;
}

/** WAL lets the web process read while the command line writes. */
async function setPragmas(db: PrismaClient, target: DatabaseTarget): Promise<void> {
  try {
    await db.$queryRawUnsafe("PRAGMA journal_mode = WAL");
    await db.$queryRawUnsafe("PRAGMA synchronous = NORMAL");
  } catch (cause) {
    await db.$disconnect();
    throw openingFailed(target, cause);
  }
}
