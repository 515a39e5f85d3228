import { dayOf } from "../scales/days";
import { across, shareOf } from "../scales/linear";
import { spanDomain, type TimeSpan } from "./time-span";

const ROOM = 34;

/** How many rows each month has, height ∝ √rows: where there is something to look at. */
export function SpanBars({ span }: { span: TimeSpan }) {
  const axis = spanDomain(span);
  const most = Math.max(1, ...span.months.map(({ rows }) => rows));
  return (
    <svg width="100%" height={ROOM + 2} className="absolute inset-0" aria-hidden="true" fill="var(--ink-3)">
      {span.months.map(({ month, rows }) => {
        const height = Math.round(Math.sqrt(rows / most) * (ROOM - 6) * 10) / 10;
        const start = dayOf(`${month}-01`);
        const width = Math.max(shareOf(axis, start + 26) - shareOf(axis, start), 0.1);
        return (
          <rect
            key={month}
            x={across(axis, start)}
            y={ROOM + 2 - height}
            width={`${Math.round(width * 100) / 100}%`}
            height={height}
            fillOpacity={0.55}
          />
        );
      })}
    </svg>
  );
}
