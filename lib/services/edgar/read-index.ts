import { listedDays, parseFolderListing } from "@/lib/sources/edgar/formats/folder-listing";
import { parseIndex, type ReadIndex } from "@/lib/sources/edgar/formats/index-lines";
import { dailyIndexUrl, dailyListingUrl, fullIndexUrl } from "@/lib/sources/edgar/network/addresses";
import { recordPeriod } from "@/lib/store/edgar/edgar-periods";
import { addIngest, type EdgarContext, type EdgarSummary, emptySummary, nowIso } from "./edgar-context";
import { fetchFilings } from "./fetch-filings";
import { newYorkDay, quarterOf, quartersBetween, yearQuarter } from "./quarters";

const HOUR = 3_600_000;

/** The days between two (both included) that EDGAR has a daily index of. */
export async function indexedDays({ client }: EdgarContext, from: string, to: string): Promise<string[]> {
  const days: string[] = [];
  for (const quarter of quartersBetween(quarterOf(from), quarterOf(to))) {
    const file = `daily-index/${quarter}/index.json`;
    const read = (bytes: Buffer) => listedDays(parseFolderListing(bytes.toString("utf8"), file));
    days.push(...(await client.getCurrent(dailyListingUrl(client.hosts, yearQuarter(quarter)), file, read)));
  }
  return days.filter((day) => day >= from && day <= to);
}

/** The daily index of a day. */
export function readDay(context: EdgarContext, day: string): Promise<ReadIndex> {
  return readIndexFile(context, dailyIndexUrl(context.client.hosts, day), `daily-index/${day}.idx`, 0);
}

/** The index of a quarter: some 40 MB; one that was read within the hour is not asked for again. */
export function readQuarter(context: EdgarContext, quarter: string): Promise<ReadIndex> {
  const url = fullIndexUrl(context.client.hosts, yearQuarter(quarter));
  return readIndexFile(context, url, `full-index/${quarter}.idx`, HOUR);
}

async function readIndexFile(context: EdgarContext, url: string, file: string, freshFor: number): Promise<ReadIndex> {
  const index = await context.client.getCurrent(
    url,
    file,
    (bytes) => parseIndex(bytes.toString("latin1"), file),
    freshFor,
  );
  for (const warning of index.warnings) context.onWarning?.(file, warning);
  return index;
}

/**
 * Fetches what a daily index lists, and records the day: `done` when every filing of it is stored, `failed` while some are
 * not. Today's index may grow, so it is never done. Adds to `summary`; true when the day is done.
 */
export async function fetchDay(context: EdgarContext, day: string, summary: EdgarSummary): Promise<boolean> {
  const index = await readDay(context, day);
  const own = emptySummary();
  await fetchFilings(context, index.filings, own);
  addIngest(summary, own);
  summary.listed += index.filings.length;
  summary.waiting += own.waiting;
  summary.stopped = own.stopped;
  if (day >= newYorkDay(context.client.clock.now())) return false;
  const left = own.failed + own.waiting;
  const unread = index.warnings.length;
  const state = {
    kind: "day" as const,
    period: day,
    status: left + unread === 0 ? ("done" as const) : ("failed" as const),
    listed: index.filings.length,
    failed: left,
    code: unread > 0 ? "edgar-index-line-damaged" : (Object.keys(own.reasons)[0] ?? null),
    message: unread > 0 ? `${unread} lines of its index can't be read.` : own.stopped,
  };
  await recordPeriod(context.store.db, state, nowIso(context));
  return state.status === "done";
}
