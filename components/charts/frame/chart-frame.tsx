"use client";

import { type ReactNode, useRef, useState } from "react";
import { unbroken } from "@/lib/format/words";
import { ChartExport } from "../export/chart-export";
import type { ChartSource } from "../export/chart-source";

interface ChartFrameProps {
  /** What the chart is called where it is saved: "Timeline". */
  name: string;
  /** One sentence that says what the chart shows. */
  summary: string;
  /** Height of the plot in pixels, reserved before it is drawn. */
  height: number;
  legend?: ReactNode;
  /** Between the plot and its legend: the strip that a stretch of time is chosen on. */
  below?: ReactNode;
  /** What the table twin holds: "12 rows". */
  twinLabel: string;
  /** The same data as a table; drawn with the page where it is short, else when it is opened. */
  twin: () => ReactNode;
  twinRows: number;
  controls?: ReactNode;
  /** Present: the chart can be saved as a picture that says this of itself. */
  source?: ChartSource;
  children: ReactNode;
}

/** Rows that weigh nothing; more are drawn on demand. */
const SHORT_TWIN = 12;

/** Every chart's surroundings: summary, legend, reserved room, the same data as a table, and ways to take it along. */
export function ChartFrame({
  name,
  summary,
  height,
  legend,
  below,
  twinLabel,
  twin,
  twinRows,
  controls,
  source,
  children,
}: ChartFrameProps) {
  const [isOpened, setOpened] = useState(false);
  const figure = useRef<HTMLElement>(null);
  return (
    <figure ref={figure} className="m-0 min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm text-ink-2">
        <span className="max-w-[100ch]">{unbroken(summary)}</span>
        {controls}
      </figcaption>
      <div className="relative" style={{ height }}>
        {children}
      </div>
      {below}
      {legend}
      <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <details className="min-w-0 grow text-sm" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
          <summary className="w-fit text-ink-2 hover:text-ink">As a table: {twinLabel}</summary>
          <div className="mt-2">{isOpened || twinRows <= SHORT_TWIN ? twin() : null}</div>
        </details>
        {source === undefined ? null : <ChartExport figure={figure} name={name} source={source} />}
      </div>
    </figure>
  );
}
