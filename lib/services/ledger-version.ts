import type { Store } from "@/lib/store/client";
import { ledgerAge } from "@/lib/store/coverage/read-coverage";
import { readDataVersion } from "@/lib/store/ledger-state";

/** What tells two states of the ledger apart: the counter that each change raises, and when it was raised last. */
export interface LedgerVersion {
  dataVersion: number;
  /** UTC, ISO 8601. */
  changedAt: string | null;
}

/** The ledger's version, in two small reads: an answer that a reader has already need not be made again. */
export async function getLedgerVersion(store: Store): Promise<LedgerVersion> {
  return { dataVersion: await readDataVersion(store.db), changedAt: (await ledgerAge(store.db)).changedAt };
}
