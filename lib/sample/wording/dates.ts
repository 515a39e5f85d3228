import { type Day, dateParts, isoOf } from "../market/calendar";
import type { Random } from "../random";

/** A date in one of the styles that filers use. */
export function dateInProse(day: Day, random: Random): string {
  const { year, month, date, monthName } = dateParts(day);
  const style = random.next();
  if (style < 0.72) return `${monthName} ${date}, ${year}`;
  if (style < 0.84) return `${month}/${date}/${year}`;
  if (style < 0.92) return `${date} ${monthName} ${year}`;
  return isoOf(day);
}

/** `May 17, 2018`, always. */
export function longDate(day: Day): string {
  const { year, date, monthName } = dateParts(day);
  return `${monthName} ${date}, ${year}`;
}

export function monthInProse(day: Day): string {
  const { year, monthName } = dateParts(day);
  return `${monthName} ${year}`;
}
