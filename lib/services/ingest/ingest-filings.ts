import { randomUUID } from "node:crypto";
import type { Warning } from "@/lib/ownership/document";
import { refreshInBulk } from "@/lib/services/refresh/refresh-in-bulk";
import { refreshStaleIssuers } from "@/lib/services/refresh/refresh-issuers";
import type { LazyPool } from "@/lib/services/workers/worker-pool";
import type { IdentityOptions } from "@/lib/sources/identity/apply-identity";
import type { Store } from "@/lib/store/client";
import type { WriteConnection } from "@/lib/store/writing/connection";
import { takeIngestLock } from "@/lib/store/writing/ingest-lock";
import { openConnection } from "@/lib/store/writing/open-connection";
import { beginRun, recordFailures, updateRun } from "@/lib/store/writing/write-runs";
import { raiseDataVersion, staleIssuers } from "@/lib/store/writing/write-state";
import { IngestRun, type IngestSummary } from "./ingest-run";
import type { PreparedSource } from "./prepare-source";
import type { Failed, SourceOutcome } from "./read-sources";
import { writeBatch } from "./write-batch";

export type { IngestSummary } from "./ingest-run";

export interface IngestProgress {
  /** `reading`: documents so far. `deriving`: filings whose issuer is refreshed, of all. */
  phase: "reading" | "deriving";
  done: number;
  /** Null where only reading tells how many there are. */
  total: number | null;
  /** The part of the work that is done, from 0 to 1; null where nothing honest can be said of it. */
  part: number | null;
}

/** What is known ahead of the input. */
interface InputAhead {
  /** Documents, where names alone tell. */
  documents: number | null;
  /** The part of it that is read, from 0 to 1. */
  part: () => number | null;
}

export interface IngestOptions {
  /** The clock, for the records of this run. */
  now: () => Date;
  batchSize?: number;
  /** Kept with each failure, for `insider retry`. */
  identity?: IdentityOptions;
  /** Threads for the refresh after a bulk load; without them it is done in this one. */
  threads?: LazyPool;
  /** Told of each outcome, with the warnings that are to be said of it: those of a whole data set once, with its notice. */
  onOutcome?: (outcome: SourceOutcome, warnings: readonly Warning[]) => void;
  onProgress?: (progress: IngestProgress) => void;
  input?: InputAhead;
  /** Told once when another ingest is under way and this one waits for it. */
  onWait?: () => void;
}

/** Documents stored in one transaction. */
const BATCH_SIZE = 2_000;
/** So many issuers left behind by an earlier run are not refreshed inside one small transaction. */
const FEW_ISSUERS = 50;

/**
 * Stores documents batch by batch, each in one transaction, then refreshes what is derived for the issuers touched: in the
 * same transaction where all of it is one batch, else in a pass at the end, each issuer whole. A document that fails is
 * recorded with its reason; the others go on. Ingesting the same documents again changes nothing.
 */
export async function ingestFilings(
  store: Pick<Store, "target">,
  outcomes: AsyncIterable<SourceOutcome>,
  options: IngestOptions,
): Promise<IngestSummary> {
  const lock = await takeIngestLock(store.target, options.onWait ?? (() => undefined));
  const connection = await openConnection(store.target);
  try {
    return await run(connection, outcomes, options);
  } finally {
    await connection.close();
    await lock.release();
  }
}

async function run(
  connection: WriteConnection,
  outcomes: AsyncIterable<SourceOutcome>,
  options: IngestOptions,
): Promise<IngestSummary> {
  const startedAt = options.now().toISOString();
  const ingest = new IngestRun(`${startedAt} ${randomUUID().slice(0, 8)}`);
  await connection.transaction(() => beginRun(connection, ingest.id, startedAt));
  const batchSize = options.batchSize ?? BATCH_SIZE;
  let batch: PreparedSource[] = [];
  let failures: Failed[] = [];
  let isBulk = (await staleIssuers(connection)).length > FEW_ISSUERS;
  for await (const outcome of outcomes) {
    const warnings = ingest.note(outcome);
    if (outcome.kind === "prepared") batch.push(outcome.source);
    if (outcome.kind === "failed") failures.push(outcome);
    options.onOutcome?.(outcome, warnings);
    options.onProgress?.(readingProgress(ingest.documents, options.input));
    if (batch.length + failures.length < batchSize) continue;
    isBulk = true;
    await connection.transaction(() => storeBatch(connection, ingest, batch, failures, options));
    batch = [];
    failures = [];
  }
  await connection.transaction(async () => {
    await storeBatch(connection, ingest, batch, failures, options);
    if (!isBulk) await refreshStaleIssuers(connection, options.now().toISOString());
    if (!isBulk) await finish(connection, ingest, options);
  });
  if (!isBulk) return ingest.summary;
  await refreshInBulk(connection, {
    now: options.now,
    threads: options.threads ?? null,
    onProgress: (done, total) => options.onProgress?.(derivingProgress(done, total)),
  });
  await connection.transaction(() => finish(connection, ingest, options));
  await connection.rest();
  return ingest.summary;
}

function readingProgress(done: number, input: InputAhead | undefined): IngestProgress {
  const total = input?.documents ?? null;
  if (total === null) return { phase: "reading", done, total, part: input?.part() ?? null };
  // A file that was counted as one document may hold many.
  if (done > total || total === 0) return { phase: "reading", done, total: null, part: null };
  return { phase: "reading", done, total, part: done / total };
}

/** Filings whose issuer is refreshed, of all. */
export function derivingProgress(done: number, total: number): IngestProgress {
  return { phase: "deriving", done, total, part: total === 0 ? null : done / total };
}

async function storeBatch(
  connection: WriteConnection,
  ingest: IngestRun,
  batch: readonly PreparedSource[],
  failures: readonly Failed[],
  options: IngestOptions,
): Promise<void> {
  const now = options.now().toISOString();
  if (batch.length > 0) ingest.count(await writeBatch(connection, batch));
  const identity = JSON.stringify(options.identity ?? {});
  const records = failures.map(({ file, error }) => ({
    source: file,
    ...error,
    identity: identity === "{}" ? null : identity,
  }));
  await recordFailures(connection, records, now);
  if (records.length > 0) await raiseDataVersion(connection, now);
  await updateRun(connection, ingest.id, ingest.summary, ingest.notices, null);
}

async function finish(connection: WriteConnection, ingest: IngestRun, options: IngestOptions): Promise<void> {
  await updateRun(connection, ingest.id, ingest.summary, ingest.notices, options.now().toISOString());
}
