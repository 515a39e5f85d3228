import { join } from "node:path";
import { projectFolder } from "@/lib/env";
import { openStore, type Store, sqliteStore } from "@/lib/store/client";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { ReaderAdapterFactory, readerError } from "./reader-adapter";
import { ThreadPool } from "./thread-pool";

/** Two slow questions at once leave a thread to the quick ones. */
const READERS = 3;
/** Milliseconds that a reader waits for SQLite's lock before it gives up. */
const LOCK_WAIT = 5_000;

/**
 * Opens the database that a `DATABASE_URL` names to read from it only. SQLite's driver keeps the thread that asks it until it has
 * answered, so a process that serves many at once asks it in other threads; PostgreSQL works elsewhere anyway.
 * Like `openStore` it neither creates nor migrates.
 * @throws LedgerError `database-url-invalid`; its queries throw `thread-lost` where their thread ends before it answered
 */
export async function openReadStore(url: string): Promise<Store> {
  const target = readDatabaseUrl(url);
  if (target.provider !== "sqlite") return openStore(url);
  const pool = new ThreadPool({
    script: join(projectFolder(), "lib", "store", "readers", "reader-thread.mjs"),
    data: { location: target.location, lockWait: LOCK_WAIT },
    count: READERS,
    what: "reads the database",
    readError: readerError,
  });
  const store = sqliteStore(target, new ReaderAdapterFactory(pool));
  return {
    ...store,
    close: async () => {
      await store.close();
      await pool.close();
    },
  };
}
