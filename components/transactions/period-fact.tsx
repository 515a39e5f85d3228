import { monthsToEnd } from "@/components/charts/zoom/snap-days";
import { daysShown, spanEnds, type TimeSpan } from "@/components/charts/zoom/time-span";
import type { Fact } from "@/components/evidence/fact-strip";
import { ViewChange } from "@/components/links/view-change";
import { UNKNOWN } from "@/lib/format/unknown";
import { countOf } from "@/lib/format/words";
import { type DayRange, dayRangeParams } from "@/lib/search-params/day-range";

interface Period {
  /** First and last trade under the code filter, whatever the days chosen. */
  span: TimeSpan | null;
  /** The days chosen. */
  range: DayRange;
  /** Rows that no axis can place. */
  undated: number;
}

/** What days the figures beside it are of, and the way to a year of them or back to all. */
export function periodFact({ span, range, undated }: Period): Fact {
  const label = "Traded";
  if (span === null) return { label, value: UNKNOWN, detail: "no row with a date", isWide: true };
  const isWhole = range.from === null && range.to === null;
  const value = (
    <a href="#timeline" className="evidence">
      {daysShown(span, range)}
    </a>
  );
  if (!isWhole) {
    const all = <ViewChange change={{ from: null, to: null }}>all days</ViewChange>;
    return { label, value, detail: <>the days chosen · {all}</>, isWide: true };
  }
  const year = monthsToEnd(span, 12);
  const detail = (
    <>
      first to last{undated === 0 ? "" : `, and ${countOf(undated, "row")} without a date that can be`}
      {year > spanEnds(span)[0] ? (
        <>
          {" · "}
          <ViewChange change={dayRangeParams({ from: year, to: null })}>last 12 months</ViewChange>
        </>
      ) : null}
    </>
  );
  return { label, value, detail, isWide: true };
}
