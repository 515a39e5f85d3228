"use client";

import type { ReactNode } from "react";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatMonth } from "@/lib/format/dates";
import { formatMoney, formatMoneyChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { ChartSource } from "../export/chart-source";
import { ChartFrame } from "../frame/chart-frame";
import { Legend } from "../frame/legend";
import { PlotEmpty } from "../frame/plot-room";
import { Hatch } from "./hatch";
import { type MonthAmounts, type MonthBar, netOf, planMonths } from "./plan-months";

interface MonthlyFrameProps {
  months: readonly MonthAmounts[];
  /** The last day that the ledger knows of, `YYYY-MM-DD`: no month after it is drawn. */
  day: string | null;
  height: number;
  source?: ChartSource;
  /** Draws the bars; `label` is the plot's accessible name. */
  plot: (bars: readonly MonthBar[], label: string) => ReactNode;
}

/** Purchases and sales of each month in dollars: their sentence, legend and table, round whatever draws the bars. */
export function MonthlyFrame({ months, day, height, source, plot }: MonthlyFrameProps) {
  const bars = planMonths(months, day);
  const active = months.filter((month) => month.transactions > 0);
  const summary = monthlySummary(active);
  return (
    <ChartFrame
      name="Net activity by month"
      summary={summary}
      height={height}
      legend={bars.length === 0 ? null : <Legend items={LEGEND} />}
      twinLabel={countOf(active.length, "month")}
      twin={() => <MonthlyTwin months={active} />}
      twinRows={active.length}
      source={bars.length === 0 ? undefined : source}
    >
      {bars.length === 0 ? (
        <PlotEmpty words="No open-market trade to draw." />
      ) : (
        plot(bars, `Net activity by month. ${summary}`)
      )}
    </ChartFrame>
  );
}

function monthlySummary(months: readonly MonthAmounts[]): string {
  if (months.length === 0) return "No open-market purchase or sale.";
  const whole = { buys: sumOf(months, "buys"), sales: sumOf(months, "sales") };
  return `Purchases ${formatMoney(whole.buys)}, sales ${formatMoney(whole.sales)}, net ${formatMoneyChange(netOf(whole))} in ${countOf(months.length, "month")} with trades${unpricedWords(months)}.`;
}

/** Of the months where a figure is known; null where months have trades of the side and none is valued. */
function sumOf(months: readonly MonthAmounts[], side: "buys" | "sales"): number | null {
  const isUnknown = months.some((month) => month[side] === null) && !months.some((month) => (month[side] ?? 0) > 0);
  return isUnknown ? null : months.reduce((total, month) => total + (month[side] ?? 0), 0);
}

function unpricedWords(months: readonly MonthAmounts[]): string {
  const unvalued = months.reduce((sum, month) => sum + (month.unvalued ?? 0), 0);
  return unvalued === 0 ? "" : `; ${countOf(unvalued, "row")} without a value in no sum`;
}

const LEGEND = [
  { mark: <Swatch fill="var(--buy)" />, label: "purchases" },
  { mark: <Swatch fill="var(--sale)" />, label: "sales" },
  { mark: <Swatch fill="url(#hatch-legend)" stroke="var(--sale)" />, label: "hatched: planned (10b5-1)" },
];

function Swatch({ fill, stroke }: { fill: string; stroke?: string }) {
  return (
    <svg width="12" height="12" aria-hidden="true" className="shrink-0">
      {stroke === undefined ? null : <Hatch id="hatch-legend" colour={stroke} />}
      <rect x="0.5" y="0.5" width="11" height="11" fill={fill} stroke={stroke} />
    </svg>
  );
}

function MonthlyTwin({ months }: { months: readonly MonthAmounts[] }) {
  return (
    <StackedTable
      label="Net activity by month as a table"
      head={
        <>
          <Head>Month</Head>
          <Head isNumber>Purchases</Head>
          <Head isNumber>of it planned</Head>
          <Head isNumber>Sales</Head>
          <Head isNumber>of it planned</Head>
          <Head isNumber>Net</Head>
          <Head isNumber>Rows</Head>
          <Head isNumber>of them without value</Head>
        </>
      }
    >
      {months.map((month) => (
        <Row key={month.month}>
          <Cell at="first">{formatMonth(month.month)}</Cell>
          <Cell isNumber name="purchases">
            {formatMoney(month.buys)}
          </Cell>
          <Cell isNumber name="of it planned">
            {formatMoney(month.plannedBuys)}
          </Cell>
          <Cell isNumber name="sales">
            {formatMoney(month.sales)}
          </Cell>
          <Cell isNumber name="of it planned">
            {formatMoney(month.plannedSales)}
          </Cell>
          <Cell isNumber at="first end" name="net">
            {formatMoneyChange(netOf(month))}
          </Cell>
          <Cell isNumber name="rows">
            {month.transactions}
          </Cell>
          <Cell isNumber name="without value">
            {month.unvalued}
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}
