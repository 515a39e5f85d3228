import { LedgerError } from "@/lib/errors";
import { derivingRules } from "@/lib/services/refresh/deriving-rules";
import { type Refreshed, refreshInBulk } from "@/lib/services/refresh/refresh-in-bulk";
import { LazyPool } from "@/lib/services/workers/worker-pool";
import { allIssuers } from "@/lib/store/care/issuer-rows";
import type { Store } from "@/lib/store/client";
import type { WriteConnection } from "@/lib/store/writing/connection";
import { takeIngestLock } from "@/lib/store/writing/ingest-lock";
import { openConnection } from "@/lib/store/writing/open-connection";
import { markStale, outdatedIssuers, staleIssuers } from "@/lib/store/writing/write-state";

/** Issuers derived by other rules than this program's, all of them, or some by CIK. What waits already is always done. */
export type RefreshScope = "outdated" | "all" | readonly string[];

export interface RefreshOptions {
  now: () => Date;
  /** Sources whose issuer is refreshed, of all. */
  onProgress?: (done: number, total: number) => void;
  onWait?: () => void;
}

/** So few issuers are refreshed in this thread. */
const FEW = 20;

/**
 * Derives issuers again from their stored sources and writes what differs, each issuer in one transaction. They are marked
 * first: what a killed run leaves over, the next refresh or ingest completes.
 * @throws LedgerError `issuer-unknown`
 */
export async function refreshLedger(
  store: Pick<Store, "target">,
  scope: RefreshScope,
  options: RefreshOptions,
): Promise<Refreshed> {
  const lock = await takeIngestLock(store.target, options.onWait ?? (() => undefined));
  const connection = await openConnection(store.target);
  const threads = new LazyPool();
  try {
    const chosen = await issuersOf(connection, scope);
    await connection.transaction(() => markStale(connection, chosen));
    const waiting = await staleIssuers(connection);
    const refreshed = await refreshInBulk(connection, {
      now: options.now,
      threads: waiting.length > FEW ? threads : null,
      onProgress: options.onProgress ?? (() => undefined),
    });
    await connection.rest();
    return refreshed;
  } finally {
    await threads.close();
    await connection.close();
    await lock.release();
  }
}

/** How many issuers' stored results follow other rules than this program's. */
export async function countOutdated({ target }: Pick<Store, "target">): Promise<number> {
  const connection = await openConnection(target, { readOnly: true });
  try {
    return (await outdatedIssuers(connection, derivingRules())).length;
  } finally {
    await connection.close();
  }
}

async function issuersOf(connection: WriteConnection, scope: RefreshScope): Promise<string[]> {
  if (scope === "outdated") return outdatedIssuers(connection, derivingRules());
  const all = await allIssuers(connection);
  if (scope === "all") return all;
  const unknown = scope.find((cik) => !all.includes(cik));
  if (unknown === undefined) return [...scope];
  throw new LedgerError("issuer-unknown", `The ledger holds no filing of issuer ${unknown}.`, {
    advice: "Name the issuer by its CIK, without leading zeros; insider status says what is stored.",
  });
}
