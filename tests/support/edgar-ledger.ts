import type { EdgarContext } from "@/lib/services/edgar/edgar-context";
import { sourceName } from "@/lib/services/edgar/fetch-filings";
import { type IngestSummary, ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { prepareItem, type SourceOutcome } from "@/lib/services/ingest/read-sources";
import type { EdgarClientOptions } from "@/lib/sources/edgar/network/edgar-client";
import type { Store } from "@/lib/store/client";
import { type FictionalFiling, type Rehearsal, textOf } from "./edgar";

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
export async function ingestDirectly(store: Store, filings: readonly FictionalFiling[]): Promise<IngestSummary> {
  async function* outcomes(): AsyncGenerator<SourceOutcome> {
    for (const filing of filings) {
      const file = sourceName(filing.accession);
      yield prepareItem({ kind: "document", file, bytes: Buffer.from(textOf(filing)), sidecar: null }, {});
    }
  }
  return ingestFilings(store, outcomes(), { now: () => new Date() });
}
