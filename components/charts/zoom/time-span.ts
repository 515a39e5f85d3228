import { formatDate, formatDateSpan } from "@/lib/format/dates";
import { type DayRange, lastOfMonth } from "@/lib/search-params/day-range";
import { dayOf } from "../scales/days";
import type { Domain } from "../scales/linear";

/** All that can be zoomed into: months with their rows. */
export interface TimeSpan {
  /** First and last trade date. */
  from: string;
  to: string;
  /** Rows by month, months without a row left out; oldest first. */
  months: readonly { month: string; rows: number }[];
}

/** The strip's axis: whole months from the first row to the last. */
export function spanEnds({ from, to }: TimeSpan): [from: string, to: string] {
  return [`${from.slice(0, 7)}-01`, lastOfMonth(to.slice(0, 7))];
}

/** The same in days; the last one whole. */
export function spanDomain(span: TimeSpan): Domain {
  const [from, to] = spanEnds(span);
  return [dayOf(from), dayOf(to) + 1];
}

/** The days shown in words: the chosen ones, else the first and last trade; an end that lies past all trades stands alone. */
export function daysShown(span: Pick<TimeSpan, "from" | "to">, { from, to }: DayRange): string {
  const [first, last] = [from ?? span.from, to ?? span.to];
  if (first <= last) return formatDateSpan(first, last);
  return to === null ? `from ${formatDate(first)}` : `to ${formatDate(last)}`;
}
