import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Warning } from "@/lib/ownership/document";
import { acceptanceInstant, dateFromDigits } from "@/lib/sources/submission/acceptance-time";

function read(text: string): { at: string | null; codes: string[] } {
  const warnings: Warning[] = [];
  const at = acceptanceInstant(text, "line 3", warnings);
  return { at, codes: warnings.map((warning) => warning.code) };
}

describe("acceptanceInstant", () => {
  it.each([
    ["20240308163012", "2024-03-08T21:30:12.000Z"], // Friday before the clock goes forward: UTC-5
    ["20240311163012", "2024-03-11T20:30:12.000Z"], // Monday after: UTC-4
    ["20231103215959", "2023-11-04T01:59:59.000Z"], // Friday before it goes back: UTC-4
    ["20231106060000", "2023-11-06T11:00:00.000Z"], // Monday after: UTC-5
    ["20060331120000", "2006-03-31T17:00:00.000Z"], // until 2006 summer time began in April
    ["20060403120000", "2006-04-03T16:00:00.000Z"],
    ["20061103120000", "2006-11-03T17:00:00.000Z"], // and ended in October
  ])("reads %s as %s", (text, at) => {
    expect(read(text)).toEqual({ at, codes: [] });
  });

  it("takes the first coming of the hour that comes twice", () => {
    expect(read("20231105013000")).toEqual({ at: "2023-11-05T05:30:00.000Z", codes: ["acceptance-time-repeated"] });
    expect(read("20231105005959")).toEqual({ at: "2023-11-05T04:59:59.000Z", codes: [] });
    expect(read("20231105020000")).toEqual({ at: "2023-11-05T07:00:00.000Z", codes: [] });
  });

  it("reads the hour that is left out an hour later", () => {
    expect(read("20230312023000")).toEqual({ at: "2023-03-12T07:30:00.000Z", codes: ["acceptance-time-left-out"] });
    expect(read("20230312030000")).toEqual({ at: "2023-03-12T07:00:00.000Z", codes: [] });
  });

  it.each(["", "20240308", "20240230120000", "20240308243012", "20240308166012", "2024-03-08T16:30:12"])(
    "refuses to read “%s”",
    (text) => {
      expect(read(text)).toEqual({ at: null, codes: ["acceptance-time-malformed"] });
    },
  );

  it("agrees with the machine's own zone data on every plain time", () => {
    const digits = new Intl.DateTimeFormat("en-CA", {
      timeZone: "America/New_York",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    const times = fc.integer({ min: Date.UTC(1996, 0, 2), max: Date.UTC(2035, 0, 1) }).map((ms) => ms - (ms % 1000));
    fc.assert(
      fc.property(times, (time) => {
        const wall = digits.format(new Date(time)).replace(/\D/g, "");
        const { at, codes } = read(wall);
        if (codes.length === 0) expect(at).toBe(new Date(time).toISOString());
        else expect(codes).toEqual(["acceptance-time-repeated"]);
      }),
    );
  });
});

describe("dateFromDigits", () => {
  it("reads a day of the calendar and nothing else", () => {
    expect(dateFromDigits("20240229")).toBe("2024-02-29");
    expect(dateFromDigits("20230229")).toBeNull();
    expect(dateFromDigits("00000000")).toBeNull();
    expect(dateFromDigits("2024-02-29")).toBeNull();
  });
});
