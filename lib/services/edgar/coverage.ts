import { errorRecord, LedgerError } from "@/lib/errors";
import type { FilingRef } from "@/lib/sources/edgar/formats/filing-ref";
import { failedAccessions, pendingOf, storedAccessions } from "@/lib/store/edgar/edgar-queue";
import type { EdgarContext } from "./edgar-context";
import { quartersBetween } from "./quarters";
import { readQuarter } from "./read-index";

/** How much of a period the ledger holds, against EDGAR's own index. */
export interface PeriodCoverage {
  /** `2006q1` or `2026-11-20`. */
  period: string;
  /** Ownership filings in EDGAR's index, each once. */
  listed: number;
  stored: number;
  /** Of the stored: without their submission text, so perhaps rounded and without the instant of acceptance. */
  withoutSubmission: number;
  /** Tried and not stored, by whichever way: fetched, or out of a data set or a file. */
  failed: number;
  /** Neither stored nor failed. */
  missing: number;
}

export interface QuarterCoverage extends PeriodCoverage {
  days: PeriodCoverage[];
  /** Why EDGAR's index could not be read; the counts are 0 then. */
  error: string | null;
}

/** Compares the ledger with EDGAR's quarterly indexes, quarter by quarter (both included) and day by day. */
export async function readCoverage(context: EdgarContext, from: string, to: string): Promise<QuarterCoverage[]> {
  const quarters = quartersBetween(from, to);
  const coverage: QuarterCoverage[] = [];
  for (const quarter of quarters) {
    if (context.signal?.aborted) break;
    coverage.push(await quarterCoverage(context, quarter));
    context.onProgress?.({ phase: "lists", done: coverage.length, total: quarters.length });
  }
  return coverage;
}

async function quarterCoverage(context: EdgarContext, quarter: string): Promise<QuarterCoverage> {
  try {
    const { filings } = await readQuarter(context, quarter);
    const counted = await countFilings(context, filings);
    const byDay = new Map<string, FilingRef[]>();
    for (const ref of filings) {
      const own = byDay.get(ref.filedOn ?? "");
      if (own === undefined) byDay.set(ref.filedOn ?? "", [ref]);
      else own.push(ref);
    }
    const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, refs]) => sum(day, refs, counted));
    return { ...sum(quarter, filings, counted), days, error: null };
  } catch (error) {
    if (!(error instanceof LedgerError) || context.signal?.aborted) throw error;
    const { message } = errorRecord(error);
    return {
      period: quarter,
      listed: 0,
      stored: 0,
      withoutSubmission: 0,
      failed: 0,
      missing: 0,
      days: [],
      error: message,
    };
  }
}

interface Counted {
  stored: ReadonlySet<string>;
  whole: ReadonlySet<string>;
  failed: ReadonlySet<string>;
}

async function countFilings({ store }: EdgarContext, filings: readonly FilingRef[]): Promise<Counted> {
  const { db, target } = store;
  const accessions = filings.map((ref) => ref.accession);
  const stored = await storedAccessions(db, target.provider, accessions, null);
  const lacking = accessions.filter((accession) => !stored.has(accession));
  const failed = await failedAccessions(db, new Set(lacking));
  for (const filing of (await pendingOf(db, lacking)).values()) if (filing.code !== null) failed.add(filing.accession);
  return {
    stored,
    whole: await storedAccessions(db, target.provider, accessions, "submission"),
    failed,
  };
}

function sum(period: string, refs: readonly FilingRef[], counted: Counted): PeriodCoverage {
  const count = (set: ReadonlySet<string>) => refs.filter((ref) => set.has(ref.accession)).length;
  const [stored, whole, failed] = [count(counted.stored), count(counted.whole), count(counted.failed)];
  const listed = refs.length;
  return { period, listed, stored, withoutSubmission: stored - whole, failed, missing: listed - stored - failed };
}
