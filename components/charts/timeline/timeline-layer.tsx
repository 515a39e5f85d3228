import type { KeyboardEvent, SyntheticEvent } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { RowLink } from "@/components/links/ledger-link";
import { rowPath } from "@/lib/paths";
import { Glyph } from "../glyphs/glyph";
import { MARK_COLOURS } from "../glyphs/plan-shape";
import type { TimelinePlan, TimelinePoint } from "./plan-timeline";
import { letterOf, type TimelineMeasure } from "./timeline-mark";
import { markWords } from "./timeline-words";

export const LANE_ROW = 16;

export interface ActiveMark {
  index: number;
  x: number;
  y: number;
}

interface TimelineLayerProps {
  plan: TimelinePlan;
  measure: TimelineMeasure;
  active: ActiveMark | null;
  onActive: (active: ActiveMark | null) => void;
}

/** The marks themselves, placed by the chart's own scales. One tab stop; arrow keys walk through time. */
export function TimelineLayer({ plan, measure, active, onActive }: TimelineLayerProps) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const area = usePlotArea();
  if (scaleX === undefined || scaleY === undefined || area === undefined) return null;

  const bottom = area.y + area.height;
  const axis = measure === "value" ? (scaleY(0) ?? bottom) : bottom;
  const places = plan.points.map((point) => placeOf(point, axis, bottom, scaleX, scaleY));

  const activate = (event: SyntheticEvent) => {
    const index = indexOf(event.target);
    const place = index === null ? undefined : places[index];
    onActive(index === null || place === undefined ? null : { index, ...place });
  };
  const walk = (event: KeyboardEvent<SVGGElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const from = indexOf(event.target);
    if (event.key === "Escape") onActive(null);
    if (step === undefined || from === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<SVGAElement>(`[data-index="${from + step}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: events of the links inside are handled once, here
    <g onPointerOver={activate} onPointerLeave={() => onActive(null)} onFocus={activate} onKeyDown={walk}>
      <line x1={area.x} x2={area.x + area.width} y1={axis} y2={axis} stroke="var(--rule-strong)" />
      {plan.joins.map(([from, to]) => {
        const [a, b] = [places[from], places[to]];
        if (a === undefined || b === undefined) return null;
        return (
          <line key={`${from}-${to}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke="var(--ink-3)" strokeWidth={0.75} />
        );
      })}
      {measure === "price"
        ? plan.points.map((point) => <Band key={point.mark.id} point={point} x={scaleX} y={scaleY} />)
        : null}
      {plan.points.map((point, index) => (
        <g key={point.mark.id} transform={`translate(${places[index]?.x ?? 0} ${places[index]?.y ?? 0})`}>
          <RowLink
            href={rowPath(point.mark.id)}
            className="mark"
            data-index={index}
            data-active={active?.index === index ? "" : undefined}
            tabIndex={index === (active?.index ?? 0) ? 0 : -1}
            aria-label={markWords(point.mark)}
          >
            <circle
              r={Math.max(9, Math.sqrt(point.area) * 0.75)}
              className="mark-ring"
              fill="transparent"
              stroke="none"
            />
            <Glyph
              shape={point.shape}
              plan={point.plan}
              area={point.area}
              letter={letterOf(point.mark)}
              isOutline={point.place === "no-amount"}
            />
          </RowLink>
        </g>
      ))}
    </g>
  );
}

type Scale = (value: unknown) => number | undefined;

function placeOf(point: TimelinePoint, axis: number, bottom: number, x: Scale, y: Scale): { x: number; y: number } {
  const left = x(point.day) ?? 0;
  switch (point.place) {
    case "amount":
      return { x: left, y: y(point.y) ?? axis };
    case "axis":
      return { x: left, y: axis };
    case "no-amount":
      return { x: left, y: axis + (point.shape === "sale" && axis < bottom ? 16 : -16) };
    case "lane":
      return { x: left, y: bottom + 14 + point.stack * LANE_ROW };
  }
}

/** A price range from a footnote: a bar from low to high, and a tick at the average that was reported. */
function Band({ point, x, y }: { point: TimelinePoint; x: Scale; y: Scale }) {
  const { band } = point.mark;
  if (band === null || point.place !== "amount") return null;
  const [left, low, high, average] = [x(point.day), y(band.low), y(band.high), y(point.y)];
  if (left === undefined || low === undefined || high === undefined || average === undefined) return null;
  const colour = MARK_COLOURS[point.shape];
  return (
    <g stroke={colour}>
      <path d={`M${left} ${high}V${low}M${left - 4} ${high}h8M${left - 4} ${low}h8`} strokeWidth={1.5} fill="none" />
      <path d={`M${left - 12} ${average}h24`} strokeWidth={1} />
    </g>
  );
}

function indexOf(target: EventTarget): number | null {
  const link = target instanceof Element ? target.closest("[data-index]") : null;
  return link === null ? null : Number(link.getAttribute("data-index"));
}
