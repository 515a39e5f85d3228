import { LazyPool } from "@/lib/services/workers/worker-pool";
import type { IdentityOptions } from "@/lib/sources/identity/apply-identity";
import type { Store } from "@/lib/store/client";
import { type IngestOptions, type IngestSummary, ingestFilings } from "./ingest-filings";
import { readInThreads } from "./read-in-threads";

/** Stores every document under the given paths, read in worker threads. See ingestFilings. */
export async function ingestPaths(
  store: Pick<Store, "target">,
  paths: readonly string[],
  identity: IdentityOptions,
  options: Omit<IngestOptions, "identity" | "threads">,
): Promise<IngestSummary> {
  const threads = new LazyPool();
  try {
    return await ingestFilings(store, readInThreads(paths, identity, threads), { ...options, identity, threads });
  } finally {
    await threads.close();
  }
}
