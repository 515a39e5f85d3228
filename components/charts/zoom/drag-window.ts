import type { DayRange } from "@/lib/search-params/day-range";
import { dateOfDay } from "../scales/days";
import type { Domain } from "../scales/linear";
import { snapDays } from "./snap-days";

/** What of the window was taken hold of, and where. */
export type Grip =
  | { part: "new"; at: number }
  | { part: "from" | "to"; other: number }
  | { part: "window"; at: number; window: Domain };

/** Pixels around an end that count as the end. */
const REACH = 9;

/** What lies at a place of the strip: an end of the window, the window, or ground for a new one. */
export function gripAt(day: number, window: Domain, axis: Domain, daysPerPixel: number): Grip {
  const [from, to] = window;
  const near = REACH * daysPerPixel;
  if (Math.abs(day - from) <= near) return { part: "from", other: to };
  if (Math.abs(day - to) <= near) return { part: "to", other: from };
  const isWhole = from <= axis[0] && to >= axis[1];
  if (!isWhole && day > from && day < to) return { part: "window", at: day, window };
  return { part: "new", at: day };
}

/** The range that a drag to `day` means. */
export function dragWindow(grip: Grip, day: number, axis: Domain): DayRange {
  if (grip.part === "window") return moved(grip.window, day - grip.at, axis);
  const other = grip.part === "new" ? grip.at : grip.other;
  const last = Math.max(other, day);
  const [from, to] = snapDays([Math.min(other, day), last >= axis[1] ? axis[1] - 1 : last - 1], axis);
  return { from, to: to < from ? from : to };
}

/** The window keeps its length, and stays on the strip. */
function moved([from, to]: Domain, by: number, [first, last]: Domain): DayRange {
  const step = Math.round(Math.min(Math.max(by, first - from), last - to));
  return { from: dateOfDay(from + step), to: dateOfDay(to + step - 1) };
}
