"use client";

import type { HTMLAttributes, ReactNode } from "react";
import type { DayTick } from "../scales/day-ticks";
import { across, type Domain, heightScale, shareOf } from "../scales/linear";

export interface PlotScales {
  /** `43.21%` of the plot's width. */
  x: (value: number) => string;
  /** Pixels from the top. */
  y: (value: number) => number;
  /** Pixels from the top to the plot's ends. */
  top: number;
  bottom: number;
}

interface FluidPlotProps {
  label: string;
  height: number;
  x: Domain;
  y: Domain;
  yTicks: readonly number[];
  writeY: (value: number) => string;
  xTicks: readonly DayTick[];
  /** Pixels on the left for the amounts, and below for dates and whatever else stands there. */
  gutter?: number;
  below?: number;
  /** Pixels that marks stick out on the left, which the amounts leave free. */
  reach?: number;
  children: (scales: PlotScales) => ReactNode;
  /** HTML over the plot, in its own width: a tip, a selection. */
  overlay?: (scales: PlotScales) => ReactNode;
  /** What the plot's own ground listens to. */
  ground?: HTMLAttributes<HTMLDivElement>;
}

const TOP = 10;
const DATE_ROOM = 26;

/**
 * Axes and room of a plot that fits any width without being measured: places across are parts of the width, places up are
 * pixels. So the server draws it whole, and nothing moves when the browser takes over.
 */
export function FluidPlot({
  label,
  height,
  x,
  y,
  yTicks,
  writeY,
  xTicks,
  children,
  overlay,
  ground,
  ...room
}: FluidPlotProps) {
  const { gutter = 54, below = 0, reach = 0 } = room;
  const bottom = height - DATE_ROOM - below;
  const scaleY = heightScale(y, TOP, bottom);
  const scales = { x: (value: number) => across(x, value), y: scaleY, top: TOP, bottom };
  return (
    <div className="@container relative mr-3" style={{ height, marginLeft: gutter }} data-gutter={gutter} {...ground}>
      {/* biome-ignore lint/a11y/useSemanticElements: a chart is a group of links */}
      <svg width="100%" height={height} overflow="visible" role="group" aria-label={label} className="block">
        <g fill="var(--ink-3)" fontSize={11}>
          {yTicks.map((tick) => (
            <g key={tick}>
              <line x1="0" x2="100%" y1={scaleY(tick)} y2={scaleY(tick)} stroke="var(--rule)" />
              <text x={-8 - reach} y={scaleY(tick) + 4} textAnchor="end">
                {writeY(tick)}
              </text>
            </g>
          ))}
          {xTicks.map(({ day, label: words }, index) => (
            <text
              key={day}
              x={across(x, day)}
              y={height - 8}
              textAnchor={anchorAt(shareOf(x, day))}
              className={index % 2 === 1 ? "@max-lg:hidden" : undefined}
            >
              {words}
            </text>
          ))}
        </g>
        {children(scales)}
      </svg>
      {overlay?.(scales)}
    </div>
  );
}

/** Labels at the ends stay inside the page. */
function anchorAt(share: number): "start" | "middle" | "end" {
  if (share < 3) return "start";
  return share > 95 ? "end" : "middle";
}
