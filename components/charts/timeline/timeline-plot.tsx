"use client";

import { useState } from "react";
import { CartesianGrid, ResponsiveContainer, ScatterChart, XAxis, YAxis } from "recharts";
import { formatMoneyShort, formatPrice } from "@/lib/format/numbers";
import type { TimelinePlan } from "./plan-timeline";
import { type ActiveMark, LANE_ROW, TimelineLayer } from "./timeline-layer";
import type { TimelineMeasure } from "./timeline-mark";
import { TimelineTip } from "./timeline-tip";

interface TimelinePlotProps {
  plan: TimelinePlan;
  measure: TimelineMeasure;
  height: number;
  label: string;
}

const TICK = { fill: "var(--ink-3)", fontSize: 11 };

/** The axis is a root: what is written on it is the money. */
function writeValue(root: number): string {
  return formatMoneyShort(root * root);
}

export function TimelinePlot({ plan, measure, height, label }: TimelinePlotProps) {
  const [active, setActive] = useState<ActiveMark | null>(null);
  const lane = plan.laneRows === 0 ? 0 : plan.laneRows * LANE_ROW + 8;
  const labels = new Map(plan.dayTicks.map((tick) => [tick.day, tick.label]));
  const point = active === null ? undefined : plan.points[active.index];
  return (
    <>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 800, height }}>
        <ScatterChart
          accessibilityLayer={false}
          role="group"
          aria-label={label}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis
            type="number"
            dataKey="day"
            domain={plan.days}
            ticks={plan.dayTicks.map((tick) => tick.day)}
            tickFormatter={(day: number) => labels.get(day) ?? ""}
            interval="equidistantPreserveStart"
            height={26 + lane}
            tickMargin={6 + lane}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            allowDataOverflow
          />
          <YAxis
            type="number"
            dataKey="y"
            domain={plan.y}
            ticks={plan.yTicks}
            tickFormatter={measure === "value" ? writeValue : formatPrice}
            width={54}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            interval={0}
            allowDataOverflow
          />
          <TimelineLayer plan={plan} measure={measure} active={active} onActive={setActive} />
        </ScatterChart>
      </ResponsiveContainer>
      {active === null || point === undefined ? null : <TimelineTip mark={point.mark} x={active.x} y={active.y} />}
    </>
  );
}
