import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateSpan,
  formatDayOfYear,
  formatInstant,
  formatMonth,
  newYorkDate,
} from "@/lib/format/dates";

describe("dates", () => {
  it("writes calendar dates without moving them by a zone", () => {
    expect(formatDate("2018-12-10")).toBe("10 Dec 2018");
    expect(formatDate("2020-02-29")).toBe("29 Feb 2020");
    expect(formatDayOfYear("2018-12-01")).toBe("1 Dec");
    expect(formatMonth("2018-12")).toBe("Dec 2018");
  });

  it("shows nothing it cannot read as a date of its own making", () => {
    expect(formatDate(null)).toBe("—");
    expect(formatDate("2018-02-30")).toBe("2018-02-30");
    expect(formatMonth("2018-13")).toBe("2018-13");
    expect(formatMonth(null)).toBe("—");
  });

  it("writes spans with as many years as needed", () => {
    expect(formatDateSpan("2018-12-10", "2018-12-10")).toBe("10 Dec 2018");
    expect(formatDateSpan("2018-05-17", "2018-12-10")).toBe("17 May – 10 Dec 2018");
    expect(formatDateSpan("2017-05-17", "2018-12-10")).toBe("17 May 2017 – 10 Dec 2018");
  });

  it("writes instants in New York, in winter and summer time", () => {
    expect(formatInstant("2018-12-11T22:58:09.000Z")).toBe("11 Dec 2018, 17:58 ET");
    expect(formatInstant("2018-07-11T21:58:09.000Z")).toBe("11 Jul 2018, 17:58 ET");
    expect(formatInstant("2018-12-12T03:00:00.000Z")).toBe("11 Dec 2018, 22:00 ET");
    expect(newYorkDate("2018-12-12T03:00:00.000Z")).toBe("2018-12-11");
    expect(formatInstant(null)).toBe("—");
    expect(formatInstant("yesterday")).toBe("yesterday");
  });
});
