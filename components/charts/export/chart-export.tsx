"use client";

import { type RefObject, useState } from "react";
import type { ChartSource } from "./chart-source";

interface ChartExportProps {
  figure: RefObject<HTMLElement | null>;
  /** What the chart is called in the picture and in the file's name. */
  name: string;
  source: ChartSource;
}

/** Takes a chart along as a picture; what draws it is loaded when it is asked for. */
export function ChartExport({ figure, name, source }: ChartExportProps) {
  const [said, setSaid] = useState("");
  const save = (format: "svg" | "png") => async () => {
    if (figure.current === null) return;
    try {
      const { saveChart } = await import("./save-chart");
      await saveChart(figure.current, name, source, format);
      setSaid("saved");
    } catch (error) {
      setSaid(error instanceof Error ? error.message : "the picture could not be made");
    }
  };
  return (
    <span className="no-print text-xs whitespace-nowrap text-ink-3">
      Save:{" "}
      <button type="button" className="share" onClick={save("svg")}>
        SVG
      </button>
      {" · "}
      <button type="button" className="share" onClick={save("png")}>
        PNG
      </button>
      <span role="status" className="ml-1.5">
        {said}
      </span>
    </span>
  );
}
