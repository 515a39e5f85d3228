import { join } from "node:path";
import type { EdgarContext } from "@/lib/services/edgar/edgar-context";
import { type IngestSummary, ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { prepareItem, type SourceOutcome } from "@/lib/services/ingest/read-sources";
import type { EdgarClientOptions } from "@/lib/sources/edgar/network/edgar-client";
import type { Store } from "@/lib/store/client";
import { type FictionalFiling, type Rehearsal, textOf } from "./edgar";
import { dumpLedger } from "./ledger-dump";

export function contextOf(
  edgar: Rehearsal,
  store: Store,
  options: Partial<EdgarClientOptions> = {},
): EdgarContext & { warnings: string[] } {
  const warnings: string[] = [];
  return {
    store,
    client: edgar.client(options),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onWarning: (file, warning) => warnings.push(`${file} ${warning.path} ${warning.code}`),
    warnings,
  };
}

/** Stores the same filings without any network: what every run against EDGAR must come to. */
export async function ingestDirectly(
  store: Store,
  filings: readonly FictionalFiling[],
  cacheFolder = "direct",
): Promise<IngestSummary> {
  async function* outcomes(): AsyncGenerator<SourceOutcome> {
    for (const filing of filings) {
      const { accession } = filing;
      const file = join(cacheFolder, "filings", accession.slice(11, 13), accession.slice(0, 10), `${accession}.txt.gz`);
      yield prepareItem({ kind: "document", file, bytes: Buffer.from(textOf(filing)), sidecar: null }, {});
    }
  }
  return ingestFilings(store, outcomes(), { now: () => new Date() });
}

/** The ledger without the names of the files that its sources were read from: caches lie where each run puts them. */
export async function dumpWithoutFiles(store: Store): Promise<Record<string, string[]>> {
  const dump = await dumpLedger(store);
  const { FilingSource = [] } = dump;
  const bare = FilingSource.map((row) => JSON.stringify({ ...JSON.parse(row), file: null }));
  return { ...dump, FilingSource: bare.sort() };
}
