import { collectGarbage } from "@/lib/services/workers/collect-garbage";
import type { LazyPool } from "@/lib/services/workers/worker-pool";
import type { WriteConnection } from "@/lib/store/writing/connection";
import { staleIssuerSizes } from "@/lib/store/writing/write-state";
import { derivingRules } from "./deriving-rules";
import { type RefreshStamp, refreshIssuers } from "./refresh-issuers";

/** Sources or issuers that one task refreshes and writes in one transaction, at least. */
const TASK_SOURCES = 1_500;
const TASK_ISSUERS = 300;

export interface BulkRefresh {
  now: () => Date;
  /** Null: everything in this thread. */
  threads: LazyPool | null;
  /** Sources whose issuer is refreshed, of all. */
  onProgress: (done: number, total: number) => void;
}

export interface Refreshed {
  issuers: number;
  /** Filings whose records differed from what was stored, new ones among them. */
  changed: number;
}

/**
 * Recomputes every issuer that lags behind, in worker threads that derive side by side and write one after the other. Each
 * issuer appears whole, filings and all that is derived from them in one transaction. What is left when a run is killed
 * stays marked for the next one.
 */
export async function refreshInBulk(connection: WriteConnection, options: BulkRefresh): Promise<Refreshed> {
  const stale = await staleIssuerSizes(connection);
  if (options.threads !== null) {
    await connection.rest();
    collectGarbage();
  }
  const total = stale.reduce((sum, issuer) => sum + issuer.sources, 0);
  const sizes = new Map(stale.map((issuer) => [issuer.cik, issuer.sources]));
  let done = 0;
  let changed = 0;
  options.onProgress(done, total);
  for await (const group of refreshed(connection, groups(stale), options)) {
    for (const cik of group.ciks) done += sizes.get(cik) ?? 0;
    changed += group.changed;
    options.onProgress(done, total);
  }
  return { issuers: stale.length, changed };
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

interface RefreshedGroup {
  ciks: string[];
  changed: number;
}

/** Refreshes the groups; tells of each as soon as it is written. */
async function* refreshed(
  connection: WriteConnection,
  tasks: Iterable<string[]>,
  { now, threads }: BulkRefresh,
): AsyncGenerator<RefreshedGroup> {
  const stamp = (): RefreshStamp => ({ now: now().toISOString(), rules: derivingRules() });
  if (threads === null) {
    for (const ciks of tasks) yield { ciks, changed: await refreshIssuers(connection, ciks, stamp()) };
    return;
  }
  const pool = threads.get();
  for (const ciks of tasks) {
    while (pool.ready || !pool.hasRoom) {
      const answer = await pool.next();
      if (answer?.kind === "refreshed") yield answer;
    }
    pool.add({ kind: "refresh", target: connection.target, ciks, stamp: stamp() });
  }
  for (let answer = await pool.next(); answer !== null; answer = await pool.next()) {
    if (answer.kind === "refreshed") yield answer;
  }
}
