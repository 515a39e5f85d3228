import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayRangeParams, isInRange, lastOfMonth, readDayRange, WHOLE_SPAN } from "@/lib/search-params/day-range";

describe("days in an address", () => {
  it("reads years and months as whole ones", () => {
    expect(readDayRange({ from: "2016", to: "2018-02" })).toEqual({
      range: { from: "2016-01-01", to: "2018-02-28" },
      unread: [],
    });
    expect(readDayRange({ to: ["2016-02", "2019"] }).range).toEqual({ from: null, to: "2016-02-29" });
    expect(readDayRange({})).toEqual({ range: WHOLE_SPAN, unread: [] });
  });

  it("tells what is no day, and ends that are the wrong way round", () => {
    expect(readDayRange({ from: "2018-02-30", to: "soon" })).toEqual({
      range: WHOLE_SPAN,
      unread: ["from=2018-02-30", "to=soon"],
    });
    expect(readDayRange({ from: "2019", to: "2018" })).toEqual({
      range: WHOLE_SPAN,
      unread: ["from=2019-01-01 is after to=2018-12-31"],
    });
  });

  it("writes them as short as can be", () => {
    expect(dayRangeParams({ from: "2016-01-01", to: "2018-12-31" })).toEqual({ from: "2016", to: "2018" });
    expect(dayRangeParams({ from: "2016-03-01", to: "2018-02-28" })).toEqual({ from: "2016-03", to: "2018-02" });
    expect(dayRangeParams({ from: "2016-03-02", to: "2016-02-28" })).toEqual({ from: "2016-03-02", to: "2016-02-28" });
    expect(dayRangeParams(WHOLE_SPAN)).toEqual({ from: null, to: null });
  });

  it("reads back what it writes", () => {
    const day = fc.integer({ min: 7_300, max: 22_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const range = a <= b ? { from: a, to: b } : { from: b, to: a };
        expect(readDayRange(dayRangeParams(range))).toEqual({ range, unread: [] });
      }),
    );
  });

  it("holds both ends, and no row without a date", () => {
    const range = { from: "2018-12-10", to: "2018-12-31" };
    expect(["2018-12-09", "2018-12-10", "2018-12-31", "2019-01-01"].map((day) => isInRange(day, range))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([isInRange(null, range), isInRange(null, WHOLE_SPAN), isInRange(null, { from: null, to: "2018" })]).toEqual([
      false,
      true,
      false,
    ]);
    expect([lastOfMonth("2019-12"), lastOfMonth("2024-02")]).toEqual(["2019-12-31", "2024-02-29"]);
  });
});
