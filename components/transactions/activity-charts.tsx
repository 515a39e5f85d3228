"use client";

import dynamic from "next/dynamic";
import { type PackedMarks, unpackMarks } from "@/components/charts/timeline/pack-marks";

/** The charts' code comes after the page's text: until then the server's own drawing of their words stands there. */
const TimelineChart = dynamic(() =>
  import("@/components/charts/timeline/timeline-chart").then((module) => module.TimelineChart),
);

export const MonthlyChart = dynamic(() =>
  import("@/components/charts/monthly/monthly-chart").then((module) => module.MonthlyChart),
);

interface ActivityTimelineProps {
  marks: PackedMarks;
  summary: string;
  empty: string;
}

export function ActivityTimeline({ marks, ...words }: ActivityTimelineProps) {
  return <TimelineChart marks={unpackMarks(marks)} {...words} />;
}
