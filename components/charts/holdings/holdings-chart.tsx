"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { countOf } from "@/lib/format/words";
import { ChartFrame } from "../frame/chart-frame";
import { Legend } from "../frame/legend";
import { PlotEmpty, PlotRoom } from "../frame/plot-room";
import { Segmented } from "../frame/segmented";
import type { HoldingLine } from "./holding-line";
import { HoldingsTwin } from "./holdings-twin";
import { holdingsSummary } from "./holdings-words";
import { lineStyle } from "./line-style";
import { bestAxis, type HoldingsAxis, planHoldings } from "./plan-holdings";

const HoldingsPlot = dynamic(() => import("./holdings-plot").then((module) => module.HoldingsPlot), {
  ssr: false,
  loading: PlotRoom,
});

interface HoldingsChartProps {
  /** Lines of one group: they share an axis. */
  lines: readonly HoldingLine[];
  height?: number;
}

const AXES = [
  { value: "time", label: "by date" },
  { value: "row", label: "row by row" },
] as const;

/** Reported balances as steps; nothing between two reports is made up. */
export function HoldingsChart({ lines, height = 240 }: HoldingsChartProps) {
  const [axis, setAxis] = useState<HoldingsAxis>(() => bestAxis(lines));
  const plan = planHoldings(lines, axis);
  const summary = holdingsSummary(lines);
  const hasGaps = lines.some((line) => line.points.some((point) => point.residual !== 0));
  const group = lines[0]?.group ?? "shares";
  const points = lines.reduce((sum, line) => sum + line.points.length, 0);
  return (
    <ChartFrame
      summary={summary}
      height={height}
      controls={<Segmented label="Horizontal axis" options={AXES} value={axis} onChange={setAxis} />}
      legend={
        plan === null ? null : (
          <Legend
            items={[
              ...plan.lines.map(({ line }, index) => ({
                id: line.key,
                mark: <LineSample index={index} />,
                label: line.label,
              })),
              ...(hasGaps
                ? [{ mark: <GapSample />, label: "gap: the rows before do not lead there; opens the ledger audit" }]
                : []),
              ...(plan.startsAtZero ? [] : [{ mark: null, label: "vertical axis does not start at 0" }]),
              ...(plan.leftOut === 0
                ? []
                : [{ mark: null, label: `${countOf(plan.leftOut, "more line")} in the table` }]),
            ]}
          />
        )
      }
      twinLabel={countOf(points, "reported balance")}
      twin={() => <HoldingsTwin lines={lines} />}
      twinRows={points}
    >
      {plan === null ? (
        <PlotEmpty words="No reported balance to draw." />
      ) : (
        <HoldingsPlot plan={plan} axis={axis} group={group} height={height} label={`Holdings. ${summary}`} />
      )}
    </ChartFrame>
  );
}

function LineSample({ index }: { index: number }) {
  const { stroke, dash } = lineStyle(index);
  return (
    <svg width="22" height="10" aria-hidden="true" className="shrink-0">
      <path d="M0 7H11V3H22" fill="none" stroke={stroke} strokeWidth="1.5" strokeDasharray={dash} />
    </svg>
  );
}

function GapSample() {
  return (
    <svg width="12" height="10" aria-hidden="true" className="shrink-0">
      <path d="M1 2 6 8 11 2Z" fill="none" stroke="var(--flag)" strokeWidth="1.5" />
    </svg>
  );
}
