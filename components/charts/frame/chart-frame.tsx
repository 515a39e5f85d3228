"use client";

import { type ReactNode, useState } from "react";

interface ChartFrameProps {
  /** One sentence that says what the chart shows. */
  summary: string;
  /** Height of the plot in pixels, reserved before it is drawn. */
  height: number;
  legend?: ReactNode;
  /** What the table twin holds: "12 rows". */
  twinLabel: string;
  /** The same data as a table; drawn with the page where it is short, else when it is opened. */
  twin: () => ReactNode;
  twinRows: number;
  controls?: ReactNode;
  children: ReactNode;
}

/** Rows that weigh nothing; more are drawn on demand. */
const SHORT_TWIN = 40;

/** Every chart's surroundings: summary, legend, reserved room, and the same data as a table. */
export function ChartFrame({
  summary,
  height,
  legend,
  twinLabel,
  twin,
  twinRows,
  controls,
  children,
}: ChartFrameProps) {
  const [isOpened, setOpened] = useState(false);
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm text-ink-2">
        <span className="max-w-[100ch]">{summary}</span>
        {controls}
      </figcaption>
      <div className="relative" style={{ height }}>
        {children}
      </div>
      {legend}
      <details className="mt-2 text-sm" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary className="w-fit text-ink-2 hover:text-ink">As a table: {twinLabel}</summary>
        <div className="mt-2">{isOpened || twinRows <= SHORT_TWIN ? twin() : null}</div>
      </details>
    </figure>
  );
}
