import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thinPriceLine } from "@/lib/analytics/prices/price-line";
import { addDays } from "@/lib/analytics/rows/day-numbers";

const closes = (...prices: number[]) => prices.map((close, at) => ({ date: addDays("2024-03-01", at), close }));
const priceOf = (line: readonly { close: number }[]) => line.map(({ close }) => close);

describe("thinning a price line", () => {
  it("keeps a short series whole", () => {
    expect(thinPriceLine(closes(5, 6, 7), 3)).toEqual(closes(5, 6, 7));
    expect(thinPriceLine([], 3)).toEqual([]);
  });

  it("keeps the ends, and of each stretch its lowest and highest close in order of dates", () => {
    // Six points: the ends and two stretches of four: 9 1 4 5 | 2 8 2 3.
    expect(priceOf(thinPriceLine(closes(5, 9, 1, 4, 5, 2, 8, 2, 3, 4), 6))).toEqual([5, 9, 1, 2, 8, 4]);
    // A stretch of one price gives one point.
    expect(priceOf(thinPriceLine(closes(1, 7, 7, 7, 3, 3, 3, 1), 6))).toEqual([1, 7, 3, 1]);
  });

  it("never invents a close, loses no high or low, and stays within the number asked for", () => {
    const series = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(series, fc.integer({ min: 4, max: 80 }), (prices, most) => {
        const all = closes(...prices);
        const thinned = thinPriceLine(all, most);
        expect(thinned.length).toBeLessThanOrEqual(most);
        expect(thinned.map((one) => all.indexOf(one))).toEqual([...new Set(thinned.map((one) => all.indexOf(one)))]);
        expect(thinned.every((one, at) => at === 0 || one.date > (thinned[at - 1]?.date ?? ""))).toBe(true);
        expect([thinned[0], thinned.at(-1)]).toEqual([all[0], all.at(-1)]);
        expect([Math.min(...priceOf(thinned)), Math.max(...priceOf(thinned))]).toEqual([
          Math.min(...prices),
          Math.max(...prices),
        ]);
      }),
    );
  });
});
