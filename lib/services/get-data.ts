import type { Store } from "@/lib/store/client";
import {
  countFilingsByMonth,
  edgarPeriods,
  type FilingCount,
  failuresByCode,
  latestFailures,
  latestRuns,
  ledgerAge,
} from "@/lib/store/coverage/read-coverage";
import { queueState } from "@/lib/store/edgar/edgar-queue";
import { readDataVersion } from "@/lib/store/ledger-state";
import { newestKnownAt } from "@/lib/store/read-market";
import { ledgerCounts } from "./market/ledger-counts";
import { endOfDay } from "./parties/issuer-filings";

/** Filings of one quarter. */
export interface QuarterCount {
  /** `2018q4`; null: no source dates the filings. */
  quarter: string | null;
  filings: number;
  rows: number;
  /** Filings by form as filed (`4`, `4/A`, …). */
  byForm: Record<string, number>;
  /** Ownership filings that EDGAR's data set of the quarter lists; null where it was not read. */
  listed: number | null;
}

export interface LedgerDataView {
  dataVersion: number;
  /**
   * `YYYY-MM-DD`: the filings of this ledger that were public by the end of that day; null: now. What could not be read, the
   * queue and the runs are told for now only: they are not of any day of the market.
   */
  asOf: string | null;
  counts: { filings: number; issuers: number; insiders: number; failed: number | null };
  /** Known-at of the newest filing. */
  through: string | null;
  /** When an ingest changed the data last. */
  changedAt: string | null;
  /** Issuers whose derived results lag behind their filings. */
  stale: number;
  /** Newest first. */
  quarters: QuarterCount[];
  forms: string[];
  /** Filings by the source that gave their rows. */
  sources: { format: string; filings: number; rows: number; undated: number }[];
  failures: {
    byCode: { code: string; count: number }[];
    latest: Awaited<ReturnType<typeof latestFailures>>;
  };
  queue: { waiting: number; failed: Record<string, number> };
  /** Data sets and daily indexes that were asked for and did not come. */
  missed: Awaited<ReturnType<typeof edgarPeriods>>;
  runs: Awaited<ReturnType<typeof latestRuns>>;
}

const LATEST = 100;
const RUNS = 10;

/** What the ledger holds, from where, how new it is, and what could not be read. */
export async function getData(store: Store, asOf: string | null = null): Promise<LedgerDataView> {
  const { db } = store;
  const dataVersion = await readDataVersion(db);
  const until = asOf === null ? null : endOfDay(asOf);
  const months = await countFilingsByMonth(store, until);
  const periods = await edgarPeriods(db);
  const listed = new Map(
    periods
      .filter(({ kind, status }) => kind === "dataset" && status === "done")
      .map((one) => [one.period, one.listed]),
  );
  return {
    dataVersion,
    asOf,
    counts: await ledgerCounts(store, dataVersion, until),
    through: await newestKnownAt(db, until),
    ...(await ledgerAge(db)),
    quarters: quartersOf(months, asOf === null ? listed : new Map()),
    forms: [...new Set(months.map((month) => month.documentType))].sort(),
    sources: sourcesOf(months),
    failures: { byCode: await failuresByCode(db), latest: await latestFailures(db, LATEST) },
    queue: await queueState(db),
    missed: periods.filter((period) => period.status !== "done").slice(0, LATEST),
    runs: await latestRuns(db, RUNS),
  };
}

function quarterOf(month: string): string {
  return `${month.slice(0, 4)}q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

function quartersOf(months: readonly FilingCount[], listed: ReadonlyMap<string, number>): QuarterCount[] {
  const quarters = new Map<string | null, QuarterCount>();
  for (const name of listed.keys()) quarters.set(name, emptyQuarter(name, listed));
  for (const { month, documentType, filings, rows } of months) {
    const name = month === null ? null : quarterOf(month);
    const quarter = quarters.get(name) ?? emptyQuarter(name, listed);
    quarters.set(name, quarter);
    quarter.filings += filings;
    quarter.rows += rows;
    quarter.byForm[documentType] = (quarter.byForm[documentType] ?? 0) + filings;
  }
  return [...quarters.values()].sort((a, b) => ((a.quarter ?? "") < (b.quarter ?? "") ? 1 : -1));
}

function emptyQuarter(name: string | null, listed: ReadonlyMap<string, number>): QuarterCount {
  return { quarter: name, filings: 0, rows: 0, byForm: {}, listed: name === null ? null : (listed.get(name) ?? null) };
}

function sourcesOf(months: readonly FilingCount[]): LedgerDataView["sources"] {
  const sources = new Map<string, LedgerDataView["sources"][number]>();
  for (const { format, filings, rows, dated } of months) {
    const source = sources.get(format) ?? { format, filings: 0, rows: 0, undated: 0 };
    sources.set(format, source);
    source.filings += filings;
    source.rows += rows;
    source.undated += filings - dated;
  }
  return [...sources.values()].sort((a, b) => b.filings - a.filings);
}
