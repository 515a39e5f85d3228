import { LazyPool } from "@/lib/services/workers/worker-pool";
import type { IdentityOptions } from "@/lib/sources/identity/apply-identity";
import type { Store } from "@/lib/store/client";
import { countSources } from "./count-sources";
import { type IngestOptions, type IngestSummary, ingestFilings } from "./ingest-filings";
import { readInThreads } from "./read-in-threads";
import { ReadingProgress } from "./reading-progress";

/** Stores every document under the given paths, read in worker threads. See ingestFilings. */
export async function ingestPaths(
  store: Pick<Store, "target">,
  paths: readonly string[],
  identity: IdentityOptions,
  options: Omit<IngestOptions, "identity" | "threads" | "input">,
): Promise<IngestSummary> {
  const ahead = options.onProgress === undefined ? { documents: null, bytes: null } : await countSources(paths);
  const progress = new ReadingProgress(ahead.bytes);
  const threads = new LazyPool();
  try {
    const outcomes = readInThreads(paths, identity, threads, progress);
    const input = { documents: ahead.documents, part: () => progress.part };
    return await ingestFilings(store, outcomes, { ...options, identity, threads, input });
  } finally {
    await threads.close();
  }
}
