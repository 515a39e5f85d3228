import { lastOfMonth } from "@/lib/search-params/day-range";
import { dateOfDay, dayOf } from "../scales/days";
import type { Domain } from "../scales/linear";
import { spanEnds, type TimeSpan } from "./time-span";

/** Views longer than this are chosen by whole months: a pixel is more than a day there. */
const DAY_VIEW = 3 * 366;

/** Two places on an axis as the days meant: whole months on a long axis, whole days on a short one; within the axis. */
export function snapDays([a, b]: Domain, axis: Domain): [from: string, to: string] {
  const clamp = (day: number) => Math.min(Math.max(day, axis[0]), axis[1]);
  const from = dateOfDay(Math.floor(clamp(Math.min(a, b))));
  const to = dateOfDay(Math.ceil(clamp(Math.max(a, b))));
  if (axis[1] - axis[0] <= DAY_VIEW) return [from, to];
  return [`${from.slice(0, 7)}-01`, lastOfMonth(to.slice(0, 7))];
}

/** A day moved by whole months, held inside two others. */
export function moveMonths(day: string, months: number, [first, last]: readonly [string, string]): string {
  const date = new Date(dayOf(day) * 86_400_000);
  const wanted = date.getUTCDate();
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const end = lastOfMonth(target.toISOString().slice(0, 7));
  const isMonthEnd = day === lastOfMonth(day.slice(0, 7));
  const moved = isMonthEnd
    ? end
    : `${end.slice(0, 8)}${String(Math.min(wanted, Number(end.slice(8)))).padStart(2, "0")}`;
  if (moved < first) return first;
  return moved > last ? last : moved;
}

/** The first day of the last `months` calendar months of a span. */
export function monthsToEnd(span: TimeSpan, months: number): string {
  const end = spanEnds(span)[1];
  const before = new Date(`${moveMonths(end, -months, ["0000-01-01", end]).slice(0, 7)}-01T00:00:00Z`);
  before.setUTCMonth(before.getUTCMonth() + 1);
  return before.toISOString().slice(0, 10);
}
