import { formatDate } from "@/lib/format/dates";
import type { PlotScales } from "../plot/fluid-plot";
import { Place } from "../plot/place";
import { shareOf } from "../scales/linear";
import type { HoldingsPlan } from "./plan-holdings";

/** In row order the axis names each row's date and code; a date stands once for all its rows. */
export function RowDates({ plan, scales: { x, bottom } }: { plan: HoldingsPlan; scales: PlotScales }) {
  const points = plan.lines.flatMap((line) => line.placed).sort((a, b) => a.x - b.x);
  const firstOfDate = new Set<string>();
  return (
    <g fill="var(--ink-3)" fontSize={11}>
      {points.map(({ point, x: place }) => {
        const isFirst = !firstOfDate.has(point.date ?? "");
        firstOfDate.add(point.date ?? "");
        return (
          <Place key={point.id} x={x(place)} y={bottom}>
            <text y={14} textAnchor="middle" fontFamily="var(--font-mono)">
              {point.code ?? "·"}
            </text>
            {isFirst ? (
              <text
                y={29}
                x={shareOf(plan.x, place) > 82 ? 6 : -4}
                textAnchor={shareOf(plan.x, place) > 82 ? "end" : "start"}
              >
                {formatDate(point.date)}
              </text>
            ) : null}
          </Place>
        );
      })}
    </g>
  );
}
