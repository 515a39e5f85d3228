"use client";

import { countOf } from "@/lib/format/words";
import type { ChartSource } from "../export/chart-source";
import { ChartFrame } from "../frame/chart-frame";
import { PlotEmpty } from "../frame/plot-room";
import { Segmented } from "../frame/segmented";
import type { HoldingLine } from "./holding-line";
import { HoldingsLegend, StackLegend } from "./holdings-legend";
import { HoldingsPlot } from "./holdings-plot";
import { HoldingsTwin } from "./holdings-twin";
import { holdingsSummary, stackSummary } from "./holdings-words";
import { bestAxis, type HoldingsAxis, planHoldings } from "./plan-holdings";
import { planStack, securitiesOf } from "./stack/plan-stack";
import { StackPlot } from "./stack/stack-plot";

/** How holdings are drawn: each line by the calendar, each line row by row, or people stacked. */
export type HoldingsView = HoldingsAxis | "people";

interface HoldingsChartProps {
  /** Lines of one group: they share an axis. */
  lines: readonly HoldingLine[];
  /** Null: what suits the lines. */
  view: HoldingsView | null;
  onView: (view: HoldingsView) => void;
  /** The security that is stacked; null: the one of most shares. */
  security: string | null;
  onSecurity: (security: string) => void;
  name: string;
  source: ChartSource;
  height?: number;
}

const VIEWS = [
  { value: "time", label: "lines by date" },
  { value: "row", label: "row by row" },
] as const;

const PEOPLE = { value: "people", label: "stacked by person" } as const;

/** Reported balances as steps; nothing between two reports is made up. */
export function HoldingsChart({
  lines,
  view: asked,
  onView,
  height = 240,
  name,
  source,
  ...stacked
}: HoldingsChartProps) {
  const isStackable = lines[0]?.group === "shares" && new Set(lines.map((line) => line.person)).size > 1;
  const suited = asked === "people" && !isStackable ? null : asked;
  const view = suited ?? bestAxis(lines);
  const options = isStackable ? [...VIEWS, PEOPLE] : VIEWS;
  const controls = <Segmented label="How holdings are drawn" options={options} value={view} onChange={onView} />;
  const points = lines.reduce((sum, line) => sum + line.points.length, 0);
  const frame = {
    name,
    height,
    controls,
    twinLabel: countOf(points, "reported balance"),
    twin: () => <HoldingsTwin lines={lines} />,
    twinRows: points,
  };
  if (view === "people") return <StackFrame lines={lines} frame={frame} source={source} {...stacked} />;
  const plan = planHoldings(lines, view);
  const summary = holdingsSummary(lines);
  return (
    <ChartFrame
      {...frame}
      summary={summary}
      source={plan === null ? undefined : source}
      legend={plan === null ? null : <HoldingsLegend plan={plan} />}
    >
      {plan === null ? (
        <PlotEmpty words="No reported balance to draw." />
      ) : (
        <HoldingsPlot
          plan={plan}
          axis={view}
          group={lines[0]?.group ?? "shares"}
          height={height}
          label={`Holdings. ${summary}`}
        />
      )}
    </ChartFrame>
  );
}

interface StackFrameProps extends Pick<HoldingsChartProps, "lines" | "security" | "onSecurity" | "source"> {
  frame: Omit<Parameters<typeof ChartFrame>[0], "summary" | "children" | "legend" | "source">;
}

function StackFrame({ lines, security: asked, onSecurity, frame, source }: StackFrameProps) {
  const securities = securitiesOf(lines);
  const security = securities.find((title) => title === asked) ?? securities[0] ?? "";
  const plan = planStack(lines, security);
  const summary = plan === null ? "No dated balance." : stackSummary(plan);
  const choice = securities.slice(0, 5).map((title) => ({ value: title, label: title }));
  return (
    <ChartFrame
      {...frame}
      summary={summary}
      source={plan === null ? undefined : source}
      controls={
        <>
          {choice.length > 1 ? (
            <Segmented label="Security" options={choice} value={security} onChange={onSecurity} />
          ) : null}
          {frame.controls}
        </>
      }
      legend={plan === null ? null : <StackLegend plan={plan} />}
    >
      {plan === null ? (
        <PlotEmpty words="No dated balance to draw." />
      ) : (
        <StackPlot plan={plan} height={frame.height} label={`Holdings. ${summary}`} />
      )}
    </ChartFrame>
  );
}
