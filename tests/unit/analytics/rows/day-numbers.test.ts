import { format, addMonths as monthsByLibrary, parseISO } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateOfDay, dayNumber, differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { daysBetween } from "@/lib/ownership/calendar-dates";

describe("day numbers", () => {
  it("count from 1 January 1970", () => {
    expect(["1970-01-01", "1969-12-31", "2000-03-01", "2018-12-10"].map(dayNumber)).toEqual([0, -1, 11017, 17875]);
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(differenceOfDays("2018-05-17", "2018-12-10")).toBe(207);
  });
  it("go there and back, and agree with the calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: 0, max: 20_000 }), (day, more) => {
        expect(dayNumber(dateOfDay(day))).toBe(day);
        expect(differenceOfDays(dateOfDay(day), dateOfDay(day + more))).toBe(more);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }), (a, b) => {
        expect(differenceOfDays(dateOfDay(a), dateOfDay(b))).toBe(daysBetween(dateOfDay(a), dateOfDay(b)));
      }),
    );
  });

  it("adds months, on the last day of a shorter month", () => {
    expect([addMonths("2024-08-31", 6), addMonths("2023-08-31", 6), addMonths("2024-01-15", -6)]).toEqual([
      "2025-02-28",
      "2024-02-29",
      "2023-07-15",
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -30, max: 30 }), (day, months) => {
        const date = dateOfDay(day);
        expect(addMonths(date, months)).toBe(format(monthsByLibrary(parseISO(date), months), "yyyy-MM-dd"));
      }),
    );
  });
});
