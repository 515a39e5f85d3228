import { refreshStaleIssuers } from "@/lib/services/refresh/refresh-issuers";
import type { Store } from "@/lib/store/client";
import { recordFailure } from "@/lib/store/failures";
import type { PreparedSource } from "./prepare-source";
import type { SourceOutcome } from "./read-sources";
import { writeBatch } from "./write-batch";

export interface IngestSummary {
  /** Filings new to the ledger. */
  created: number;
  /** Filings whose document changed: a better source, or an accession for a `doc-…` filing. */
  replaced: number;
  unchanged: number;
  /** Documents that could not be stored; each is in the failed list. */
  failed: number;
  /** Files that are no filings by their kind. */
  skipped: number;
  /** Failures by code. */
  reasons: Record<string, number>;
  warnings: number;
}

export interface IngestOptions {
  /** The clock, for the records of this run. */
  now: () => Date;
  batchSize?: number;
  onOutcome?: (outcome: SourceOutcome, summary: IngestSummary) => void;
}

const BATCH_SIZE = 500;

/**
 * Stores documents batch by batch, each in one transaction, then refreshes what spans filings for the issuers touched.
 * A document that fails is recorded with its reason; the others go on. Ingesting the same documents again changes nothing.
 */
export async function ingestFilings(
  store: Store,
  outcomes: AsyncIterable<SourceOutcome>,
  options: IngestOptions,
): Promise<IngestSummary> {
  const summary: IngestSummary = {
    created: 0,
    replaced: 0,
    unchanged: 0,
    failed: 0,
    skipped: 0,
    reasons: {},
    warnings: 0,
  };
  let batch: PreparedSource[] = [];
  for await (const outcome of outcomes) {
    if (outcome.kind === "failed") await keepFailure(store, outcome, summary, options);
    else if (outcome.kind === "skipped") summary.skipped += 1;
    else {
      batch.push(outcome.source);
      summary.warnings += outcome.source.warnings.length;
    }
    options.onOutcome?.(outcome, summary);
    if (batch.length >= (options.batchSize ?? BATCH_SIZE)) {
      await storeBatch(store, batch, summary, options);
      batch = [];
    }
  }
  if (batch.length > 0) await storeBatch(store, batch, summary, options);
  await refreshStaleIssuers(store, options.now);
  return summary;
}

async function storeBatch(
  store: Store,
  batch: readonly PreparedSource[],
  summary: IngestSummary,
  options: IngestOptions,
): Promise<void> {
  const now = options.now().toISOString();
  const result = await store.db.$transaction((db) => writeBatch(db, store, batch, now));
  summary.created += result.created.length;
  summary.replaced += result.replaced.length;
  summary.unchanged += result.unchanged.length;
}

async function keepFailure(
  store: Store,
  outcome: Extract<SourceOutcome, { kind: "failed" }>,
  summary: IngestSummary,
  options: IngestOptions,
): Promise<void> {
  summary.failed += 1;
  summary.reasons[outcome.error.code] = (summary.reasons[outcome.error.code] ?? 0) + 1;
  await recordFailure(store.db, { source: outcome.file, ...outcome.error }, options.now().toISOString());
}
