"use client";

import { formatMoneyShort, formatPrice } from "@/lib/format/numbers";
import { FluidPlot } from "../plot/fluid-plot";
import { useMarks } from "../plot/use-marks";
import { type Domain, heightScale } from "../scales/linear";
import { DragSelection } from "../zoom/drag-selection";
import { useDragSelect } from "../zoom/use-drag-select";
import type { TimelinePlan } from "./plan-timeline";
import { PriceLine } from "./price/price-line";
import { closeRange } from "./price/price-path";
import type { TimelineMeasure } from "./timeline-mark";
import { axisOf, LANE_ROW, placeOf, TimelineMarks } from "./timeline-marks";
import { TimelineTip } from "./timeline-tip";

interface TimelinePlotProps {
  plan: TimelinePlan;
  measure: TimelineMeasure;
  height: number;
  label: string;
  /** Called with the days that a drag across the plot chose. */
  onDays?: (days: Domain) => void;
}

/** Pixels of the price line’s own room, where the plot's axis is no price. */
export const PRICE_ROOM = 64;

/** Pixels that the first trade of a narrow plot may stick out on the left. */
const REACH = 10;

/** The axis is a root: what is written on it is the money. */
function writeValue(root: number): string {
  return formatMoneyShort(root * root);
}

export function TimelinePlot({ plan, measure, height, label, onDays }: TimelinePlotProps) {
  const marks = useMarks();
  const drag = useDragSelect(plan.days, onDays);
  const lane = plan.lane.length === 0 ? 0 : plan.lane.length * LANE_ROW + 8;
  const hasPriceRoom = measure === "value" && plan.closes.length > 1;
  const point = marks.active === null ? undefined : plan.points[marks.active];
  return (
    <FluidPlot
      label={label}
      height={height}
      x={plan.days}
      y={plan.y}
      yTicks={plan.yTicks}
      writeY={measure === "value" ? writeValue : formatPrice}
      xTicks={plan.dayTicks}
      reach={measure === "value" ? REACH : 0}
      below={lane + (hasPriceRoom ? PRICE_ROOM : 0)}
      ground={drag.ground}
      overlay={(scales) => (
        <>
          <DragSelection shares={drag.shares} bottom={scales.bottom} />
          {point === undefined ? null : (
            <TimelineTip mark={point.mark} {...placeOf(point, axisOf(measure, scales), scales)} />
          )}
        </>
      )}
    >
      {(scales) => (
        <>
          {hasPriceRoom ? <PriceRoom plan={plan} top={scales.bottom + lane} /> : null}
          {measure === "price" ? (
            <PriceLine closes={plan.closes} x={plan.days} y={scales.y} height={scales.bottom} />
          ) : null}
          <TimelineMarks plan={plan} measure={measure} scales={scales} marks={marks} />
        </>
      )}
    </FluidPlot>
  );
}

/** The price line below the trades, on the same days. */
function PriceRoom({ plan, top }: { plan: TimelinePlan; top: number }) {
  const range = closeRange(plan.closes);
  if (range === null) return null;
  const y = heightScale(range, 10, PRICE_ROOM - 8);
  return (
    <svg y={top} width="100%" height={PRICE_ROOM} overflow="visible" aria-hidden="true">
      <line x1="0" x2="100%" y1="2" y2="2" stroke="var(--rule)" />
      {[...new Set(range)].map((close) => (
        <text key={close} x={-8} y={y(close) + 4} textAnchor="end" fontSize={11} fill="var(--ink-3)">
          {formatPrice(close)}
        </text>
      ))}
      <PriceLine closes={plan.closes} x={plan.days} y={y} height={PRICE_ROOM} />
    </svg>
  );
}
