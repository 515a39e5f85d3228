import { databaseUrl } from "@/lib/env";
import { checkVersion, requireDatabase } from "@/lib/store/check-version";
import type { Store } from "@/lib/store/client";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { openReadStore } from "@/lib/store/readers/open-read-store";
import { withDerivingThreads } from "./deriving/deriving-threads";

let opening: Promise<Store> | null = null;

/**
 * The web process's store: opened once, at the database that DATABASE_URL names, after its version was checked.
 * A failure is not kept: the next request tries again.
 * @throws LedgerError `database-missing`, `database-unreadable`, `database-behind`, `database-newer`
 */
export function ledgerStore(): Promise<Store> {
  opening ??= openChecked().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function openChecked(): Promise<Store> {
  requireDatabase(readDatabaseUrl(databaseUrl()));
  const store = withDerivingThreads(await openReadStore(databaseUrl()));
  try {
    await checkVersion(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
