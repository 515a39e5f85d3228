import { describe, expect, it } from "vitest";
import type { FoundSplit } from "@/lib/analytics/holdings/splits";
import { returnsAfter } from "@/lib/analytics/prices/returns";
import { unadjustedSplits } from "@/lib/analytics/prices/split-jumps";
import { addDays } from "@/lib/analytics/rows/day-numbers";

function split(to: number, per: number, confirmed = true): FoundSplit {
  const ratio = { to, for: per };
  return {
    issuerCik: "900",
    ratio,
    after: "2024-06-03",
    by: "2024-06-12",
    steps: [],
    against: [],
    words: [],
    confirmed,
  };
}

/** Closes of the days from Monday 3 June 2024 on. */
const closes = (...prices: number[]) => prices.map((close, at) => ({ date: addDays("2024-06-03", at), close }));

describe("splits that a series is not adjusted for", () => {
  it("show as a jump by the split's own ratio", () => {
    // 121 → 31.2 is a factor of 0.258, 3 % off a quarter.
    expect([...unadjustedSplits(closes(120, 121, 31.2, 30), [split(4, 1)])]).toEqual(["2024-06-05"]);
    // 1-for-10: 0.5 → 4.8 is 9.6 times.
    expect([...unadjustedSplits(closes(0.52, 0.5, 4.8), [split(1, 10)])]).toEqual(["2024-06-05"]);
  });

  it("are none in an adjusted series, far from the split, or for an unconfirmed one", () => {
    expect([...unadjustedSplits(closes(30, 30.25, 31.2, 30), [split(4, 1)])]).toEqual([]);
    expect([...unadjustedSplits(closes(120, 121, 31.2), [split(4, 1, false)])]).toEqual([]);
    // The first close after the fall stands on 23 June, eleven days after the split's last day.
    const late = closes(...Array<number>(20).fill(120), 30);
    expect(late.at(-1)?.date).toBe("2024-06-23");
    expect([...unadjustedSplits(late, [split(4, 1)])]).toEqual([]);
  });

  it("leave no return across them", () => {
    const series = closes(120, 121, 31.2, 30);
    const dayAfter = (known: string) => returnsAfter(known, series, unadjustedSplits(series, [split(4, 1)])).after[1];
    expect(dayAfter("2024-06-04T12:00:00.000Z")).toEqual({
      value: null,
      to: null,
      reason: "prices not adjusted for a split",
    });
    // From 31.2 to 30, both after the split: −3.8462 %.
    expect(dayAfter("2024-06-05T12:00:00.000Z").value).toBe(-0.038462);
  });
});
