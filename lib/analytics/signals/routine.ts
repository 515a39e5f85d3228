import { monthOf, yearOf } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText } from "@/lib/analytics/rows/filing-order";
import { tradesOf } from "@/lib/analytics/values";

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
  const traders = new Map<string, Trader>();
  for (const row of tradesOf(rows)) if (row.tradeDate !== null) addTrade(traders, row, yearOf(row.tradeDate));
  return [...traders.values()]
    .flatMap(verdictsOf)
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.cik, b.cik) || a.year - b.year);
}

/** One insider's trades of one issuer's stock, by year. */
interface Trader {
  issuerCik: string;
  cik: string;
  byYear: Map<number, FiledRow[]>;
}

function addTrade(traders: Map<string, Trader>, row: FiledRow, year: number): void {
  const { issuerCik, owners } = row.filing;
  const ciks = owners.map((owner) => owner.cik);
  for (const cik of ciks.length < 2 ? ciks : new Set(ciks)) {
    const key = `${issuerCik} ${cik}`;
    const trader = traders.get(key) ?? { issuerCik, cik, byYear: new Map<number, FiledRow[]>() };
    if (trader.byYear.size === 0) traders.set(key, trader);
    const own = trader.byYear.get(year);
    if (own === undefined) trader.byYear.set(year, [row]);
    else own.push(row);
  }
}

function verdictsOf({ issuerCik, cik, byYear }: Trader): RoutineVerdict[] {
  return [...byYear].map(([year, own]) => {
    const before = [1, 2, 3].map((back) => byYear.get(year - back) ?? []);
    const traded = before.every((of) => of.length > 0);
    const shared = traded ? monthsInAll(before) : [];
    return {
      issuerCik,
      cik,
      year,
      class: !traded ? "unclassified" : shared.length > 0 ? "routine" : "opportunistic",
      months: shared,
      evidence: before.flat(),
      rows: own,
    };
  });
}

function monthsInAll(years: readonly (readonly FiledRow[])[]): number[] {
  const months = years.map((of) => new Set(of.map((row) => monthOf(row.tradeDate ?? ""))));
  return [...(months[0] ?? [])].filter((month) => months.every((set) => set.has(month))).sort((a, b) => a - b);
}
