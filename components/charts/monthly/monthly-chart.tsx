"use client";

import dynamic from "next/dynamic";
import { TableScroll } from "@/components/ui/table-scroll";
import { formatMonth } from "@/lib/format/dates";
import { formatMoney, formatMoneyChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { ChartFrame } from "../frame/chart-frame";
import { Legend } from "../frame/legend";
import { PlotEmpty, PlotRoom } from "../frame/plot-room";
import { Hatch } from "./hatch";
import { type MonthAmounts, planMonths } from "./plan-months";

const MonthlyPlot = dynamic(() => import("./monthly-plot").then((module) => module.MonthlyPlot), {
  ssr: false,
  loading: PlotRoom,
});

interface MonthlyChartProps {
  months: readonly MonthAmounts[];
  height?: number;
}

/** Purchases and sales of each month in dollars, the planned part hatched. */
export function MonthlyChart({ months, height = 200 }: MonthlyChartProps) {
  const bars = planMonths(months);
  const active = months.filter((month) => month.transactions > 0);
  const summary = monthlySummary(active);
  return (
    <ChartFrame
      summary={summary}
      height={height}
      legend={bars.length === 0 ? null : <Legend items={LEGEND} />}
      twinLabel={countOf(active.length, "month")}
      twin={() => <MonthlyTwin months={active} />}
      twinRows={active.length}
    >
      {bars.length === 0 ? (
        <PlotEmpty words="No open-market trade to draw." />
      ) : (
        <MonthlyPlot bars={bars} height={height} label={`Net activity by month. ${summary}`} />
      )}
    </ChartFrame>
  );
}

function monthlySummary(months: readonly MonthAmounts[]): string {
  const sum = (of: (month: MonthAmounts) => number) => months.reduce((total, month) => total + of(month), 0);
  if (months.length === 0) return "No open-market purchase or sale.";
  const [buys, sales] = [sum((month) => month.buys), sum((month) => month.sales)];
  return `Purchases ${formatMoney(buys)}, sales ${formatMoney(sales)}, net ${formatMoneyChange(buys - sales)} in ${countOf(months.length, "month")} with trades.`;
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
    <TableScroll label="Net activity by month as a table">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className="num">
              Purchases
            </th>
            <th scope="col" className="num">
              of it planned
            </th>
            <th scope="col" className="num">
              Sales
            </th>
            <th scope="col" className="num">
              of it planned
            </th>
            <th scope="col" className="num">
              Net
            </th>
            <th scope="col" className="num">
              Rows
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <td>{formatMonth(month.month)}</td>
              <td className="num">{formatMoney(month.buys)}</td>
              <td className="num">{formatMoney(month.plannedBuys)}</td>
              <td className="num">{formatMoney(month.sales)}</td>
              <td className="num">{formatMoney(month.plannedSales)}</td>
              <td className="num">{formatMoneyChange(month.buys - month.sales)}</td>
              <td className="num">{month.transactions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
