"use client";

import dynamic from "next/dynamic";
import type { ChartSource } from "@/components/charts/export/chart-source";
import { unpackMarks } from "@/components/charts/timeline/pack-marks";
import { useViewParams } from "@/components/links/use-view-params";
import { type DayRange, dayRangeParams } from "@/lib/search-params/day-range";
import type { Activity } from "./activity";

/** The charts' code comes after the page's text: until then the server's own drawing stands there. */
const TimelineChart = dynamic(() =>
  import("@/components/charts/timeline/timeline-chart").then((module) => module.TimelineChart),
);

const MonthsChart = dynamic(() =>
  import("@/components/charts/monthly/months-chart").then((module) => module.MonthsChart),
);

interface ActivityTimelineProps {
  activity: Activity;
  range: DayRange;
  source: ChartSource;
}

/** The timeline with its zoom and its vertical axis in the address. */
export function ActivityTimeline({ activity, range, source }: ActivityTimelineProps) {
  const { get, go } = useViewParams();
  const empty =
    activity.rowCount === 0 ? "No transaction under this filter." : "No transaction to draw: holdings only.";
  return (
    <TimelineChart
      marks={unpackMarks(activity.marks)}
      summary={activity.summary}
      closes={activity.prices}
      closesNote={activity.pricesNote}
      span={activity.span}
      range={range}
      onRange={(next, how) => go(dayRangeParams(next), how)}
      measure={get("chart") === "price" ? "price" : "value"}
      onMeasure={(measure) => go({ chart: measure === "value" ? null : measure })}
      source={source}
      empty={empty}
    />
  );
}

/** The months, each a way to look closer at it. */
export function ActivityMonths({ months, day, source }: Pick<Activity, "months" | "day"> & { source: ChartSource }) {
  const { href, link } = useViewParams();
  const monthLink = (month: string) => {
    const params = { from: month, to: month };
    return { href: `${href(params)}#timeline`, onClick: link(params) };
  };
  return <MonthsChart months={months} day={day} source={source} monthLink={monthLink} />;
}
