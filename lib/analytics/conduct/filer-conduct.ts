import { type Reporter, reportersOf } from "@/lib/analytics/rows/by-person";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText, rowsInOrder } from "@/lib/analytics/rows/filing-order";
import { roundTo } from "@/lib/analytics/sums";
import { filingLateness, type Lateness } from "@/lib/analytics/timeliness/lateness";
import { dollarsOf, tradeSide } from "@/lib/analytics/values";
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
  return reportersOf(filings)
    .map((reporter) => conductOf(reporter, options))
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik));
}

function conductOf({ issuerCik, cik, filings, owners }: Reporter, options: ConductOptions): FilerConduct {
  const trades = rowsInOrder(tradesOf(filings));
  const { late, lateUnlessDeemed, notAssessed, assessed, latest } = latenessOf(filings);
  const on = (side: "buy" | "sale") => trades.filter((row) => tradeSide(row).side === side && row.tradeDate !== null);
  return {
    issuerCik,
    cik,
    name: owners.at(-1)?.name ?? null,
    filings: filings.length,
    late: share(late, assessed),
    lateUnlessDeemed,
    latest,
    notAssessed,
    amendments: share(
      filings.filter((filing) => filing.isAmendment),
      filings,
    ),
    missingPrices: share(
      trades.filter((row) => dollarsOf(row) === null),
      trades,
    ),
    habits: [...habitsOf(on("buy"), options.asOf ?? null), ...habitsOf(on("sale"), options.asOf ?? null)],
  };
}

function tradesOf(filings: readonly FilingFacts[]): FiledRow[] {
  const trades: FiledRow[] = [];
  for (const { rows } of filings) for (const row of rows) if (tradeSide(row).side !== null) trades.push(row);
  return trades;
}

function share<T>(part: readonly T[], whole: readonly T[]): Share<T> {
  return { part, whole, share: whole.length === 0 ? null : roundTo(part.length / whole.length, 6) };
}

type Latenesses = Pick<FilerConduct, "lateUnlessDeemed" | "latest" | "notAssessed"> &
  Readonly<Record<"late" | "assessed", readonly FilingFacts[]>>;

/** The filings by how late they were. */
function latenessOf(filings: readonly FilingFacts[]): Latenesses {
  const late: FilingFacts[] = [];
  const lateUnlessDeemed: FilingFacts[] = [];
  const notAssessed: FilingFacts[] = [];
  const assessed: FilingFacts[] = [];
  let latest: FilerConduct["latest"] = null;
  for (const filing of filings) {
    const lateness = filingLateness(filing).worst;
    if (lateness.status === "not assessed") {
      notAssessed.push(filing);
      continue;
    }
    assessed.push(filing);
    if (lateness.status === "late unless deemed") lateUnlessDeemed.push(filing);
    if (lateness.status !== "late") continue;
    late.push(filing);
    if ((lateness.late ?? 0) > (latest?.lateness.late ?? 0)) latest = { filing, lateness };
  }
  return { late, lateUnlessDeemed, notAssessed, assessed, latest };
}
