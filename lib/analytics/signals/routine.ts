import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { tradeSide } from "@/lib/analytics/values";

export type RoutineClass = "routine" | "opportunistic" | "unclassified";

/** How an insider trades an issuer's stock in a year, judged by the three years before it. */
export interface RoutineVerdict {
  issuerCik: string;
  cik: string;
  year: number;
  class: RoutineClass;
  /** Calendar months (1 to 12) with a trade in each of the three years; empty unless routine. */
  months: readonly number[];
  /** Trades of the three years before: the evidence. */
  evidence: readonly FiledRow[];
  /** Trades of the year itself. */
  rows: readonly FiledRow[];
}

/**
 * Routine or opportunistic (Cohen, Malloy, Pomorski 2012), for every insider, issuer and year with a trade. For year Y only
 * Y−1, Y−2 and Y−3 count: a trade in each, and some calendar month with a trade in all three → routine, else opportunistic;
 * otherwise unclassified.
 */
export function routineVerdicts(rows: readonly FiledRow[]): RoutineVerdict[] {
  const trades = rows.filter((row) => row.tradeDate !== null && tradeSide(row).side !== null);
  const pairs = trades.flatMap((row) =>
    [...new Set(row.filing.owners.map((owner) => owner.cik))].map((cik) => ({ cik, row })),
  );
  const traders = groupBy(pairs, ({ cik, row }) => `${row.filing.issuerCik} ${cik}`);
  return [...traders.values()]
    .flatMap((of) =>
      verdictsOf(
        of[0]?.cik ?? "",
        of.map(({ row }) => row),
      ),
    )
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik) || a.year - b.year);
}

function verdictsOf(cik: string, rows: readonly FiledRow[]): RoutineVerdict[] {
  const byYear = groupBy(rows, (row) => (row.tradeDate ?? "").slice(0, 4));
  return [...byYear].map(([text, own]) => {
    const year = Number(text);
    const before = [1, 2, 3].map((back) => byYear.get(String(year - back)) ?? []);
    const months = before.map((of) => new Set(of.map(monthOf)));
    const shared = [...(months[0] ?? [])]
      .filter((month) => months.every((set) => set.has(month)))
      .sort((a, b) => a - b);
    const traded = before.every((of) => of.length > 0);
    return {
      issuerCik: own[0]?.filing.issuerCik ?? "",
      cik,
      year,
      class: !traded ? "unclassified" : shared.length > 0 ? "routine" : "opportunistic",
      months: traded ? shared : [],
      evidence: before.flat(),
      rows: own,
    };
  });
}

function monthOf(row: FiledRow): number {
  return Number((row.tradeDate ?? "").slice(5, 7));
}
