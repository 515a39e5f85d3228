import { linearTicks } from "../../scales/amount-ticks";
import { type DayTick, dayTicks } from "../../scales/day-ticks";
import { dayOf, daySpan } from "../../scales/days";
import type { Domain } from "../../scales/linear";
import type { HoldingLine } from "../holding-line";

/** One person's part of a stack: the balance last reported, from each day on. */
export interface StackLayer {
  person: string;
  /** Days and shares, oldest first; before the first day nothing is known. */
  steps: { day: number; shares: number }[];
  last: number;
}

export interface StackPlan {
  security: string;
  layers: StackLayer[];
  x: Domain;
  xTicks: DayTick[];
  y: Domain;
  yTicks: number[];
  /** People summed into the last layer; 0 when each has a layer. */
  summed: number;
}

const MOST_LAYERS = 6;

/** Securities whose lines can be stacked, those of most shares first. */
export function securitiesOf(lines: readonly HoldingLine[]): string[] {
  const sums = new Map<string, number>();
  for (const { security, points } of lines) {
    sums.set(security, (sums.get(security) ?? 0) + (points.at(-1)?.balance ?? 0));
  }
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([security]) => security);
}

/**
 * The lines of one security stacked by person: a person's direct and indirect lines are added, classes never are. A
 * balance holds until the next report; null when no line of the security has a dated balance.
 */
export function planStack(lines: readonly HoldingLine[], security: string): StackPlan | null {
  const own = lines.filter((line) => line.security === security && line.points.some(({ date }) => date !== null));
  const x = daySpan(own.flatMap((line) => line.points.flatMap(({ date }) => (date === null ? [] : [dayOf(date)]))));
  if (x === null) return null;
  const people = [...new Set(own.map((line) => line.person))];
  const all = people
    .map((person) =>
      layerOf(
        person,
        own.filter((line) => line.person === person),
      ),
    )
    .sort((a, b) => b.last - a.last || (a.person < b.person ? -1 : 1));
  const hasRest = all.length > MOST_LAYERS;
  const rest = hasRest ? all.slice(MOST_LAYERS - 1) : [];
  const layers = hasRest ? [...all.slice(0, MOST_LAYERS - 1), sumOf(rest)] : all;
  const top = Math.max(1, ...daysOf(layers).map((day) => layers.reduce((sum, layer) => sum + sharesAt(layer, day), 0)));
  const y: Domain = [0, top * 1.06];
  return { security, layers, x, xTicks: dayTicks(x), y, yTicks: linearTicks(0, y[1], 5), summed: rest.length };
}

/** What a layer holds at the end of a day: 0 before its first report. */
export function sharesAt({ steps }: StackLayer, day: number): number {
  let shares = 0;
  for (const step of steps) {
    if (step.day > day) break;
    shares = step.shares;
  }
  return shares;
}

/** Every day on which a layer changes. */
export function daysOf(layers: readonly StackLayer[]): number[] {
  return [...new Set(layers.flatMap(({ steps }) => steps.map(({ day }) => day)))].sort((a, b) => a - b);
}

function layerOf(person: string, lines: readonly HoldingLine[]): StackLayer {
  const perLine = lines.map((line) => ({ person, last: 0, steps: stepsOf(line) }));
  return { ...sumOf(perLine), person };
}

/** The last balance of each day. */
function stepsOf({ points }: HoldingLine): StackLayer["steps"] {
  const byDay = new Map<number, number>();
  for (const { date, balance } of points) if (date !== null) byDay.set(dayOf(date), balance);
  return [...byDay].sort(([a], [b]) => a - b).map(([day, shares]) => ({ day, shares }));
}

function sumOf(layers: readonly StackLayer[]): StackLayer {
  const steps = daysOf(layers).map((day) => ({
    day,
    shares: layers.reduce((sum, layer) => sum + sharesAt(layer, day), 0),
  }));
  return { person: `${layers.length} others`, steps, last: steps.at(-1)?.shares ?? 0 };
}
