"use client";

import { useState } from "react";
import { CartesianGrid, ResponsiveContainer, ScatterChart, XAxis, YAxis } from "recharts";
import { formatDate } from "@/lib/format/dates";
import { formatMoneyShort, formatShares, formatSharesChange } from "@/lib/format/numbers";
import type { HoldingLine } from "./holding-line";
import { type ActivePoint, HoldingsLayer } from "./holdings-layer";
import { balanceWords, gapWords, isExplained } from "./holdings-words";
import type { HoldingsAxis, HoldingsPlan } from "./plan-holdings";

interface HoldingsPlotProps {
  plan: HoldingsPlan;
  axis: HoldingsAxis;
  group: HoldingLine["group"];
  height: number;
  label: string;
}

const TICK = { fill: "var(--ink-3)", fontSize: 11 };

export function HoldingsPlot({ plan, axis, group, height, label }: HoldingsPlotProps) {
  const [active, setActive] = useState<ActivePoint | null>(null);
  const labels = new Map(plan.xTicks.map((tick) => [tick.day, tick.label]));
  return (
    <>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 800, height }}>
        <ScatterChart
          accessibilityLayer={false}
          role="group"
          aria-label={label}
          margin={{ top: 10, right: 12, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis
            type="number"
            dataKey="x"
            domain={plan.x}
            ticks={plan.xTicks.map((tick) => tick.day)}
            tickFormatter={(day: number) => labels.get(day) ?? ""}
            interval="equidistantPreserveStart"
            height={36}
            tick={axis === "time" ? TICK : false}
            tickLine={false}
            axisLine={{ stroke: "var(--rule-strong)" }}
            allowDataOverflow
          />
          <YAxis
            type="number"
            dataKey="balance"
            domain={plan.y}
            ticks={plan.yTicks}
            tickFormatter={group === "dollars" ? formatMoneyShort : formatShares}
            width={64}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            interval={0}
            allowDataOverflow
          />
          <HoldingsLayer plan={plan} axis={axis} active={active} onActive={setActive} />
        </ScatterChart>
      </ResponsiveContainer>
      {active === null ? null : <HoldingTip plan={plan} active={active} group={group} />}
    </>
  );
}

function HoldingTip({ plan, active, group }: { plan: HoldingsPlan; active: ActivePoint; group: HoldingLine["group"] }) {
  const found = plan.lines
    .flatMap(({ line, placed }) => placed.map(({ point }) => ({ line, point })))
    .find(({ point }) => point.id === active.id);
  if (found === undefined) return null;
  const { line, point } = found;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 w-max max-w-64 rounded-[3px] border border-rule-strong bg-raised px-3 py-2 text-xs leading-[17px] text-ink-2 shadow-[0_4px_16px_var(--shadow)]"
      style={{ left: `clamp(0px, ${active.x + 14}px, calc(100% - 13rem))`, top: Math.max(0, active.y - 20) }}
    >
      <p className="font-medium text-ink">{balanceWords(point.balance, group)}</p>
      <p>
        {formatDate(point.date)} · {line.label}
      </p>
      {point.change === null ? null : (
        <p>
          {formatSharesChange(point.change)}
          {point.code === null ? "" : ` by ${point.code}`}
        </p>
      )}
      {point.residual === 0 ? null : (
        <p className={isExplained(point) ? "" : "text-flag"}>
          ! {formatSharesChange(point.residual)} {gapWords(point)}
          {point.gap == null ? "" : "; opens the ledger audit"}
        </p>
      )}
    </div>
  );
}
