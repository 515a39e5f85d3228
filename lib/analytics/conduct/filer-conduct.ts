import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
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
  const reports = filingsInOrder(filings).flatMap((filing) => filing.owners.map((owner) => ({ filing, owner })));
  const filers = groupBy(reports, ({ filing, owner }) => `${filing.issuerCik} ${owner.cik}`);
  const lateness = new Map(filings.map((filing) => [filing.filingId, filingLateness(filing).worst]));
  return [...filers.values()]
    .map((of) =>
      conductOf(
        of.at(-1)?.owner.name ?? null,
        of[0]?.owner.cik ?? "",
        of.map(({ filing }) => filing),
        lateness,
        options,
      ),
    )
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik));
}

function conductOf(
  name: string | null,
  cik: string,
  filings: readonly FilingFacts[],
  lateness: ReadonlyMap<string, Lateness>,
  options: ConductOptions,
): FilerConduct {
  const of = (filing: FilingFacts) => lateness.get(filing.filingId);
  const is = (status: Lateness["status"]) => filings.filter((filing) => of(filing)?.status === status);
  const assessed = filings.filter((filing) => of(filing)?.status !== "not assessed");
  const trades = rowsInOrder(filings.flatMap((filing) => filing.rows.filter((row) => tradeSide(row).side !== null)));
  return {
    issuerCik: filings[0]?.issuerCik ?? "",
    cik,
    name,
    filings: filings.length,
    late: share(is("late"), assessed),
    lateUnlessDeemed: is("late unless deemed"),
    latest: latestOf(filings, lateness),
    notAssessed: is("not assessed"),
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

function share<T>(part: readonly T[], whole: readonly T[]): Share<T> {
  return { part, whole, share: whole.length === 0 ? null : roundTo(part.length / whole.length, 6) };
}

function latestOf(filings: readonly FilingFacts[], lateness: ReadonlyMap<string, Lateness>): FilerConduct["latest"] {
  let latest: FilerConduct["latest"] = null;
  for (const filing of filings) {
    const found = lateness.get(filing.filingId);
    if (found?.status !== "late" || (found.late ?? 0) <= (latest?.lateness.late ?? 0)) continue;
    latest = { filing, lateness: found };
  }
  return latest;
}
