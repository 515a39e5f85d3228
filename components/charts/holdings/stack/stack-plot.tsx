"use client";

import { formatShares, formatSharesShort } from "@/lib/format/numbers";
import { FluidPlot } from "../../plot/fluid-plot";
import { StretchedPath, WIDE } from "../../plot/stretched-path";
import { shareOf } from "../../scales/linear";
import { daysOf, type StackPlan, sharesAt } from "./plan-stack";

interface StackPlotProps {
  plan: StackPlan;
  height: number;
  label: string;
}

/** Fills from dark to light: neighbours are told apart by lightness and by their edge, and each has its number. */
export function stackFill(index: number): string {
  return `color-mix(in oklab, var(--accent) ${[70, 34, 54, 20, 42, 12][index] ?? 12}%, var(--paper))`;
}

/** People's balances on top of one another, in steps; the first person is the lowest. */
export function StackPlot({ plan, height, label }: StackPlotProps) {
  const days = daysOf(plan.layers).filter((day) => day <= plan.x[1]);
  const wide = (day: number) => Math.round((shareOf(plan.x, day) / 100) * WIDE);
  return (
    <FluidPlot
      label={label}
      height={height}
      gutter={64}
      x={plan.x}
      y={plan.y}
      yTicks={plan.yTicks}
      writeY={formatSharesShort}
      xTicks={plan.xTicks}
    >
      {({ y, bottom }) => {
        const floors = new Map(days.map((day) => [day, 0]));
        let endFloor = 0;
        return (
          <>
            {plan.layers.map((layer, index) => {
              const edges = days.map((day) => {
                const low = floors.get(day) ?? 0;
                const high = low + sharesAt(layer, day);
                floors.set(day, high);
                return { at: wide(day), low: y(low), high: y(high) };
              });
              const middle = y(endFloor + layer.last / 2);
              const thickness = y(endFloor) - y(endFloor + layer.last);
              endFloor += layer.last;
              return (
                <g key={layer.person}>
                  <title>{`${layer.person}: ${formatShares(layer.last)} last reported`}</title>
                  <StretchedPath
                    d={areaPath(edges)}
                    height={bottom}
                    fill={stackFill(index)}
                    stroke="var(--ink-2)"
                    strokeWidth={0.75}
                  />
                  {thickness < 13 ? null : (
                    <text x="99%" y={middle + 4} textAnchor="end" fontSize={11} fontWeight={600} fill="var(--ink)">
                      {index + 1}
                    </text>
                  )}
                </g>
              );
            })}
            <line x1="0" x2="100%" y1={bottom} y2={bottom} stroke="var(--rule-strong)" />
          </>
        );
      }}
    </FluidPlot>
  );
}

interface Edge {
  at: number;
  low: number;
  high: number;
}

/** Along the top from the first day to the end, back along the floor; both in steps. */
function areaPath(edges: readonly Edge[]): string {
  const [first] = edges;
  if (first === undefined) return "";
  const top = edges.map(({ at, high }) => `H${at}V${high}`).join("");
  const floor = edges
    .toReversed()
    .map(({ at, low }) => `V${low}H${at}`)
    .join("");
  return `M${first.at} ${first.low}${top}H${WIDE}${floor}Z`;
}
