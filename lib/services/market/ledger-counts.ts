import { sampleCache } from "@/lib/services/sample-cache";
import type { Store } from "@/lib/store/client";
import { countFailures, readCounts } from "@/lib/store/read-market";

/** What the ledger holds, or held known by an instant; of failed documents nobody knows when (null). */
export interface LedgerCounts {
  filings: number;
  issuers: number;
  insiders: number;
  failed: number | null;
}

/** Counts what the ledger holds once a data version; `until` is an instant (UTC, ISO 8601). A failure raises no version. */
export async function ledgerCounts(store: Store, dataVersion: number, until: string | null): Promise<LedgerCounts> {
  const key = `counts ${store.target.location} ${dataVersion} ${until ?? ""}`;
  const counts = await sampleCache(key, () => readCounts(store, until));
  return { ...counts, failed: until === null ? await countFailures(store.db) : null };
}
