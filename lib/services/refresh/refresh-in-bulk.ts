import type { LazyPool } from "@/lib/services/workers/worker-pool";
import type { WriteConnection } from "@/lib/store/writing/connection";
import { staleIssuerSizes } from "@/lib/store/writing/write-state";
import { refreshIssuers } from "./refresh-issuers";

/** Sources or issuers that one task refreshes and writes in one transaction, at least. */
const TASK_SOURCES = 2_000;
const TASK_ISSUERS = 300;

export interface BulkRefresh {
  now: () => Date;
  /** Null: everything in this thread. */
  threads: LazyPool | null;
  /** Sources whose issuer is refreshed, of all. */
  onProgress: (done: number, total: number) => void;
}

/**
 * Recomputes every issuer that lags behind, in worker threads that derive side by side and write one after the other. Each
 * issuer appears whole, filings and all that is derived from them in one transaction. What is left when a run is killed
 * stays marked for the next one.
 */
export async function refreshInBulk(connection: WriteConnection, options: BulkRefresh): Promise<number> {
  const stale = await staleIssuerSizes(connection);
  if (options.threads !== null) await connection.rest();
  const total = stale.reduce((sum, issuer) => sum + issuer.sources, 0);
  const sizes = new Map(stale.map((issuer) => [issuer.cik, issuer.sources]));
  let done = 0;
  for await (const ciks of refreshed(connection, groups(stale), options)) {
    for (const cik of ciks) done += sizes.get(cik) ?? 0;
    options.onProgress(done, total);
  }
  return stale.length;
}

/** Issuers in groups worth a transaction. */
function* groups(stale: readonly { cik: string; sources: number }[]): Generator<string[]> {
  let group: string[] = [];
  let size = 0;
  for (const { cik, sources } of stale) {
    group.push(cik);
    size += sources;
    if (size < TASK_SOURCES && group.length < TASK_ISSUERS) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}

/** Refreshes the groups; each as soon as it is written. */
async function* refreshed(
  connection: WriteConnection,
  tasks: Iterable<string[]>,
  { now, threads }: BulkRefresh,
): AsyncGenerator<string[]> {
  if (threads === null) {
    for (const ciks of tasks) {
      await refreshIssuers(connection, ciks, now().toISOString());
      yield ciks;
    }
    return;
  }
  const pool = threads.get();
  for (const ciks of tasks) {
    while (pool.ready || !pool.hasRoom) {
      const answer = await pool.next();
      if (answer?.kind === "refreshed") yield answer.ciks;
    }
    pool.add({ kind: "refresh", target: connection.target, ciks, now: now().toISOString() });
  }
  for (let answer = await pool.next(); answer !== null; answer = await pool.next()) {
    if (answer.kind === "refreshed") yield answer.ciks;
  }
}
