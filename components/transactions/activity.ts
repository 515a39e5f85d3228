import { binMarks } from "@/components/charts/timeline/bin-marks";
import { type PackedMarks, packMarks } from "@/components/charts/timeline/pack-marks";
import { timelineSummary } from "@/components/charts/timeline/timeline-words";
import { type EvidenceFigure, evidenceOf } from "@/components/evidence/evidence-figure";
import { addressOf, indexRows, type RowIndex } from "@/components/evidence/row-index";
import type { EpisodeView, IssuerView, MonthView, RowRef, RowView, TotalsView } from "@/lib/services/views";
import { timelineMarks } from "./timeline-marks";

/** Dollars of the sales by what their rows say of a plan. */
export interface PlannedSales {
  planned: number;
  notPlanned: number;
  notReported: number;
}

/** Totals with the evidence that their panels show. */
export interface ActivityTotals {
  net: EvidenceFigure;
  buys: EvidenceFigure;
  sales: EvidenceFigure;
  buyers: number;
  sellers: number;
  plannedSales: PlannedSales;
}

/** What a page shows of a set of rows: everything counted over all of them, the rows themselves as far as a page needs. */
export interface Activity {
  codes: string[];
  codeCounts: { code: string; count: number }[];
  totals: ActivityTotals;
  lastTrade: string | null;
  months: MonthView[];
  /** Closes to draw beside the marks, with what they are; absent where none were imported. */
  prices?: IssuerView["prices"];
  pricesNote?: string;
  marks: PackedMarks;
  summary: string;
  undated: number;
  rowCount: number;
  /** The newest rows; all of them where they are few. */
  rows: RowView[];
}

/** Rows that a page carries at once; the rest is asked for when it is wanted. */
export const FIRST_ROWS = 60;

interface ActivitySource {
  rows: RowView[];
  totals: TotalsView;
  episodes: EpisodeView[];
  lastTrade: string | null;
  codes?: string[];
  codeCounts?: { code: string; count: number }[];
  months?: MonthView[];
  prices?: IssuerView["prices"];
  pricesNote?: string;
}

/** An issuer's or insider's view, reduced to what its page draws. Every count is over all rows. */
export function activityOf(view: ActivitySource, subject: "insider" | "issuer"): Activity {
  const rows = indexRows(view.rows);
  const { marks, undated } = timelineMarks(view.rows, view.episodes, subject);
  return {
    codes: view.codes ?? [],
    codeCounts: view.codeCounts ?? [],
    totals: totalsOf(view.totals, rows),
    lastTrade: view.lastTrade,
    months: view.months ?? [],
    ...(view.prices === undefined ? {} : { prices: view.prices, pricesNote: view.pricesNote }),
    marks: packMarks(binMarks(marks)),
    summary: timelineSummary(marks),
    undated,
    rowCount: view.rows.length,
    rows: view.rows.slice(0, FIRST_ROWS),
  };
}

function totalsOf(totals: TotalsView, rows: RowIndex): ActivityTotals {
  return {
    net: evidenceOf(totals.net, rows),
    buys: evidenceOf(totals.buys, rows),
    sales: evidenceOf(totals.sales, rows),
    buyers: people(totals.buys.rows, rows),
    sellers: people(totals.sales.rows, rows),
    plannedSales: plannedSales(totals.sales.rows, rows),
  };
}

function people(refs: readonly RowRef[], rows: RowIndex): number {
  return new Set(refs.flatMap((ref) => rows.get(addressOf(ref))?.owners.map((owner) => owner.cik) ?? [])).size;
}

function plannedSales(refs: readonly RowRef[], rows: RowIndex): PlannedSales {
  const sales = refs.flatMap((ref) => rows.get(addressOf(ref)) ?? []);
  const dollars = (planned: boolean | null) =>
    sales
      .filter((row) => row.plan.planned === planned)
      .map((row) => row.value ?? 0)
      .reduce((sum, value) => sum + value, 0);
  return { planned: dollars(true), notPlanned: dollars(false), notReported: dollars(null) };
}
