import { RowLink } from "@/components/links/ledger-link";
import { rowPath } from "@/lib/paths";
import { Glyph } from "../glyphs/glyph";
import { MARK_COLOURS } from "../glyphs/plan-shape";
import type { PlotScales } from "../plot/fluid-plot";
import { Place } from "../plot/place";
import type { useMarks } from "../plot/use-marks";
import type { TimelinePlan, TimelinePoint } from "./plan-timeline";
import type { TimelineMeasure } from "./timeline-mark";
import { markWords } from "./timeline-words";

/** Pixels of a row of letters below the plot. */
export const LANE_ROW = 14;

interface TimelineMarksProps {
  plan: TimelinePlan;
  measure: TimelineMeasure;
  scales: PlotScales;
  marks: ReturnType<typeof useMarks>;
}

/** The marks themselves. One tab stop; arrow keys walk through time. */
export function TimelineMarks({ plan, measure, scales, marks: { active, handlers } }: TimelineMarksProps) {
  const axis = axisOf(measure, scales);
  const places = plan.points.map((point) => placeOf(point, axis, scales));
  return (
    <g {...handlers}>
      <line x1="0" x2="100%" y1={axis} y2={axis} stroke="var(--rule-strong)" />
      {plan.lane.map((letter, row) => (
        <LaneRow key={letter} letter={letter} y={laneY(scales, row)} />
      ))}
      {plan.joins.map(([from, to]) => {
        const [a, b] = [places[from], places[to]];
        if (a === undefined || b === undefined) return null;
        return (
          <line key={`${from}-${to}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke="var(--ink-3)" strokeWidth={0.75} />
        );
      })}
      {measure === "price"
        ? plan.points.map((point) => <Band key={point.mark.id} point={point} scales={scales} />)
        : null}
      {plan.points.map((point, index) => (
        <Place key={point.mark.id} x={places[index]?.x} y={places[index]?.y}>
          <RowLink
            href={rowPath(point.mark.id)}
            className="mark"
            data-index={index}
            data-active={active === index ? "" : undefined}
            tabIndex={index === (active ?? 0) ? 0 : -1}
            aria-label={markWords(point.mark)}
          >
            <circle r={ringOf(point)} className="mark-ring" fill="transparent" />
            <Glyph shape={point.shape} plan={point.plan} area={point.area} isOutline={point.place === "no-amount"} />
          </RowLink>
        </Place>
      ))}
    </g>
  );
}

/** Pixels from the top to the axis that exercises stand on. */
export function axisOf(measure: TimelineMeasure, { y, bottom }: PlotScales): number {
  return measure === "value" ? y(0) : bottom;
}

export function placeOf(point: TimelinePoint, axis: number, { x, y, bottom }: PlotScales): { x: string; y: number } {
  const left = x(point.day);
  switch (point.place) {
    case "amount":
      return { x: left, y: y(point.y) };
    case "axis":
      return { x: left, y: axis };
    case "no-amount":
      return { x: left, y: axis + (point.shape === "sale" && axis < bottom ? 16 : -16) };
    case "lane":
      return { x: left, y: laneY({ bottom }, point.row) };
  }
}

function laneY({ bottom }: Pick<PlotScales, "bottom">, row: number): number {
  return bottom + 12 + row * LANE_ROW;
}

/** A row of the lane: its letter on the left, and the line that its ticks stand on. */
function LaneRow({ letter, y }: { letter: string; y: number }) {
  return (
    <>
      <line x1="0" x2="100%" y1={y} y2={y} stroke="var(--rule)" />
      <text x={-8} y={y + 3.5} textAnchor="end" fontSize={11} fontFamily="var(--font-mono)" fill="var(--neutral)">
        {letter}
      </text>
    </>
  );
}

function ringOf({ area }: TimelinePoint): number {
  if (area === 0) return 7;
  return Math.round(Math.max(9, Math.sqrt(area) * 0.75) * 10) / 10;
}

/** A price range from a footnote: a bar from low to high, and a tick at the average that was reported. */
function Band({ point, scales: { x, y } }: { point: TimelinePoint; scales: PlotScales }) {
  const { band } = point.mark;
  if (band === null || point.place !== "amount") return null;
  const [low, high, average] = [y(band.low), y(band.high), y(point.y)];
  return (
    <svg x={x(point.day)} overflow="visible" stroke={MARK_COLOURS[point.shape]} fill="none" aria-hidden="true">
      <path d={`M0 ${high}V${low}M-4 ${high}h8M-4 ${low}h8`} strokeWidth={1.5} />
      <path d={`M-12 ${average}h24`} />
    </svg>
  );
}
