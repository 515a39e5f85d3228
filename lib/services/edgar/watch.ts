import { addDays } from "@/lib/analytics/rows/day-numbers";
import { type ErrorRecord, errorRecord } from "@/lib/errors";
import { parseCurrentFeed } from "@/lib/sources/edgar/formats/current-feed";
import { distinctFilings, type FilingRef } from "@/lib/sources/edgar/formats/filing-ref";
import { currentFeedUrl } from "@/lib/sources/edgar/network/addresses";
import { readCursor, readPeriods, writeCursor } from "@/lib/store/edgar/edgar-periods";
import { dueFilings, pendingOf, storedAccessions } from "@/lib/store/edgar/edgar-queue";
import { type EdgarContext, type EdgarSummary, emptySummary, nowIso } from "./edgar-context";
import { fetchFilings } from "./fetch-filings";
import { newYorkDay } from "./quarters";
import { fetchDay, indexedDays } from "./read-index";

export interface WatchOptions {
  /** Milliseconds between two looks at the feed. */
  every: number;
  /** The first day to catch up with, `YYYY-MM-DD`, unless the last watch stopped earlier; null: there, or today. */
  since: string | null;
  onEvent: (event: WatchEvent) => void;
}

export type WatchEvent =
  /** Filings of the feed, of a day, or from the queue were handled. */
  | { kind: "stored"; from: "feed" | "queue" | string; summary: EdgarSummary }
  | { kind: "caught-up"; days: number; nextDay: string }
  /** A round failed; the next one begins after `wait` milliseconds. */
  | { kind: "error"; error: ErrorRecord; wait: number };

const CURSOR = "watch";
const MINUTE = 60_000;
/** The daily index comes out in the evening; it is looked for this often, and after each sleep of the machine. */
const CATCH_UP_EVERY = 30 * MINUTE;
const SLEPT = 5 * MINUTE;
const LONGEST_PAUSE = 10 * MINUTE;
/** Indexes that come out late are still found within a week. */
const LATE_INDEX_DAYS = 7;
const FEED_FORMS = ["4", "3", "5"];
const PAGE = 100;
/** More than EDGAR's busiest day; what lies deeper comes with the daily index. */
const MOST_PAGES = 60;
const QUEUE_AT_ONCE = 200;

/**
 * Follows EDGAR until the context's signal ends it: each round reads the feed of current filings, then what is due in the
 * queue; daily indexes close the gaps. Nothing is kept in memory from one round to the next. A failed round is told and
 * repeated, after longer and longer pauses.
 */
export async function watchEdgar(context: EdgarContext, options: WatchOptions): Promise<void> {
  const { clock } = context.client;
  const { signal } = context;
  let failures = 0;
  let caughtUpAt = Number.NEGATIVE_INFINITY;
  let lastRound = clock.now();
  while (!signal?.aborted) {
    let pause = options.every;
    try {
      const now = clock.now();
      if (now - caughtUpAt >= CATCH_UP_EVERY || now - lastRound >= SLEPT) {
        await catchUp(context, options);
        caughtUpAt = now;
      }
      lastRound = clock.now();
      await readFeed(context, options);
      await workQueue(context, options);
      failures = 0;
    } catch (error) {
      if (signal?.aborted) return;
      failures += 1;
      pause = Math.min(LONGEST_PAUSE, options.every * 2 ** Math.min(failures, 10));
      options.onEvent({ kind: "error", error: errorRecord(error), wait: pause });
    }
    await clock.sleep(pause, signal).catch((error) => {
      if (!signal?.aborted) throw error;
    });
  }
}

/** Reads every daily index since the cursor that is not done, and moves the cursor on. */
async function catchUp(context: EdgarContext, options: WatchOptions): Promise<void> {
  const { db } = context.store;
  const today = newYorkDay(context.client.clock.now());
  const cursorBefore = await readCursor(db, CURSOR);
  // The earlier of the two: a later --since must not leave a gap behind it.
  const from = [options.since, cursorBefore].filter((day) => day !== null).sort()[0] ?? today;
  await writeCursor(db, CURSOR, from, nowIso(context));
  const days = await indexedDays(context, from, today);
  const known = await readPeriods(db, "day", from, today);
  let firstOpen = today;
  let read = 0;
  for (const day of days.filter((each) => known.get(each)?.status !== "done")) {
    const summary = emptySummary();
    const done = await fetchDay(context, day, summary);
    read += 1;
    if (!done && day < firstOpen) firstOpen = day;
    if (changed(summary)) options.onEvent({ kind: "stored", from: day, summary });
    context.signal?.throwIfAborted();
    if (summary.stopped !== null) break;
  }
  const late = addDays(today, -LATE_INDEX_DAYS);
  const next = [firstOpen, late].sort()[0] ?? from;
  const cursor = next > from ? next : from;
  await writeCursor(db, CURSOR, cursor, nowIso(context));
  options.onEvent({ kind: "caught-up", days: read, nextDay: cursor });
}

/** Pages through the feed until a page brings nothing new. */
async function readFeed(context: EdgarContext, options: WatchOptions): Promise<void> {
  const found: FilingRef[] = [];
  for (const form of FEED_FORMS) {
    for (let page = 0; page < MOST_PAGES; page++) {
      const url = currentFeedUrl(context.client.hosts, form, page * PAGE);
      const feed = await context.client.get(url, (bytes) => parseCurrentFeed(bytes.toString("latin1")));
      for (const warning of feed.warnings) context.onWarning?.("getcurrent", warning);
      const unknown = await unknownFilings(context, feed.filings);
      found.push(...unknown);
      if (unknown.length === 0 || feed.entries < PAGE) break;
    }
  }
  await store(context, distinctFilings(found), "feed", options);
}

async function unknownFilings(
  { store: { db, target } }: EdgarContext,
  refs: readonly FilingRef[],
): Promise<FilingRef[]> {
  const accessions = refs.map((ref) => ref.accession);
  const stored = await storedAccessions(db, target.provider, accessions, "submission");
  const pending = await pendingOf(db, accessions);
  return refs.filter((ref) => !stored.has(ref.accession) && !pending.has(ref.accession));
}

/** What failed before and is due again, and what a killed run left. */
async function workQueue(context: EdgarContext, options: WatchOptions): Promise<void> {
  const due = await dueFilings(context.store.db, nowIso(context), QUEUE_AT_ONCE);
  await store(context, due, "queue", options);
}

async function store(
  context: EdgarContext,
  refs: readonly FilingRef[],
  from: string,
  options: WatchOptions,
): Promise<void> {
  if (refs.length === 0) return;
  const summary = emptySummary();
  await fetchFilings(context, refs, summary);
  summary.listed = refs.length;
  if (changed(summary)) options.onEvent({ kind: "stored", from, summary });
}

function changed(summary: EdgarSummary): boolean {
  return summary.created + summary.replaced + summary.failed > 0;
}
