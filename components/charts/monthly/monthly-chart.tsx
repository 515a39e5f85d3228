"use client";

import dynamic from "next/dynamic";
import { PlotRoom } from "../frame/plot-room";
import { MonthlyFrame } from "./monthly-frame";
import type { MonthAmounts } from "./plan-months";

const MonthlyPlot = dynamic(() => import("./monthly-plot").then((module) => module.MonthlyPlot), {
  ssr: false,
  loading: PlotRoom,
});

interface MonthlyChartProps {
  months: readonly MonthAmounts[];
  day: string | null;
  height?: number;
}

/** The months of many issuers, where they lead nowhere closer: bars by Recharts. */
export function MonthlyChart({ months, day, height = 200 }: MonthlyChartProps) {
  return (
    <MonthlyFrame
      months={months}
      day={day}
      height={height}
      plot={(bars, label) => <MonthlyPlot bars={bars} height={height} label={label} />}
    />
  );
}
