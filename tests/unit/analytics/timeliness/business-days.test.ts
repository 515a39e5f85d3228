import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDaysAfter,
  closedBecause,
} from "@/lib/analytics/timeliness/business-days";

describe("days on which EDGAR is closed", () => {
  it.each([
    ["2018-12-08", "weekend"],
    ["2018-12-09", "weekend"],
    ["2018-12-10", null],
    ["2018-12-25", "Christmas Day"],
    // Holidays on a Saturday are observed on Friday, on a Sunday on Monday.
    ["2020-07-03", "Independence Day"],
    ["2021-12-31", "New Year's Day"],
    ["2023-01-02", "New Year's Day"],
    ["2018-11-12", "Veterans Day"],
    // Juneteenth since 2021.
    ["2021-06-18", "Juneteenth National Independence Day"],
    ["2020-06-19", null],
    // The stock exchanges close on Good Friday, EDGAR doesn't.
    ["2024-03-29", null],
    ["2018-12-05", "Day of mourning for George H. W. Bush, announced by the SEC"],
    ["2025-12-26", "Day after Christmas, by executive order of December 2025"],
    // Inauguration Day is none of EDGAR's.
    ["2017-01-20", null],
  ])("%s: %s", (date, reason) => expect(closedBecause(date)).toBe(reason));
});

describe("counting", () => {
  it("counts from the day after", () => {
    expect(businessDaysAfter("2018-12-10", "2018-12-11")).toBe(1);
    expect(businessDaysAfter("2018-12-10", "2018-12-10")).toBe(0);
    expect(businessDaysAfter("2018-12-07", "2018-12-10")).toBe(1);
    expect(businessDaysAfter("2018-12-04", "2018-12-06")).toBe(1);
    expect(businessDaysAfter("2018-12-11", "2018-12-10")).toBe(-1);
  });
  it("adds over a weekend, a holiday and a closure", () => {
    expect(addBusinessDays("2018-12-21", 2)).toBe("2018-12-27");
    expect(addBusinessDays("2018-12-08", 1)).toBe("2018-12-10");
    expect(businessDayOnOrAfter("2024-02-17")).toBe("2024-02-20");
    expect(businessDayOnOrAfter("2024-02-20")).toBe("2024-02-20");
  });
});
