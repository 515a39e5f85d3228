import type { LazyPool } from "@/lib/services/workers/worker-pool";
import type { WriteConnection } from "@/lib/store/writing/connection";
import type { IssuerRecords } from "@/lib/store/writing/write-issuers";
import { staleIssuerSizes } from "@/lib/store/writing/write-state";
import { deriveStoredIssuer } from "./derive-issuer";
import { writeRefreshed } from "./refresh-issuers";

/** Sources that one task derives, at least: small issuers go together. */
const TASK_SOURCES = 300;
/** Filings or issuers written in one transaction, at least. */
const TRANSACTION_FILINGS = 3_000;
const TRANSACTION_ISSUERS = 500;

export interface BulkRefresh {
  now: () => Date;
  /** Null: everything in this thread. */
  threads: LazyPool | null;
  /** Sources whose issuer is refreshed, of all. */
  onProgress: (done: number, total: number) => void;
}

/**
 * Recomputes every issuer that lags behind: derived in worker threads, written here. Each issuer appears whole, filings and
 * all that is derived from them in one transaction. What is left when a run is killed stays marked for the next one.
 */
export async function refreshInBulk(connection: WriteConnection, options: BulkRefresh): Promise<number> {
  const stale = await staleIssuerSizes(connection);
  const total = stale.reduce((sum, issuer) => sum + issuer.sources, 0);
  const sizes = new Map(stale.map((issuer) => [issuer.cik, issuer.sources]));
  let waiting: IssuerRecords[] = [];
  let done = 0;
  const write = async () => {
    await connection.transaction(() => writeRefreshed(connection, waiting, options.now().toISOString()));
    waiting = [];
  };
  for await (const issuer of derived(connection, groups(stale), options.threads)) {
    waiting.push(issuer);
    done += sizes.get(issuer.cik) ?? 0;
    options.onProgress(done, total);
    const filings = waiting.reduce((sum, { filings: own }) => sum + own.length, 0);
    if (filings >= TRANSACTION_FILINGS || waiting.length >= TRANSACTION_ISSUERS) await write();
  }
  if (waiting.length > 0) await write();
  return stale.length;
}

/** Issuers in groups worth a task. */
function* groups(stale: readonly { cik: string; sources: number }[]): Generator<string[]> {
  let group: string[] = [];
  let size = 0;
  for (const { cik, sources } of stale) {
    group.push(cik);
    size += sources;
    if (size < TASK_SOURCES) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}

async function* derived(
  connection: WriteConnection,
  tasks: Iterable<string[]>,
  threads: LazyPool | null,
): AsyncGenerator<IssuerRecords> {
  if (threads === null) {
    for (const ciks of tasks) for (const cik of ciks) yield await deriveStoredIssuer(connection, cik);
    return;
  }
  const pool = threads.get();
  for (const ciks of tasks) {
    while (pool.ready || !pool.hasRoom) {
      const answer = await pool.next();
      if (answer?.kind === "issuers") yield* answer.records;
    }
    pool.add({ kind: "issuers", target: connection.target, ciks });
  }
  for (let answer = await pool.next(); answer !== null; answer = await pool.next()) {
    if (answer.kind === "issuers") yield* answer.records;
  }
}
