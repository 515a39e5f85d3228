import { binMarks } from "@/components/charts/timeline/bin-marks";
import { type PackedMarks, packMarks } from "@/components/charts/timeline/pack-marks";
import { timelineSummary } from "@/components/charts/timeline/timeline-words";
import { type PackedRows, packRows } from "@/components/data-table/pack-rows";
import { type EvidenceFigure, evidenceOf } from "@/components/evidence/evidence-figure";
import { addressOf, indexRows, type RowIndex } from "@/components/evidence/row-index";
import type { RowSort } from "@/lib/search-params/party-query";
import type { ActivityView, MonthView, TotalsView } from "@/lib/services/views/shapes/activity";
import type { RowRef } from "@/lib/services/views/shapes/cited-figure";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";
import type { IssuerView } from "@/lib/services/views/shapes/party";
import type { RowView } from "@/lib/services/views/shapes/row";
import { type RowsPage, rowsPage } from "./table/rows-page";
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

/** What a page shows of a set of rows: everything counted over all of them, and one page of the rows themselves. */
export interface Activity extends RowsPage, Pick<ActivityView, "codes" | "range" | "codeCounts" | "span"> {
  totals: ActivityTotals;
  lastTrade: string | null;
  months: MonthView[];
  /** The last day that the page knows of: its charts draw none after it. */
  day: string | null;
  /** Closes to draw beside the marks, with what they are; absent where none were imported. */
  prices?: IssuerView["prices"];
  pricesNote?: string;
  marks: PackedMarks;
  summary: string;
  undated: number;
}

/** An activity as a page carries it to the browser. */
export interface GivenActivity extends Omit<Activity, "rows"> {
  rows: PackedRows<RowView>;
}

export function givenActivity(activity: Activity): GivenActivity {
  return { ...activity, rows: packRows(activity.rows) };
}

interface ActivitySource extends ActivityView, Pick<IssuerView, "day" | "prices" | "pricesNote"> {
  episodes: EpisodeView[];
  lastTrade: string | null;
}

/** The order of the rows, and which stretch of them. */
interface RowsAsked {
  sort: RowSort | null;
  page: number;
}

/** An issuer's or insider's view, reduced to what its page draws. Every count is over all rows. */
export function activityOf(
  view: ActivitySource,
  subject: "insider" | "issuer",
  { sort, page }: RowsAsked = { sort: null, page: 1 },
): Activity {
  const rows = indexRows(view.rows);
  const { marks, undated } = timelineMarks(view.rows, view.episodes, subject);
  return {
    codes: view.codes,
    range: view.range,
    codeCounts: view.codeCounts,
    span: view.span,
    totals: totalsOf(view.totals, rows),
    lastTrade: view.lastTrade,
    months: view.months,
    day: view.day,
    ...(view.prices === undefined ? {} : { prices: view.prices, pricesNote: view.pricesNote }),
    marks: packMarks(binMarks(marks)),
    summary: timelineSummary(marks),
    undated,
    ...rowsPage(view.rows, sort, page),
  };
}

function totalsOf(totals: TotalsView, rows: RowIndex): ActivityTotals {
  return {
    net: evidenceOf(totals.net, rows),
    buys: evidenceOf(totals.buys, rows),
    sales: evidenceOf(totals.sales, rows),
    buyers: totals.buyers,
    sellers: totals.sellers,
    plannedSales: plannedSales(totals.sales.rows, rows),
  };
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
