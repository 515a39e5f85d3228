"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { countOf } from "@/lib/format/words";
import { ChartFrame } from "../frame/chart-frame";
import { PlotEmpty, PlotRoom } from "../frame/plot-room";
import { Segmented } from "../frame/segmented";
import { planTimeline } from "./plan-timeline";
import { TimelineLegend } from "./timeline-legend";
import type { TimelineMark, TimelineMeasure } from "./timeline-mark";
import { TimelineTwin } from "./timeline-twin";
import { timelineSummary } from "./timeline-words";

const TimelinePlot = dynamic(() => import("./timeline-plot").then((module) => module.TimelinePlot), {
  ssr: false,
  loading: PlotRoom,
});

interface TimelineChartProps {
  marks: readonly TimelineMark[];
  height?: number;
  /** What the y axis measures at first. */
  measure?: TimelineMeasure;
  /** The sentence on all trades, where the marks are sums of them already. */
  summary?: string;
  /** Says why there is nothing, where there is nothing. */
  empty?: string;
}

const MEASURES = [
  { value: "value", label: "by value" },
  { value: "price", label: "by price" },
] as const;

/** Trades through time: purchases up, sales down, exercises on the axis, everything else by its letter. */
export function TimelineChart({
  marks,
  height = 320,
  measure: first = "value",
  summary: given,
  empty = "No trades.",
}: TimelineChartProps) {
  const [measure, setMeasure] = useState<TimelineMeasure>(first);
  const plan = planTimeline(marks, measure);
  const summary = given ?? timelineSummary(marks);
  return (
    <ChartFrame
      summary={
        plan?.isBinned === true || marks.some((mark) => mark.count !== undefined)
          ? `${summary} Close trades are drawn as their sum.`
          : summary
      }
      height={height}
      controls={<Segmented label="Vertical axis" options={MEASURES} value={measure} onChange={setMeasure} />}
      legend={plan === null ? null : <TimelineLegend plan={plan} measure={measure} />}
      twinLabel={countOf(marks.length, "row")}
      twin={() => <TimelineTwin marks={marks} />}
      twinRows={marks.length}
    >
      {plan === null ? (
        <PlotEmpty words={empty} />
      ) : (
        <TimelinePlot plan={plan} measure={measure} height={height} label={`Timeline. ${summary}`} />
      )}
    </ChartFrame>
  );
}
