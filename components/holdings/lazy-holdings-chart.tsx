"use client";

import dynamic from "next/dynamic";

/** The chart's code comes after the page's text. */
export const HoldingsChart = dynamic(() =>
  import("@/components/charts/holdings/holdings-chart").then((module) => module.HoldingsChart),
);
