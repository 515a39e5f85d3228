import { formatDate } from "@/lib/format/dates";
import type { PlotScales } from "../plot/fluid-plot";
import { Place } from "../plot/place";
import { shareOf } from "../scales/linear";
import type { HoldingsPlan } from "./plan-holdings";

/** Percent of the axis that a date takes; one that begins later than this ends at its row instead. */
const WIDTH = 17;
const LAST_START = 82;

/** Which rows name their date: the first of each day, where the date before it leaves room; the others are in their tips. */
export function datedRows(rows: readonly { date: string | null; share: number }[]): Set<number> {
  const dated = new Set<number>();
  let day: string | null | undefined;
  let taken = Number.NEGATIVE_INFINITY;
  for (const [index, { date, share }] of rows.entries()) {
    const start = share > LAST_START ? share - WIDTH : share;
    if (date !== day && start >= taken) {
      dated.add(index);
      taken = start + WIDTH;
    }
    day = date;
  }
  return dated;
}

/** In row order the axis names each row's date and code; a date stands once for all its rows. */
export function RowDates({ plan, scales: { x, bottom } }: { plan: HoldingsPlan; scales: PlotScales }) {
  const points = plan.lines.flatMap((line) => line.placed).sort((a, b) => a.x - b.x);
  const shares = points.map(({ x: place }) => shareOf(plan.x, place));
  const dated = datedRows(points.map(({ point }, index) => ({ date: point.date, share: shares[index] ?? 0 })));
  return (
    <g fill="var(--ink-3)" fontSize={11}>
      {points.map(({ point, x: place }, index) => {
        const isLate = (shares[index] ?? 0) > LAST_START;
        return (
          <Place key={point.id} x={x(place)} y={bottom}>
            <text y={14} textAnchor="middle" fontFamily="var(--font-mono)">
              {point.code ?? "·"}
            </text>
            {dated.has(index) ? (
              <text y={29} x={isLate ? 6 : -4} textAnchor={isLate ? "end" : "start"}>
                {formatDate(point.date)}
              </text>
            ) : null}
          </Place>
        );
      })}
    </g>
  );
}
