import { existsSync } from "node:fs";
import { type IngestOptions, type IngestSummary, ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore, type SourceOutcome } from "@/lib/services/ingest/read-sources";
import type { IdentityOptions } from "@/lib/sources/identity/apply-identity";
import { type FailureRecord, readFailures } from "@/lib/store/care/read-status";
import type { Store } from "@/lib/store/client";
import { openConnection } from "@/lib/store/writing/open-connection";

export interface RetrySummary extends Pick<IngestSummary, "created" | "replaced" | "unchanged" | "failed"> {
  /** Failures whose file or archive is no longer where it was: they stay on record. */
  missing: string[];
  /** Filings that failed to come from EDGAR: they are in the queue of `insider sync --retry`, not in a file. */
  fromEdgar: string[];
}

/** How the live connection names what it fetched. */
const FROM_EDGAR = /^edgar:/;

/** Reads every failed document again, with the identity options that it was given. What succeeds leaves the list. */
export async function retryFailed(store: Store, options: IngestOptions): Promise<RetrySummary> {
  const failures = await listFailures(store);
  const summary: RetrySummary = { created: 0, replaced: 0, unchanged: 0, failed: 0, missing: [], fromEdgar: [] };
  for (const [identity, group] of byIdentity(failures)) {
    const paths = new Set<string>();
    const wanted = new Set<string>();
    for (const { source } of group) {
      const path = pathOf(source);
      if (FROM_EDGAR.test(source)) summary.fromEdgar.push(source);
      else if (path === null) summary.missing.push(source);
      else {
        paths.add(path);
        wanted.add(source);
      }
    }
    if (paths.size === 0) continue;
    const given = JSON.parse(identity) as IdentityOptions;
    const outcomes = only(readForStore([...paths], given), wanted);
    const result = await ingestFilings(store, outcomes, { ...options, identity: given });
    for (const key of ["created", "replaced", "unchanged", "failed"] as const) summary[key] += result[key];
  }
  return summary;
}

async function listFailures(store: Store): Promise<FailureRecord[]> {
  const connection = await openConnection(store.target, { readOnly: true });
  try {
    return await readFailures(connection);
  } finally {
    await connection.close();
  }
}

function byIdentity(failures: readonly FailureRecord[]): Map<string, FailureRecord[]> {
  const groups = new Map<string, FailureRecord[]>();
  for (const failure of failures) {
    const key = failure.identity ?? "{}";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [failure]);
    else group.push(failure);
  }
  return groups;
}

/** The file or archive that a source lies in: `a.zip!inner/x.xml` → `a.zip`; null when it is gone. */
function pathOf(source: string): string | null {
  const parts = source.split("!");
  for (let n = 1; n <= parts.length; n++) {
    const path = parts.slice(0, n).join("!");
    if (existsSync(path)) return path;
  }
  return null;
}

/** Of all that the files hold, only what had failed: the rest is stored already. */
async function* only(
  outcomes: AsyncIterable<SourceOutcome>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<SourceOutcome> {
  for await (const outcome of outcomes) {
    const file = outcome.kind === "prepared" ? outcome.source.file : outcome.file;
    if (wanted.has(file)) yield outcome;
  }
}
