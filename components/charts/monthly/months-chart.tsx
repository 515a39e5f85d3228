"use client";

import type { ChartSource } from "../export/chart-source";
import { MonthBars, type MonthLink } from "./month-bars";
import { MonthlyFrame } from "./monthly-frame";
import type { MonthAmounts } from "./plan-months";

interface MonthsChartProps {
  months: readonly MonthAmounts[];
  day: string | null;
  /** Where a month's bars lead: to its trades. */
  monthLink: MonthLink;
  source: ChartSource;
  height?: number;
}

/** The months of one party, drawn with the page's HTML; each leads to its own trades. */
export function MonthsChart({ months, day, monthLink, source, height = 210 }: MonthsChartProps) {
  return (
    <MonthlyFrame
      months={months}
      day={day}
      height={height}
      source={source}
      plot={(bars, label) => <MonthBars bars={bars} height={height} label={label} monthLink={monthLink} />}
    />
  );
}
