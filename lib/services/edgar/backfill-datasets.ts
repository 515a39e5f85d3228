import { open } from "node:fs/promises";
import { errorRecord, LedgerError } from "@/lib/errors";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import { parseDatasetListing } from "@/lib/sources/edgar/formats/dataset-listing";
import { wrongContent } from "@/lib/sources/edgar/formats/wrong-content";
import { datasetListingUrl, datasetUrls } from "@/lib/sources/edgar/network/addresses";
import { type PeriodState, readPeriods, recordPeriod } from "@/lib/store/edgar/edgar-periods";
import {
  addFailure,
  addIngest,
  countRequests,
  type EdgarContext,
  type EdgarSummary,
  emptySummary,
  isOutage,
  nowIso,
} from "./edgar-context";
import { lastDay, quartersBetween } from "./quarters";

/** What became of one quarter. */
export interface BackfilledQuarter extends PeriodState {
  kind: "dataset";
  /** The data set was done before and has not changed since. */
  unchanged: boolean;
}

export interface BackfillResult {
  summary: EdgarSummary;
  quarters: BackfilledQuarter[];
}

/** Data sets come out some weeks after their quarter: until then a missing one is no failure. */
const PUBLISHED_WITHIN = 60 * 86_400_000;
const HOUR = 3_600_000;

/**
 * Fetches and stores the SEC's quarterly data sets, ZIP by ZIP, the oldest first. A quarter is done when all of it is
 * stored; one that was killed or failed is stored again by the next run, and what is there already does not change.
 */
export async function backfillDatasets(context: EdgarContext, from: string, to: string): Promise<BackfillResult> {
  const summary = emptySummary();
  const known = await readPeriods(context.store.db, "dataset", from, to);
  const all = quartersBetween(from, to);
  const quarters: BackfilledQuarter[] = [];
  const listing = await readListing(context);
  for (const quarter of all) {
    if (context.signal?.aborted || summary.stopped !== null) break;
    const state = await backfillQuarter(context, quarter, known.get(quarter)?.status === "done", listing, summary);
    if (!state.unchanged) await recordPeriod(context.store.db, bare(state), nowIso(context));
    quarters.push(state);
    context.onProgress?.({ phase: "data sets", done: quarters.length, total: all.length });
  }
  summary.waiting = all.length - quarters.length;
  return { summary: countRequests(summary, context.client), quarters };
}

function bare({ unchanged: _, ...state }: BackfilledQuarter): PeriodState {
  return state;
}

async function backfillQuarter(
  context: EdgarContext,
  quarter: string,
  done: boolean,
  listing: ReadonlyMap<string, string>,
  summary: EdgarSummary,
): Promise<BackfilledQuarter> {
  const base = { kind: "dataset" as const, period: quarter, listed: 0, failed: 0, code: null, message: null };
  try {
    const { path, changed } = await downloadQuarter(context, quarter, listing.get(quarter));
    if (done && !changed) return { ...base, status: "done", unchanged: true };
    const ingest = await ingestPaths(
      context.store,
      [path],
      {},
      {
        now: () => new Date(context.client.clock.now()),
        onOutcome: (outcome) => context.onOutcome?.(outcome),
        ...(context.onWait === undefined ? {} : { onWait: context.onWait }),
      },
    );
    addIngest(summary, ingest);
    const stored = ingest.created + ingest.replaced + ingest.unchanged;
    summary.listed += stored + ingest.failed;
    const status = ingest.failed === 0 ? "done" : "failed";
    const code = Object.keys(ingest.reasons)[0] ?? null;
    return { ...base, status, unchanged: false, listed: stored + ingest.failed, failed: ingest.failed, code };
  } catch (error) {
    if (!(error instanceof LedgerError) || context.signal?.aborted) throw error;
    const { code, message } = errorRecord(error);
    if (code === "edgar-not-found" && mayBeUnpublished(context, quarter)) {
      return { ...base, status: "absent", unchanged: false, code, message: "Not published yet." };
    }
    addFailure(summary, error);
    if (isOutage(code)) summary.stopped = message;
    return { ...base, status: "failed", unchanged: false, code, message };
  }
}

function mayBeUnpublished(context: EdgarContext, quarter: string): boolean {
  return context.client.clock.now() - Date.parse(`${lastDay(quarter)}T00:00:00Z`) < PUBLISHED_WITHIN;
}

/** Where the SEC's own page says that each data set is; nothing when the page can't be read, which is told. */
async function readListing(context: EdgarContext): Promise<ReadonlyMap<string, string>> {
  const { client } = context;
  const page = datasetListingUrl(client.hosts);
  const read = (bytes: Buffer) => parseDatasetListing(bytes.toString("utf8"), page);
  try {
    return await client.getCurrent(page, "datasets/listing.html", read, HOUR);
  } catch (error) {
    if (!(error instanceof LedgerError) || context.signal?.aborted) throw error;
    const message = `The page of data sets can't be read, so the folders known so far are tried: ${error.message}`;
    context.onWarning?.(page, { code: "edgar-dataset-page", path: "", message });
    return new Map();
  }
}

async function downloadQuarter(
  { client }: EdgarContext,
  quarter: string,
  listed: string | undefined,
): Promise<{ path: string; changed: boolean }> {
  const key = `datasets/${quarter}_form345.zip`;
  let absent: unknown;
  for (const url of datasetUrls(client.hosts, quarter, listed)) {
    try {
      return await client.download(url, key, (file) => checkZip(file, `The data set ${quarter}`));
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== "edgar-not-found") throw error;
      absent ??= error;
    }
  }
  throw absent;
}

/** The end of a ZIP's directory, with the longest comment that it may have. */
const DIRECTORY_END = 22 + 65_535;

/** Whether a file is a whole ZIP: it begins as one, and its directory is there. @throws `edgar-wrong-content` */
async function checkZip(path: string, what: string): Promise<void> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    if (head.toString("latin1", 0, 2) !== "PK") throw wrongContent(what, "is no ZIP");
    const tail = Buffer.alloc(Math.min(size, DIRECTORY_END));
    await file.read(tail, 0, tail.length, size - tail.length);
    if (tail.lastIndexOf("PK\u0005\u0006", undefined, "latin1") < 0) throw wrongContent(what, "is cut off");
  } finally {
    await file.close();
  }
}
