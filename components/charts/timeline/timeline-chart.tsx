"use client";

import { countOf } from "@/lib/format/words";
import type { DayRange } from "@/lib/search-params/day-range";
import type { ChartSource } from "../export/chart-source";
import { ChartFrame } from "../frame/chart-frame";
import { PlotEmpty } from "../frame/plot-room";
import { Segmented } from "../frame/segmented";
import { dayOf } from "../scales/days";
import type { Domain } from "../scales/linear";
import { BrushStrip } from "../zoom/brush-strip";
import { snapDays } from "../zoom/snap-days";
import { spanDomain, type TimeSpan } from "../zoom/time-span";
import { ZoomBar } from "../zoom/zoom-bar";
import { planTimeline } from "./plan-timeline";
import type { PriceClose } from "./price/price-path";
import { TimelineLegend } from "./timeline-legend";
import type { TimelineMark, TimelineMeasure } from "./timeline-mark";
import { PRICE_ROOM, TimelinePlot } from "./timeline-plot";
import { TimelineTwin } from "./timeline-twin";

interface TimelineChartProps {
  marks: readonly TimelineMark[];
  height?: number;
  /** What the y axis measures. */
  measure: TimelineMeasure;
  onMeasure: (measure: TimelineMeasure) => void;
  /** The sentence on all trades; the marks may be sums of them already. */
  summary: string;
  /** Daily closes, and what they are. */
  closes?: readonly PriceClose[];
  closesNote?: string;
  /** All that can be zoomed into, the days shown of it, and how others are chosen. */
  span: TimeSpan | null;
  range: DayRange;
  onRange: (range: DayRange, how: "push" | "replace") => void;
  source: ChartSource;
  /** Says why there is nothing, where there is nothing. */
  empty: string;
}

const MEASURES = [
  { value: "value", label: "by value" },
  { value: "price", label: "by price" },
] as const;

/** Trades through time: purchases up, sales down, exercises on the axis, everything else by its letter. */
export function TimelineChart(props: TimelineChartProps) {
  const { marks, measure, summary, closes = [], closesNote, span, range, onRange, source, empty } = props;
  const height = (props.height ?? 320) + (closes.length > 1 ? PRICE_ROOM : 0);
  const plan = planTimeline(marks, { measure, days: daysShown(range, span), closes });
  const isBinned = plan?.isBinned === true || marks.some((mark) => mark.count !== undefined);
  return (
    <ChartFrame
      name="Timeline"
      summary={isBinned ? `${summary} Close trades are drawn as their sum.` : summary}
      height={height}
      controls={<Segmented label="Vertical axis" options={MEASURES} value={measure} onChange={props.onMeasure} />}
      below={
        span === null || span.from === span.to ? null : (
          <>
            <BrushStrip span={span} range={range} onRange={onRange} />
            <ZoomBar span={span} range={range} />
          </>
        )
      }
      legend={plan === null ? null : <TimelineLegend plan={plan} measure={measure} closesNote={closesNote} />}
      twinLabel={countOf(marks.length, "row")}
      twin={() => <TimelineTwin marks={marks} />}
      twinRows={marks.length}
      source={plan === null ? undefined : source}
    >
      {plan === null ? (
        <PlotEmpty words={empty} />
      ) : (
        <TimelinePlot
          plan={plan}
          measure={measure}
          height={height}
          label={`Timeline. ${summary}`}
          onDays={(days) => onRange(rangeOf(days, plan.days), "push")}
        />
      )}
    </ChartFrame>
  );
}

/** The axis of a range: its own days, open ends closed by the span; null where nothing is chosen. */
function daysShown({ from, to }: DayRange, span: TimeSpan | null): Domain | null {
  if ((from === null && to === null) || span === null) return null;
  const whole = spanDomain(span);
  const days: Domain = [from === null ? whole[0] : dayOf(from), to === null ? whole[1] : dayOf(to) + 1];
  return days[1] > days[0] ? days : null;
}

function rangeOf(days: Domain, axis: Domain): DayRange {
  const [from, to] = snapDays(days, axis);
  return { from, to };
}
