import type { LedgerError } from "@/lib/errors";
import type { Warning } from "@/lib/ownership/document";
import type { IngestSummary } from "@/lib/services/ingest/ingest-filings";
import type { SourceOutcome } from "@/lib/services/ingest/read-sources";
import type { EdgarClient } from "@/lib/sources/edgar/network/edgar-client";
import type { Store } from "@/lib/store/client";

export interface EdgarProgress {
  /** What is counted: lists read, filings fetched, data sets stored. */
  phase: "lists" | "filings" | "data sets" | "days";
  done: number;
  total: number;
}

/** What every operation of the live connection works with. */
export interface EdgarContext {
  store: Store;
  client: EdgarClient;
  /** Ends the work after the batch that is under way. */
  signal?: AbortSignal;
  onProgress?: (progress: EdgarProgress) => void;
  onOutcome?: (outcome: SourceOutcome) => void;
  /** A list of EDGAR that has damaged entries. */
  onWarning?: (file: string, warning: Warning) => void;
  /** Told when another ingest is under way and this one waits for it. */
  onWait?: () => void;
}

/** What an operation did: the counts of ingest, and those of the connection. */
export interface EdgarSummary extends IngestSummary {
  /** Filings that EDGAR's lists name. */
  listed: number;
  /** Filings that are still in the queue of this operation. */
  waiting: number;
  requests: number;
  retries: number;
  /** Answers 403 and 429. */
  blocks: number;
  /** Why the work ended before its end; null when it didn't. */
  stopped: string | null;
}

/** Nothing done yet. */
export function emptySummary(): EdgarSummary {
  return {
    created: 0,
    replaced: 0,
    unchanged: 0,
    failed: 0,
    skipped: 0,
    reasons: {},
    warnings: 0,
    warningCodes: {},
    listed: 0,
    waiting: 0,
    requests: 0,
    retries: 0,
    blocks: 0,
    stopped: null,
  };
}

/** Adds what an ingest did. */
export function addIngest(summary: EdgarSummary, ingest: IngestSummary): void {
  for (const key of ["created", "replaced", "unchanged", "failed", "skipped", "warnings"] as const) {
    summary[key] += ingest[key];
  }
  for (const key of ["reasons", "warningCodes"] as const) {
    for (const [code, count] of Object.entries(ingest[key])) summary[key][code] = (summary[key][code] ?? 0) + count;
  }
}

/** Counts a failure under its code. */
export function addFailure(summary: EdgarSummary, error: Pick<LedgerError, "code">): void {
  summary.failed += 1;
  summary.reasons[error.code] = (summary.reasons[error.code] ?? 0) + 1;
}

/** Sets what the connection has counted so far. */
export function countRequests(summary: EdgarSummary, client: EdgarClient): EdgarSummary {
  const { requests, retries, blocks } = client.counts;
  return Object.assign(summary, { requests, retries, blocks });
}

/** The time by the connection's clock, UTC in ISO 8601. */
export function nowIso(context: EdgarContext): string {
  return new Date(context.client.clock.now()).toISOString();
}

/** Failures of the way to EDGAR, not of one answer: several in a row mean that going on is no use. */
const OUTAGE: ReadonlySet<string> = new Set([
  "edgar-blocked",
  "edgar-server-error",
  "edgar-connection",
  "edgar-timeout",
  "edgar-redirect-refused",
]);

/** Whether a failure's code tells of the way to EDGAR, not of one answer. */
export function isOutage(code: string): boolean {
  return OUTAGE.has(code);
}
