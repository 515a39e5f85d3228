import type { FiledRow, FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { compareText, filingsInOrder, groupBy, rowsInOrder } from "@/lib/analytics/rows/filing-order";
import { roundTo } from "@/lib/analytics/sums";
import { filingLateness, type Lateness } from "@/lib/analytics/timeliness/lateness";
import { rowValue, tradeSide } from "@/lib/analytics/values";
import { type Habit, habitsOf } from "./habits";

/** A part of a whole, both listed; null share when the whole is empty. */
export interface Share<T> {
  part: readonly T[];
  whole: readonly T[];
  share: number | null;
}

/** How one owner files on one issuer: facts, no judgement. */
export interface FilerConduct {
  issuerCik: string;
  cik: string;
  name: string | null;
  filings: number;
  /** Filings with a late row, of those whose lateness could be assessed. */
  late: Share<FilingFacts>;
  /** Planned filings that are late unless their execution date was deemed: not among the late. */
  lateUnlessDeemed: readonly FilingFacts[];
  /** The latest filing by business days past due. */
  latest: { filing: FilingFacts; lateness: Lateness } | null;
  notAssessed: readonly FilingFacts[];
  /** Amendments, of all filings. */
  amendments: Share<FilingFacts>;
  /** P and S rows without a value (no price or no shares), of all P and S rows. */
  missingPrices: Share<FiledRow>;
  habits: readonly Habit[];
}

export interface ConductOptions {
  /** Calendar date by which a habit's next time must have come; no clock is read. */
  asOf?: string | null;
}

/** Conduct of every owner on every issuer. Pass all filings known, amendments included. */
export function filerConduct(filings: readonly FilingFacts[], options: ConductOptions = {}): FilerConduct[] {
  const reports: Report[] = [];
  for (const filing of filingsInOrder(filings)) {
    const lateness = filingLateness(filing).worst;
    for (const owner of filing.owners) reports.push({ filing, owner, lateness });
  }
  const filers = groupBy(reports, ({ filing, owner }) => `${filing.issuerCik} ${owner.cik}`);
  return [...filers.values()]
    .map((of) => conductOf(of, options))
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik));
}

/** One owner on one filing, and how late the filing was. */
interface Report {
  filing: FilingFacts;
  owner: FilingOwner;
  lateness: Lateness;
}

function conductOf(reports: readonly Report[], options: ConductOptions): FilerConduct {
  const filings = reports.map(({ filing }) => filing);
  const trades = rowsInOrder(tradesOf(filings));
  return {
    issuerCik: filings[0]?.issuerCik ?? "",
    cik: reports[0]?.owner.cik ?? "",
    name: reports.at(-1)?.owner.name ?? null,
    filings: filings.length,
    late: share(filingsThatAre("late", reports), assessedOf(reports)),
    lateUnlessDeemed: filingsThatAre("late unless deemed", reports),
    latest: latestOf(reports),
    notAssessed: filingsThatAre("not assessed", reports),
    amendments: share(
      filings.filter((filing) => filing.isAmendment),
      filings,
    ),
    missingPrices: share(
      trades.filter((row) => rowValue(row).value === null),
      trades,
    ),
    habits: (["buy", "sale"] as const).flatMap((side) =>
      habitsOf(
        trades.filter((row) => tradeSide(row).side === side && row.tradeDate !== null),
        options.asOf ?? null,
      ),
    ),
  };
}

function tradesOf(filings: readonly FilingFacts[]): FiledRow[] {
  const trades: FiledRow[] = [];
  for (const { rows } of filings) for (const row of rows) if (tradeSide(row).side !== null) trades.push(row);
  return trades;
}

function filingsThatAre(status: Lateness["status"], reports: readonly Report[]): FilingFacts[] {
  return reports.filter(({ lateness }) => lateness.status === status).map(({ filing }) => filing);
}

function assessedOf(reports: readonly Report[]): FilingFacts[] {
  return reports.filter(({ lateness }) => lateness.status !== "not assessed").map(({ filing }) => filing);
}

function share<T>(part: readonly T[], whole: readonly T[]): Share<T> {
  return { part, whole, share: whole.length === 0 ? null : roundTo(part.length / whole.length, 6) };
}

function latestOf(reports: readonly Report[]): FilerConduct["latest"] {
  let latest: FilerConduct["latest"] = null;
  for (const { filing, lateness } of reports) {
    if (lateness.status !== "late" || (lateness.late ?? 0) <= (latest?.lateness.late ?? 0)) continue;
    latest = { filing, lateness };
  }
  return latest;
}
