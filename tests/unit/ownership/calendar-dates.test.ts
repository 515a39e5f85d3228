import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateFromPrint, daysBetween, isCalendarDate, parseDate } from "@/lib/ownership/calendar-dates";

describe("filed dates", () => {
  it.each([
    ["2018-12-10", "2018-12-10"],
    ["2018-12-10-05:00", "2018-12-10"],
    ["2018-12-10+05:30", "2018-12-10"],
    ["2018-12-10Z", "2018-12-10"],
    ["2018-12-10T23:59:59-05:00", "2018-12-10"],
    [" 2024-02-29 ", "2024-02-29"],
    ["0018-12-10", "0018-12-10"],
  ])("%s is the day %s", (text, date) => {
    expect(parseDate(text)).toEqual({ value: date, problem: null });
  });

  it.each([
    ["12/10/2018", "date-malformed"],
    ["2018-12", "date-malformed"],
    ["20181210", "date-malformed"],
    ["10-DEC-2018", "date-malformed"],
    ["", "date-malformed"],
    ["see note", "date-malformed"],
    ["2018-12-10 EST", "date-malformed"],
    ["2023-02-29", "date-not-in-calendar"],
    ["2018-13-01", "date-not-in-calendar"],
    ["2018-00-10", "date-not-in-calendar"],
    ["2018-04-31-05:00", "date-not-in-calendar"],
  ])("“%s” is a problem: %s", (text, code) => {
    expect(parseDate(text)).toMatchObject({ value: null, problem: { code, text } });
  });

  it("knows the days of the calendar", () => {
    expect(isCalendarDate("2000-02-29")).toBe(true);
    expect(isCalendarDate("1900-02-29")).toBe(false);
    expect(isCalendarDate("2018-12-10-05:00")).toBe(false);
  });
});

describe("printed dates", () => {
  it.each([
    ["12/10/2018", "2018-12-10"],
    ["1/2/2003", "2003-01-02"],
    [" 07/29/2025 ", "2025-07-29"],
    ["02/30/2018", null],
    ["13/01/2018", null],
    ["12/10/18", null],
    ["2018-12-10", null],
    ["(5)", null],
  ])("%s → %s", (text, date) => {
    expect(dateFromPrint(text)).toBe(date);
  });
});

describe("days between", () => {
  it("counts as a calendar does, over clock changes, leap days and centuries", () => {
    expect(daysBetween("2018-05-17", "2018-12-10")).toBe(207);
    expect(daysBetween("2018-12-10", "2018-05-17")).toBe(-207);
    expect(daysBetween("2024-03-09", "2024-03-11")).toBe(2);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("1899-12-31", "1900-01-01")).toBe(1);
    // Nepal moved its clock in 1986; the tests run in its zone.
    expect(daysBetween("1985-12-31", "1986-01-02")).toBe(2);
    expect(daysBetween("2018-12-10", "2018-12-10")).toBe(0);
  });

  it("refuses what is no date, rather than give NaN", () => {
    expect(() => daysBetween("2018-02-30", "2018-12-10")).toThrow("not a day of the calendar");
    expect(() => daysBetween("2018-12-10", "")).toThrow("not a day of the calendar");
  });

  it("undoes itself", () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0);
        expect(Number.isInteger(daysBetween(a, b))).toBe(true);
      }),
    );
  });
});
