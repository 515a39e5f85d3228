import { formatDate } from "@/lib/format/dates";
import type { PlotScales } from "../plot/fluid-plot";
import { Place } from "../plot/place";
import { shareOf } from "../scales/linear";
import type { HoldingsPlan } from "./plan-holdings";

/** Percent of the axis that a date takes: of a phone's, and of any wider one. Which of them the page has, only the browser knows. */
const ROOMS = [
  { width: 17, className: "max-sm:hidden" },
  { width: 28, className: "sm:hidden" },
];

/** Which rows name their date: the first of each day, where the date before it leaves room; the others are in their tips. */
export function datedRows(rows: readonly { date: string | null; share: number }[], width: number): Set<number> {
  const dated = new Set<number>();
  let day: string | null | undefined;
  let taken = Number.NEGATIVE_INFINITY;
  for (const [index, { date, share }] of rows.entries()) {
    const start = isLate(share, width) ? share - width : share;
    if (date !== day && start >= taken) {
      dated.add(index);
      taken = start + width;
    }
    day = date;
  }
  return dated;
}

/** One that would leave the axis ends at its row instead. */
function isLate(share: number, width: number): boolean {
  return share > 99 - width;
}

/** In row order the axis names each row's date and code; a date stands once for all its rows. */
export function RowDates({ plan, scales: { x, bottom } }: { plan: HoldingsPlan; scales: PlotScales }) {
  const points = plan.lines.flatMap((line) => line.placed).sort((a, b) => a.x - b.x);
  const shares = points.map(({ x: place }) => shareOf(plan.x, place));
  const rows = points.map(({ point }, index) => ({ date: point.date, share: shares[index] ?? 0 }));
  const rooms = ROOMS.map((room) => ({ ...room, dated: datedRows(rows, room.width) }));
  return (
    <g fill="var(--ink-3)" fontSize={11}>
      {points.map(({ point, x: place }, index) => (
        <Place key={point.id} x={x(place)} y={bottom}>
          <text y={14} textAnchor="middle" fontFamily="var(--font-mono)">
            {point.code ?? "·"}
          </text>
          {rooms.map(({ width, className, dated }) => {
            const end = isLate(shares[index] ?? 0, width);
            return dated.has(index) ? (
              <text key={width} className={className} y={29} x={end ? 6 : -4} textAnchor={end ? "end" : "start"}>
                {formatDate(point.date)}
              </text>
            ) : null;
          })}
        </Place>
      ))}
    </g>
  );
}
