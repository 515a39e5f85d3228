"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { formatDate } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import type { DayRange } from "@/lib/search-params/day-range";
import { dateOfDay, dayOf } from "../scales/days";
import { shareOf } from "../scales/linear";
import { dragWindow, type Grip, gripAt } from "./drag-window";
import { keyStep } from "./key-step";
import { SpanBars } from "./span-bars";
import { spanDomain, spanEnds, type TimeSpan } from "./time-span";

interface BrushStripProps {
  span: TimeSpan;
  range: DayRange;
  /** `replace`: a step of the keyboard, one of many. */
  onRange: (range: DayRange, how: "push" | "replace") => void;
}

/** The whole span with a window on it: drag the window, either end, or a new one; arrow keys move an end by months. */
export function BrushStrip({ span, range, onRange }: BrushStripProps) {
  const [dragged, setDragged] = useState<DayRange | null>(null);
  const grip = useRef<Grip | null>(null);
  const axis = spanDomain(span);
  const ends = spanEnds(span);
  const shown = dragged ?? range;
  const [from, to] = [shown.from ?? ends[0], shown.to ?? ends[1]];
  const dayAt = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return axis[0] + ((event.clientX - box.left) / box.width) * (axis[1] - axis[0]);
  };
  const start = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const perPixel = (axis[1] - axis[0]) / event.currentTarget.getBoundingClientRect().width;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = gripAt(dayAt(event), [dayOf(from), dayOf(to) + 1], axis, perPixel);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current !== null) setDragged(dragWindow(grip.current, dayAt(event), axis));
  };
  const end = () => {
    if (dragged !== null) onRange(dragged, "push");
    grip.current = null;
    setDragged(null);
  };
  const step = (end: "from" | "to") => (event: KeyboardEvent) => {
    const next = keyStep(event.key, end, { from, to }, ends);
    if (next === null) return;
    event.preventDefault();
    onRange(next, "replace");
  };
  // Days in the address may lie past the strip, whose window then shrinks to that end.
  const within = (day: number) => Math.min(Math.max(day, axis[0]), axis[1]);
  const [left, right] = [shareOf(axis, within(dayOf(from))), shareOf(axis, within(dayOf(to) + 1))];
  return (
    <div
      className="no-print relative mt-1 mr-3 h-9 cursor-crosshair touch-pan-y border-b border-rule-strong"
      style={{ marginLeft: 54 }}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <SpanBars span={span} />
      <div className="absolute inset-y-0 left-0 bg-paper/75" style={{ width: `${left}%` }} />
      <div className="absolute inset-y-0 right-0 bg-paper/75" style={{ width: `${100 - right}%` }} />
      <div
        className="absolute inset-y-0 cursor-grab border-y border-accent/50 bg-accent/5"
        style={{ left: `${left}%`, width: `${right - left}%` }}
      />
      {(["from", "to"] as const).map((end) => (
        <div
          key={end}
          role="slider"
          tabIndex={0}
          aria-label={end === "from" ? "First day shown" : "Last day shown"}
          aria-valuemin={axis[0]}
          aria-valuemax={axis[1]}
          aria-valuenow={within(dayOf(end === "from" ? from : to))}
          aria-valuetext={formatDate(end === "from" ? from : to)}
          onKeyDown={step(end)}
          className="absolute inset-y-0 w-[11px] -translate-x-1/2 cursor-ew-resize touch-none border-x-4 border-transparent pointer-coarse:w-[27px] pointer-coarse:border-x-12 bg-accent bg-clip-padding"
          style={{ left: `${end === "from" ? left : right}%` }}
        />
      ))}
      <span className="sr-only">
        {countOf(
          span.months.reduce((sum, { rows }) => sum + rows, 0),
          "row",
        )}{" "}
        from {formatDate(dateOfDay(axis[0]))} to {formatDate(dateOfDay(axis[1] - 1))}
      </span>
    </div>
  );
}
