import type { DailyClose } from "./returns";

/**
 * At most `most` closes of a series for a drawing, each a close of the series, in order of dates: the first and the last, and
 * of every stretch of as many days its lowest and its highest, so that no high and no low is lost. Pure.
 */
export function thinPriceLine(series: readonly DailyClose[], most: number): DailyClose[] {
  const [first, last] = [series[0], series.at(-1)];
  if (series.length <= most || first === undefined || last === undefined) return [...series];
  const stretches = Math.max(1, Math.floor((most - 2) / 2));
  const size = Math.ceil((series.length - 2) / stretches);
  const thinned = [first];
  for (let start = 1; start < series.length - 1; start += size) {
    thinned.push(...extremes(series.slice(start, Math.min(start + size, series.length - 1))));
  }
  return [...thinned, last];
}

/** The lowest and the highest close (the earliest of equals) in order of dates; one where they are the same day. */
function extremes(stretch: readonly DailyClose[]): DailyClose[] {
  let [low, high] = [0, 0];
  for (const [at, { close }] of stretch.entries()) {
    if (close < (stretch[low]?.close ?? 0)) low = at;
    if (close > (stretch[high]?.close ?? 0)) high = at;
  }
  return [...new Set([Math.min(low, high), Math.max(low, high)])].flatMap((at) => stretch[at] ?? []);
}
