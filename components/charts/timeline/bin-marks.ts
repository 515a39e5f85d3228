import { markShape, planShape } from "../glyphs/plan-shape";
import { dateOfDay, dayOf } from "../scales/days";
import { letterOf, type TimelineMark } from "./timeline-mark";

/** More marks than this cannot be told apart; a shorter stretch of time has finer bins. */
const MOST_MARKS = 600;

const BIN_DAYS = [1, 7, 14, 28, 91, 182, 364, 728, 1820];

/**
 * At most `most` marks: where there are more, those of one kind, plan status and span of days become one with their sum.
 * Marks without a value are never added to those with one.
 */
export function binMarks(marks: readonly TimelineMark[], most = MOST_MARKS): readonly TimelineMark[] {
  if (marks.length <= most) return marks;
  let binned: TimelineMark[] = [];
  for (const days of BIN_DAYS) {
    binned = binBy(marks, days);
    if (binned.length <= most) break;
  }
  return binned;
}

function binBy(marks: readonly TimelineMark[], days: number): TimelineMark[] {
  const bins = new Map<string, TimelineMark[]>();
  for (const mark of marks) {
    const shape = markShape(mark);
    const key = [
      Math.floor(dayOf(mark.date) / days),
      shape,
      shape === "letter" ? letterOf(mark) : planShape(mark.planned, mark.planBasis),
      mark.value === null,
    ].join("|");
    const bin = bins.get(key);
    if (bin === undefined) bins.set(key, [mark]);
    else bin.push(mark);
  }
  return [...bins.values()].map(sumOf);
}

/** Marks as one: what they add up to, from the first day to the last. */
export function sumOf(bin: readonly TimelineMark[]): TimelineMark {
  const [first, ...rest] = bin as [TimelineMark, ...TimelineMark[]];
  if (rest.length === 0) return first;
  const dayNumbers = bin.map((mark) => dayOf(mark.date));
  const shares = total(bin.map((mark) => mark.shares));
  const value = total(bin.map((mark) => mark.value));
  const people = new Set(bin.map((mark) => mark.who));
  return {
    ...first,
    date: dateOfDay(Math.min(...dayNumbers)),
    until: dateOfDay(Math.max(...dayNumbers)),
    shares,
    value,
    price: value !== null && shares !== null && shares > 0 ? value / shares : null,
    band: null,
    who: people.size === 1 ? first.who : `${people.size} people`,
    episodeId: null,
    count: bin.reduce((sum, mark) => sum + (mark.count ?? 1), 0),
  };
}

/** The sum, or null as soon as one part is unknown. */
function total(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
