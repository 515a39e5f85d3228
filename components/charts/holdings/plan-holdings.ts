import { linearTicks } from "../scales/amount-ticks";
import { type DayTick, dayTicks } from "../scales/day-ticks";
import { dayOf, daySpan } from "../scales/days";
import type { Domain } from "../scales/linear";
import type { HoldingLine, HoldingPoint } from "./holding-line";

/** `time`: true to the calendar. `row`: one step a row, for histories that crowd on a few days. */
export type HoldingsAxis = "time" | "row";

export interface PlacedPoint {
  point: HoldingPoint;
  x: number;
}

export interface PlacedLine {
  line: HoldingLine;
  placed: PlacedPoint[];
}

export interface HoldingsPlan {
  lines: PlacedLine[];
  x: Domain;
  xTicks: DayTick[];
  y: Domain;
  yTicks: number[];
  startsAtZero: boolean;
  /** Lines that have no room; the table has them. */
  leftOut: number;
}

const MOST_LINES = 6;

/** Dots that can be told apart, of all lines; steps and gaps are drawn whatever their number. */
const MOST_DOTS = 120;

/** The points of a line that have a dot: gaps, both ends, and evenly some of the others where they are too many. */
export function dottedPoints({ placed }: PlacedLine, allPoints: number): PlacedPoint[] {
  const every = Math.ceil(allPoints / MOST_DOTS);
  if (every <= 1) return placed;
  return placed.filter(
    ({ point }, index) => point.residual !== 0 || index % every === 0 || index === placed.length - 1,
  );
}

/** Rows that crowd on few days are told apart only when each has its own step. */
export function bestAxis(lines: readonly HoldingLine[]): HoldingsAxis {
  const dates = lines.flatMap((line) => line.points.map((point) => point.date));
  const days = new Set(dates).size;
  return dates.length <= 24 && days * 2 <= dates.length ? "row" : "time";
}

/** Where the lines of one group are drawn; null when none has a point that can be placed. */
export function planHoldings(lines: readonly HoldingLine[], axis: HoldingsAxis): HoldingsPlan | null {
  const usable = lines
    .map((line) => ({
      ...line,
      points: axis === "row" ? line.points : line.points.filter(({ date }) => date !== null),
    }))
    .filter((line) => line.points.length > 0)
    .sort((a, b) => last(b) - last(a));
  const shown = usable.slice(0, MOST_LINES);
  if (shown.length === 0) return null;
  const horizontal = axis === "time" ? placeByTime(shown) : placeByRow(shown);
  return { ...horizontal, ...balanceAxis(shown), leftOut: usable.length - shown.length };
}

function last(line: HoldingLine): number {
  return line.points.at(-1)?.balance ?? 0;
}

function placeByTime(lines: readonly HoldingLine[]): Pick<HoldingsPlan, "lines" | "x" | "xTicks"> {
  const days = lines.flatMap((line) => line.points.map((point) => dayOf(point.date ?? "")));
  const x = daySpan(days) ?? [0, 1];
  // Rows of one day are spread over that day, in their order.
  const placed = lines.map((line) => {
    const perDay = countBy(line.points.map((point) => point.date ?? ""));
    const seen = new Map<string, number>();
    return {
      line,
      placed: line.points.map((point) => {
        const date = point.date ?? "";
        const nth = seen.get(date) ?? 0;
        seen.set(date, nth + 1);
        return { point, x: dayOf(date) + nth / (perDay.get(date) ?? 1) };
      }),
    };
  });
  return { lines: placed, x, xTicks: dayTicks(x) };
}

/** Every row is one step to the right of the row before, across all lines in date order. */
function placeByRow(lines: readonly HoldingLine[]): Pick<HoldingsPlan, "lines" | "x" | "xTicks"> {
  const all = lines
    .flatMap((line) => line.points.map((point, nth) => ({ point, nth })))
    .sort((a, b) => (a.point.date ?? "").localeCompare(b.point.date ?? "") || a.nth - b.nth);
  const position = new Map(all.map(({ point }, index) => [point.id, index + 1]));
  const placed = lines.map((line) => ({
    line,
    placed: line.points.map((point) => ({ point, x: position.get(point.id) ?? 0 })),
  }));
  return { lines: placed, x: [0.4, all.length + 0.6], xTicks: [] };
}

/** Steps, not bars: the axis may start above zero, and the chart then says so. */
function balanceAxis(lines: readonly HoldingLine[]): Pick<HoldingsPlan, "y" | "yTicks" | "startsAtZero"> {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    const balances = [...line.points.map((point) => point.balance), ...(line.opening === null ? [] : [line.opening])];
    for (const balance of balances) {
      if (balance < low) low = balance;
      if (balance > high) high = balance;
    }
  }
  const isNarrow = low > 0 && (high - low) / high < 0.4;
  const air = Math.max((high - low) * 0.15, high * 0.002, 1);
  const y: [number, number] = isNarrow ? [low - air, high + air] : [Math.min(0, low), high + air];
  return { y, yTicks: linearTicks(y[0], y[1], 6), startsAtZero: !isNarrow };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
