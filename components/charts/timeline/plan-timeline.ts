import { type MarkShape, markShape, type PlanShape, planShape } from "../glyphs/plan-shape";
import { linearTicks, rootOf, rootTicks } from "../scales/amount-ticks";
import { type DayTick, dayTicks } from "../scales/day-ticks";
import { dayOf, daySpan } from "../scales/days";
import type { Domain } from "../scales/linear";
import { binMarks } from "./bin-marks";
import { joinLetters, laneLetters, laneRow } from "./lane";
import { closeRange, closesWithin, type PriceClose } from "./price/price-path";
import type { TimelineMark, TimelineMeasure } from "./timeline-mark";

/** Where a point stands: at its amount, on the zero axis, beside the axis for want of an amount, or in the lane of letters. */
export type Place = "amount" | "axis" | "no-amount" | "lane";

export interface TimelinePoint {
  mark: TimelineMark;
  shape: MarkShape;
  plan: PlanShape;
  place: Place;
  day: number;
  /** In units of the y axis; 0 off the amounts. */
  y: number;
  /** Square pixels. */
  area: number;
  /** Its row in the lane of letters, from 0. */
  row: number;
}

export interface TimelinePlan {
  points: TimelinePoint[];
  /** Index pairs into `points`: an exercise and what was sold or withheld of it. */
  joins: [exercise: number, other: number][];
  days: Domain;
  dayTicks: DayTick[];
  y: Domain;
  yTicks: number[];
  /** Closes on these days. */
  closes: { day: number; close: number }[];
  /** The letters of the rows below the plot, from the top. */
  lane: string[];
  isBinned: boolean;
}

/** Square pixels of a mark of one million dollars. */
const AREA_OF_MILLION = 340;
const SMALLEST = 30;
const LARGEST = 1600;

/** Area ∝ √value, on one scale for all pages; a crowded chart draws all its marks smaller alike. */
export function markArea(value: number | null, marks: number): number {
  const crowding = marks <= 150 ? 1 : Math.max(0.35, Math.sqrt(150 / marks));
  if (value === null) return 64 * crowding;
  return Math.min(LARGEST, Math.max(SMALLEST, AREA_OF_MILLION * Math.sqrt(Math.abs(value) / 1e6) * crowding));
}

interface TimelineView {
  measure: TimelineMeasure;
  /** The days to show; null: all that have marks. */
  days?: Domain | null;
  closes?: readonly PriceClose[];
}

/** What the timeline draws and where; null when there is nothing to draw. */
export function planTimeline(
  all: readonly TimelineMark[],
  { measure, days: asked = null, closes: given = [] }: TimelineView,
): TimelinePlan | null {
  const inside = asked === null ? all : all.filter((mark) => isWithin(mark, asked));
  const binned = binMarks(inside);
  const marks = joinLetters(binned).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const days = asked ?? daySpan(marks.flatMap((mark) => [dayOf(mark.date), dayOf(mark.until ?? mark.date)]));
  if (days === null || marks.length === 0) return null;
  const lane = laneLetters(marks);
  const points = marks.map((mark) => pointOf(mark, measure, marks.length, lane));
  const closes = closesWithin(given, days);
  const { y, yTicks } = measure === "value" ? valueAxis(points) : priceAxis(points, closeRange(closes));
  return {
    points,
    joins: joinsOf(points),
    days,
    dayTicks: dayTicks(days),
    y,
    yTicks,
    closes,
    lane,
    isBinned: binned.length < inside.length,
  };
}

function isWithin(mark: TimelineMark, [from, to]: Domain): boolean {
  return dayOf(mark.until ?? mark.date) >= from && dayOf(mark.date) <= to;
}

function pointOf(mark: TimelineMark, measure: TimelineMeasure, marks: number, lane: readonly string[]): TimelinePoint {
  const shape = markShape(mark);
  const day = Math.round((dayOf(mark.date) + dayOf(mark.until ?? mark.date)) / 2);
  const point = { mark, shape, plan: planShape(mark.planned, mark.planBasis), day, y: 0, row: 0 };
  if (shape === "letter") return { ...point, place: "lane", area: 0, row: laneRow(lane, mark) };
  if (shape === "exercise") return { ...point, place: "axis", area: markArea(mark.value ?? 4e5, marks) };
  const amount = measure === "value" ? mark.value : mark.price;
  const area = markArea(mark.value, marks);
  if (amount === null) return { ...point, place: "no-amount", area };
  const y = measure === "price" ? amount : rootOf(shape === "buy" ? amount : -amount);
  return { ...point, place: "amount", y, area };
}

/** Zero always stands inside, with room for the diamonds on it. */
function valueAxis(points: readonly TimelinePoint[]): Pick<TimelinePlan, "y" | "yTicks"> {
  let low = 0;
  let high = 0;
  for (const { y } of points) {
    if (y < low) low = y;
    if (y > high) high = y;
  }
  const reach = Math.max(high, -low) || 1;
  const top = high > 0 ? high * 1.14 : reach * 0.16;
  const bottom = low < 0 ? low * 1.14 : -reach * 0.16;
  return { y: [bottom, top], yTicks: rootTicks(-low * low, high * high).map(rootOf) };
}

function priceAxis(
  points: readonly TimelinePoint[],
  closes: [number, number] | null,
): Pick<TimelinePlan, "y" | "yTicks"> {
  const prices = points
    .filter((point) => point.place === "amount")
    .flatMap(({ y, mark }) => [y, mark.band?.low ?? y, mark.band?.high ?? y])
    .concat(closes ?? []);
  if (prices.length === 0) return { y: [0, 1], yTicks: [] };
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const price of prices) {
    if (price < low) low = price;
    if (price > high) high = price;
  }
  const air = Math.max((high - low) * 0.12, high * 0.01, 0.01);
  const y: [number, number] = [Math.max(0, low - air * 1.6), high + air];
  return { y, yTicks: linearTicks(y[0], y[1], 6) };
}

function joinsOf(points: readonly TimelinePoint[]): [number, number][] {
  const exercises = new Map<string, number>();
  for (const [index, { mark, shape }] of points.entries()) {
    if (shape === "exercise" && mark.episodeId !== null && !exercises.has(mark.episodeId)) {
      exercises.set(mark.episodeId, index);
    }
  }
  return points.flatMap(({ mark, shape }, index): [number, number][] => {
    const exercise = mark.episodeId === null ? undefined : exercises.get(mark.episodeId);
    return exercise === undefined || shape === "exercise" ? [] : [[exercise, index]];
  });
}
