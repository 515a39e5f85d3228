import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearTicks, rootOf, rootTicks, roundDown } from "@/components/charts/scales/amount-ticks";
import { dayTicks } from "@/components/charts/scales/day-ticks";
import { dateOfDay, dayOf, daySpan } from "@/components/charts/scales/days";

describe("the time axis", () => {
  it("counts days without a zone, there and back", () => {
    expect(dayOf("1970-01-01")).toBe(0);
    expect(dayOf("2018-12-10")).toBe(17875);
    expect(dateOfDay(17875)).toBe("2018-12-10");
  });

  it("puts a single date in the middle of a quarter", () => {
    expect(daySpan([17875])).toEqual([17875 - 45, 17875 + 45]);
    expect(daySpan([])).toBeNull();
  });

  it("ticks on round days, each new year named", () => {
    expect(dayTicks([dayOf("2018-10-26"), dayOf("2019-01-24")]).map((tick) => tick.label)).toEqual([
      "29 Oct 2018",
      "12 Nov",
      "26 Nov",
      "10 Dec",
      "24 Dec",
      "7 Jan 2019",
      "21 Jan",
    ]);
    expect(dayTicks([dayOf("2015-03-01"), dayOf("2021-06-01")]).map((tick) => tick.label)).toEqual([
      "2016",
      "2017",
      "2018",
      "2019",
      "2020",
      "2021",
    ]);
  });

  it("keeps to the number of ticks asked for, over any span", () => {
    fc.assert(
      fc.property(fc.integer({ min: 7300, max: 20000 }), fc.integer({ min: 8, max: 12000 }), (from, length) => {
        const ticks = dayTicks([from, from + length]);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks.every(({ day }) => day >= from && day <= from + length)).toBe(true);
      }),
    );
  });
});

describe("amount axes", () => {
  it("rounds down to one digit", () => {
    expect([roundDown(78_165), roundDown(4.9), roundDown(1), roundDown(0)]).toEqual([60_000, 4, 1, 0]);
  });

  it("keeps the sign under the root", () => {
    expect([rootOf(4), rootOf(-9), rootOf(0)]).toEqual([2, -3, 0]);
  });

  it("ticks below zero for sales alone, and on both sides for both", () => {
    expect(rootTicks(-100, 0)).toEqual([-100, -30, -8, 0]);
    expect(rootTicks(-100, 100)).toEqual([-100, -30, -8, 0, 8, 30, 100]);
  });

  it("names the same amounts above zero and below it", () => {
    expect(rootTicks(-3_100_000, 2_650_000)).toEqual([-3_000_000, -1_000_000, -200_000, 0, 200_000, 1_000_000]);
    expect(rootTicks(-500_000, 12_000_000)).toEqual([-500_000, 0, 1_000_000, 4_000_000, 10_000_000]);
  });

  it("leaves out the ticks of a small side that would stand in one another's letters", () => {
    expect(rootTicks(-8_429_479, 90_748)).toEqual([-8_000_000, -3_000_000, -600_000, 0, 80_000]);
    expect(rootTicks(-8_429_479, 1_000)).toEqual([-8_000_000, -3_000_000, -600_000, 0]);
  });

  it("spaces ticks evenly on round numbers", () => {
    expect(linearTicks(57_142, 59_742, 6)).toEqual([57_500, 58_000, 58_500, 59_000, 59_500]);
    expect(linearTicks(5, 5)).toEqual([5]);
  });
});
