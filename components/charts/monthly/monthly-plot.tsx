"use client";

import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatMoneyShort } from "@/lib/format/numbers";
import { linearTicks } from "../scales/amount-ticks";
import { dayTicks } from "../scales/day-ticks";
import { dateOfDay, dayOf } from "../scales/days";
import { Hatch } from "./hatch";
import { MonthWords } from "./month-words";
import { amountDomain, type MonthBar } from "./plan-months";

interface MonthlyPlotProps {
  bars: readonly MonthBar[];
  height: number;
  label: string;
}

const TICK = { fill: "var(--ink-3)", fontSize: 11 };

export function MonthlyPlot({ bars, height, label }: MonthlyPlotProps) {
  const domain = amountDomain(bars);
  const labels = monthLabels(bars);
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 600, height }}>
      <BarChart
        data={[...bars]}
        stackOffset="sign"
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        barCategoryGap={bars.length > 60 ? 1 : "22%"}
        aria-label={label}
      >
        <Hatch id="hatch-buy" colour="var(--buy)" />
        <Hatch id="hatch-sale" colour="var(--sale)" />
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis
          dataKey="month"
          ticks={[...labels.keys()]}
          tickFormatter={(month: string) => labels.get(month) ?? ""}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
          height={26}
        />
        <YAxis
          domain={[...domain]}
          ticks={linearTicks(domain[0], domain[1], 4)}
          tickFormatter={formatMoneyShort}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={54}
        />
        <ReferenceLine y={0} stroke="var(--rule-strong)" />
        <Tooltip cursor={{ fill: "var(--paper-3)", fillOpacity: 0.6 }} content={MonthTip} isAnimationActive={false} />
        <Bar dataKey="otherBuys" stackId="net" fill="var(--buy)" maxBarSize={26} isAnimationActive={false} />
        <Bar
          dataKey="buysPlanned"
          stackId="net"
          fill="url(#hatch-buy)"
          stroke="var(--buy)"
          maxBarSize={26}
          isAnimationActive={false}
        />
        <Bar dataKey="otherSales" stackId="net" fill="var(--sale)" maxBarSize={26} isAnimationActive={false} />
        <Bar
          dataKey="salesPlanned"
          stackId="net"
          fill="url(#hatch-sale)"
          stroke="var(--sale)"
          maxBarSize={26}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** Round months and years, as on every other axis of time. */
function monthLabels(bars: readonly MonthBar[]): Map<string, string> {
  const [first, last] = [bars[0]?.month, bars.at(-1)?.month];
  if (first === undefined || last === undefined) return new Map();
  const ticks = dayTicks([dayOf(`${first}-01`), dayOf(`${last}-01`)], MOST_LABELS);
  return new Map(ticks.map(({ day, label }) => [dateOfDay(day).slice(0, 7), label]));
}

const MOST_LABELS = 12;

interface MonthTipProps {
  active?: boolean;
  payload?: ReadonlyArray<{ payload?: MonthBar }>;
}

function MonthTip({ active, payload }: MonthTipProps) {
  const bar = payload?.[0]?.payload;
  if (active !== true || bar === undefined) return null;
  return (
    <div className="rounded-[3px] border border-rule-strong bg-raised px-3 py-2 text-xs leading-[17px] text-ink-2 shadow-[0_4px_16px_var(--shadow)]">
      <MonthWords bar={bar} />
    </div>
  );
}
