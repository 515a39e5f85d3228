"use client";

import dynamic from "next/dynamic";
import type { ChartSource } from "@/components/charts/export/chart-source";
import type { HoldingsView } from "@/components/charts/holdings/holdings-chart";
import { type PackedLines, unpackLines } from "@/components/charts/holdings/pack-lines";
import { useViewParams } from "@/components/links/use-view-params";

/** The chart's code comes after the page's text. */
const HoldingsChart = dynamic(() =>
  import("@/components/charts/holdings/holdings-chart").then((module) => module.HoldingsChart),
);

interface LazyHoldingsChartProps {
  lines: PackedLines;
  name: string;
  /** The parameter that says how this chart is drawn: several charts stand on a page. */
  param: string;
  height: number;
  source: ChartSource;
}

const VIEWS: readonly HoldingsView[] = ["time", "row", "people"];

/** A holdings chart whose view is in the page's address. */
export function LazyHoldingsChart({ lines, param, ...rest }: LazyHoldingsChartProps) {
  const { get, go } = useViewParams();
  const view = VIEWS.find((one) => one === get(param)) ?? null;
  return (
    <HoldingsChart
      lines={unpackLines(lines)}
      view={view}
      onView={(next) => go({ [param]: next })}
      security={get("security")}
      onSecurity={(security) => go({ security })}
      {...rest}
    />
  );
}
