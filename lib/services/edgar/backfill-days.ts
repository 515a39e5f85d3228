import { errorRecord, LedgerError } from "@/lib/errors";
import { readPeriods, recordPeriod } from "@/lib/store/edgar/edgar-periods";
import {
  addFailure,
  countRequests,
  type EdgarContext,
  type EdgarSummary,
  emptySummary,
  isOutage,
  nowIso,
} from "./edgar-context";
import { fetchDay, indexedDays } from "./read-index";

/**
 * Fetches every filing that the daily indexes of these days list (both included), the newest day first. Days that are done
 * are passed over; a day with failures is read again by the next run.
 */
export async function backfillDays(context: EdgarContext, from: string, to: string): Promise<EdgarSummary> {
  const summary = emptySummary();
  const days = (await indexedDays(context, from, to)).reverse();
  const known = await readPeriods(context.store.db, "day", from, to);
  const open = days.filter((day) => known.get(day)?.status !== "done");
  for (const [i, day] of open.entries()) {
    if (context.signal?.aborted || summary.stopped !== null) break;
    await tryDay(context, day, summary);
    context.onProgress?.({ phase: "days", done: i + 1, total: open.length });
  }
  return countRequests(summary, context.client);
}

/** A day whose index can't be had is a failure of its own; an outage ends the run. */
async function tryDay(context: EdgarContext, day: string, summary: EdgarSummary): Promise<void> {
  try {
    await fetchDay(context, day, summary);
  } catch (error) {
    if (!(error instanceof LedgerError) || context.signal?.aborted) throw error;
    const { code, message } = errorRecord(error);
    addFailure(summary, error);
    const state = { kind: "day", period: day, status: "failed", listed: 0, failed: 0, code, message } as const;
    await recordPeriod(context.store.db, state, nowIso(context));
    if (isOutage(code)) summary.stopped = message;
  }
}
