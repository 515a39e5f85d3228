import type { FoundSplit } from "@/lib/analytics/holdings/splits";
import { addDays } from "@/lib/analytics/rows/day-numbers";
import type { DailyClose } from "./returns";

/** Balances change on the pay date, prices some days before or after. */
const LEEWAY_DAYS = 10;
/** How far the day's own movement may take the jump off the ratio. */
const OWN_MOVE = 0.1;

/**
 * Dates of the first close after each confirmed split that the series is not adjusted for: near the split it falls (or rises,
 * after a reverse split) from one close to the next by the split's own ratio. A series that is adjusted has none. Pure.
 */
export function unadjustedSplits(
  series: readonly DailyClose[],
  splits: readonly Pick<FoundSplit, "confirmed" | "ratio" | "after" | "by">[],
): ReadonlySet<string> {
  const jumps = new Set<string>();
  for (const { confirmed, ratio, after, by } of splits) {
    if (!confirmed) continue;
    const [from, to] = [addDays(after, -LEEWAY_DAYS), addDays(by, LEEWAY_DAYS)];
    for (const [at, day] of series.entries()) {
      const before = series[at - 1];
      if (before === undefined || day.date < from || day.date > to) continue;
      const asExpected = (day.close / before.close) * (ratio.to / ratio.for);
      if (Math.abs(asExpected - 1) <= OWN_MOVE) jumps.add(day.date);
    }
  }
  return jumps;
}
