import { dayOf } from "../../scales/days";
import type { Domain } from "../../scales/linear";

/** A close of the share, in dollars. */
export interface PriceClose {
  date: string;
  close: number;
}

/** Closes by day, those within the axis and one on each side, so that the line reaches its ends. */
export function closesWithin(closes: readonly PriceClose[], [from, to]: Domain): { day: number; close: number }[] {
  const all = closes.map(({ date, close }) => ({ day: dayOf(date), close }));
  const first = Math.max(0, all.findIndex(({ day }) => day >= from) - 1);
  const after = all.findIndex(({ day }) => day > to);
  if (all.length === 0 || (all.at(-1)?.day ?? from) < from) return [];
  return all.slice(first, after === -1 ? undefined : after + 1);
}

/** From the lowest close to the highest, or null without any. */
export function closeRange(closes: readonly { close: number }[]): [number, number] | null {
  if (closes.length === 0) return null;
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const { close } of closes) {
    if (close < low) low = close;
    if (close > high) high = close;
  }
  return [low, high];
}
