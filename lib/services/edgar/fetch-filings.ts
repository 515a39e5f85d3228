import { errorRecord, LedgerError } from "@/lib/errors";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { prepareItem, type SourceOutcome } from "@/lib/services/ingest/read-sources";
import { distinctFilings, type FilingRef } from "@/lib/sources/edgar/formats/filing-ref";
import { checkSubmissionText } from "@/lib/sources/edgar/formats/submission-text-check";
import { submissionTextUrl } from "@/lib/sources/edgar/network/addresses";
import { enqueueFilings, pendingOf, recordTry, settleQueue, storedAccessions } from "@/lib/store/edgar/edgar-queue";
import { addIngest, type EdgarContext, type EdgarSummary, isOutage, nowIso } from "./edgar-context";

/** Requests under way at once: enough to reach the pace at a second an answer. */
const AT_ONCE = 8;
/** Filings of one ingest. It begins small, so that the first of them can be looked at soon. */
const FIRST_BATCH = 25;
const LARGEST_BATCH = 400;
/** Fetches in a row that fail for the connection's sake before the rest is left for the next run. */
const OUTAGE_AFTER = 5;

/**
 * Fetches and stores the submission of every given filing that the ledger lacks. The filings are put in the queue first and
 * leave it when they are stored: what a fault, a kill or an outage leaves over is there for the next run.
 * Adds to `summary`; a filing that fails is recorded, counted and passed over.
 */
export async function fetchFilings(
  context: EdgarContext,
  refs: readonly FilingRef[],
  summary: EdgarSummary,
): Promise<void> {
  const { db, target } = context.store;
  const distinct = distinctFilings(refs);
  const accessions = distinct.map((ref) => ref.accession);
  const stored = await storedAccessions(db, target.provider, accessions, "submission");
  const missing = distinct.filter((ref) => !stored.has(ref.accession));
  summary.unchanged += stored.size;
  if (stored.size > 0) await settleQueue(db);
  await enqueueFilings(db, target.provider, missing, nowIso(context));
  const run = new FetchRun(context, missing, summary);
  await run.all();
}

/** The name of a submission in the ledger and in the list of failures: the same from whatever list it came. */
export function sourceName(accession: string): string {
  return `edgar:${accession}.txt`;
}

function cacheKey(accession: string): string {
  return `filings/${accession.slice(11, 13)}/${accession.slice(0, 10)}/${accession}.txt`;
}

type Fetched = { ref: FilingRef; outcome: SourceOutcome };

class FetchRun {
  private outages = 0;
  private done = 0;

  constructor(
    private readonly context: EdgarContext,
    private readonly refs: readonly FilingRef[],
    private readonly summary: EdgarSummary,
  ) {}

  async all(): Promise<void> {
    let size = FIRST_BATCH;
    for (
      let start = 0;
      start < this.refs.length && !this.over();
      start += size, size = Math.min(LARGEST_BATCH, size * 2)
    ) {
      await this.batch(this.refs.slice(start, start + size));
    }
    this.summary.waiting += this.refs.length - this.done;
  }

  private over(): boolean {
    return this.context.signal?.aborted === true || this.outages >= OUTAGE_AFTER;
  }

  private async batch(refs: readonly FilingRef[]): Promise<void> {
    const { store } = this.context;
    const fetched = await this.fetchAll(refs);
    if (fetched.length === 0) return;
    const ingest = await ingestFilings(store, outcomesOf(fetched), {
      now: () => new Date(this.context.client.clock.now()),
      onOutcome: (outcome) => this.context.onOutcome?.(outcome),
      ...(this.context.onWait === undefined ? {} : { onWait: this.context.onWait }),
    });
    addIngest(this.summary, ingest);
    await settleQueue(store.db);
    await this.recordFailures(fetched);
    this.done += fetched.length;
  }

  /** In the given order, several at once. Ends early when the work is over; what was fetched until then is kept. */
  private async fetchAll(refs: readonly FilingRef[]): Promise<Fetched[]> {
    const fetched: Fetched[] = [];
    let at = 0;
    const worker = async () => {
      for (let ref = refs[at++]; ref !== undefined && !this.over(); ref = refs[at++]) {
        const outcome = await this.fetchOne(ref);
        if (outcome === null) return;
        fetched.push({ ref, outcome });
        this.context.onProgress?.({ phase: "filings", done: this.done + fetched.length, total: this.refs.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return fetched;
  }

  /** The filing ready to be stored, or its failure; null when the work was ended meanwhile. */
  private async fetchOne({ accession, cik }: FilingRef): Promise<SourceOutcome | null> {
    const { client, signal } = this.context;
    const key = cacheKey(accession);
    const file = sourceName(accession);
    try {
      const bytes = await client.getOnce(submissionTextUrl(client.hosts, cik, accession), key, (answer) => {
        checkSubmissionText(answer, accession);
        return answer;
      });
      this.outages = 0;
      return prepareItem({ kind: "document", file, bytes, sidecar: null }, {});
    } catch (error) {
      if (signal?.aborted) return null;
      const record = errorRecord(error);
      if (!(error instanceof LedgerError)) throw error;
      this.outages = isOutage(record.code) ? this.outages + 1 : 0;
      if (this.outages === OUTAGE_AFTER) this.summary.stopped = record.message;
      return { kind: "failed", file, error: record };
    }
  }

  private async recordFailures(fetched: readonly Fetched[]): Promise<void> {
    const failed = fetched.flatMap(({ ref, outcome }) => (outcome.kind === "failed" ? [{ ref, outcome }] : []));
    const { db } = this.context.store;
    const pending = await pendingOf(
      db,
      failed.map(({ ref }) => ref.accession),
    );
    for (const { ref, outcome } of failed) {
      const attempts = (pending.get(ref.accession)?.attempts ?? 0) + 1;
      const due = new Date(this.context.client.clock.now() + waitAfter(outcome.error.code, attempts)).toISOString();
      await recordTry(db, ref.accession, outcome.error, due);
    }
  }
}

async function* outcomesOf(fetched: readonly Fetched[]): AsyncGenerator<SourceOutcome> {
  for (const { outcome } of fetched) yield outcome;
}

const HALF_MINUTE = 30_000;
const SIX_HOURS = 6 * 3_600_000;
const WEEK = 7 * 86_400_000;

/** Until `watch` tries again: soon for what EDGAR did not give, seldom for what this version can't read. */
function waitAfter(code: string, attempts: number): number {
  return Math.min(code.startsWith("edgar-") ? SIX_HOURS : WEEK, HALF_MINUTE * 2 ** Math.min(attempts - 1, 20));
}
