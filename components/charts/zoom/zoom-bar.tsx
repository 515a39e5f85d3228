"use client";

import { useViewParams } from "@/components/links/use-view-params";
import { type DayRange, dayRangeParams } from "@/lib/search-params/day-range";
import { monthsToEnd } from "./snap-days";
import { daysShown, spanEnds, type TimeSpan } from "./time-span";

const PRESETS = [
  { label: "1 year", months: 12 },
  { label: "3 years", months: 36 },
  { label: "5 years", months: 60 },
] as const;

/** The days shown in words, and ways to others that need no mouse: plain links, without JavaScript too. */
export function ZoomBar({ span, range }: { span: TimeSpan; range: DayRange }) {
  const { href, link } = useViewParams();
  const ends = spanEnds(span);
  const isWhole = range.from === null && range.to === null;
  const presets = PRESETS.map(({ label, months }) => {
    const from = monthsToEnd(span, months);
    return { label, params: dayRangeParams({ from, to: null }), isUseful: from > ends[0] };
  });
  return (
    <p className="no-print mt-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-xs text-ink-3">
      <span>
        {isWhole
          ? "Drag across the chart or the strip to look closer."
          : `Traded ${daysShown(span, range)}: chart, months, totals and table.`}
      </span>
      {presets
        .filter(({ isUseful }) => isUseful)
        .map(({ label, params }) => (
          <a
            key={label}
            href={href(params)}
            onClick={link(params)}
            aria-current={params.from === dayRangeParams(range).from && range.to === null ? "true" : undefined}
            className="py-1 text-ink-2 hover:text-ink aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-[5px]"
          >
            last {label}
          </a>
        ))}
      {isWhole ? null : (
        <a href={href({ from: null, to: null })} onClick={link({ from: null, to: null })} className="link">
          all time
        </a>
      )}
    </p>
  );
}
