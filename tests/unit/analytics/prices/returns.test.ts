import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DailyClose, RETURN_DAYS, returnsAfter } from "@/lib/analytics/prices/returns";
import { addDays } from "@/lib/analytics/rows/day-numbers";

/** Weekdays from Monday 4 March 2024 on; the close is 100 plus the day's place. */
function weekdays(count: number): DailyClose[] {
  const series: DailyClose[] = [];
  for (let day = "2024-03-04"; series.length < count; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) series.push({ date: day, close: 100 + series.length });
  }
  return series;
}

describe("returns after a filing became public", () => {
  const series = weekdays(130);

  it("count from that day's close when it was known by 16:00 in New York", () => {
    // 15:59:59 on Tuesday 5 March, New York (UTC−5): from 101.
    const { from, after } = returnsAfter("2024-03-05T20:59:59.000Z", series);
    expect(from).toEqual({ date: "2024-03-05", close: 101 });
    expect(after[1]).toEqual({ value: 0.009901, to: { date: "2024-03-06", close: 102 }, reason: null });
    expect(after[5]).toEqual({ value: 0.049505, to: { date: "2024-03-12", close: 106 }, reason: null });
    expect(after[21].value).toBe(0.207921);
    expect(after[126]).toMatchObject({ value: 1.247525, to: { close: 227 } });
  });

  it("count from the next day's close after that, over a weekend and summer time", () => {
    // 16:00:01 on Friday 8 March; Monday 11 March is in summer time.
    expect(returnsAfter("2024-03-08T21:00:01.000Z", series).from?.date).toBe("2024-03-11");
    expect(returnsAfter("2024-03-11T20:00:00.000Z", series).from?.date).toBe("2024-03-11");
    expect(returnsAfter("2024-03-11T20:00:00.001Z", series).from?.date).toBe("2024-03-12");
  });

  it("are absent, not zero, where a price is missing", () => {
    const reasons = (known: string | null, closes: DailyClose[]) =>
      RETURN_DAYS.map((days) => returnsAfter(known, closes).after[days].reason);
    expect(reasons("2024-03-05T12:00:00.000Z", [])).toEqual(Array(4).fill("no prices"));
    expect(reasons(null, series)).toEqual(Array(4).fill("not known when it was public"));
    expect(reasons("2023-01-05T12:00:00.000Z", series)).toEqual(Array(4).fill("no price when it became public"));
    expect(reasons("2030-01-05T12:00:00.000Z", series)).toEqual(Array(4).fill("no price when it became public"));
    expect(reasons("2024-03-05T12:00:00.000Z", series.slice(0, 10))).toEqual([
      null,
      null,
      "prices end before",
      "prices end before",
    ]);
    expect(returnsAfter(null, series).after[1].value).toBeNull();
  });

  it("do not count trading days over a gap", () => {
    // Without Monday 11 to Wednesday 13 March, from Friday to Thursday are 6 days.
    const holed = series.filter(({ date }) => date < "2024-03-11" || date > "2024-03-13");
    const { after } = returnsAfter("2024-03-07T12:00:00.000Z", holed);
    expect([after[1].value, after[5].reason, after[21].reason]).toEqual([
      0.009709,
      "gap in the prices",
      "gap in the prices",
    ]);
  });

  it("a price of the same height gives 0, and no scale of the prices matters", () => {
    const flat = series.map(({ date }) => ({ date, close: 7 }));
    expect(RETURN_DAYS.map((days) => returnsAfter("2024-03-05T12:00:00.000Z", flat).after[days].value)).toEqual([
      0, 0, 0, 0,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 1000 }), (start, scale) => {
        const known = `${series[start]?.date}T12:00:00.000Z`;
        const scaled = series.map(({ date, close }) => ({ date, close: close * scale }));
        for (const days of RETURN_DAYS) {
          expect(returnsAfter(known, scaled).after[days].value).toBe(returnsAfter(known, series).after[days].value);
        }
      }),
    );
  });
});
