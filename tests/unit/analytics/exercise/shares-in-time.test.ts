import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SharesInTime } from "@/lib/analytics/exercise/shares-in-time";
import { addDays, dayNumber } from "@/lib/analytics/rows/day-numbers";
import { sumOrNull } from "@/lib/analytics/sums";
import { filing, tx } from "../../../support/filing-builder";

const FIRST = "2023-12-20";

describe("shares in a window of days", () => {
  const shares = fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: -5, max: 4_000 }) },
    { weight: 10, arbitrary: fc.integer({ min: 0, max: 1e7 }).map((n) => n / 1e4) },
    { weight: 1, arbitrary: fc.constantFrom(null, 1 / 3) },
  );
  const row = fc.record({ day: fc.integer({ min: 0, max: 60 }), shares });

  it("are the sum of the rows that lie in it, in windows of few rows and of many", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: -5, max: 65 }),
        fc.integer({ min: 0, max: 70 }),
        (specs, from, days) => {
          const ordered = [...specs].sort((a, b) => a.day - b.day);
          const { rows } = filing({
            id: "a",
            rows: ordered.map((one) => tx("S", addDays(FIRST, one.day), one.shares, 1, "D", null)),
          });
          const book = new SharesInTime();
          for (const one of rows) book.add(one, one.tradeDay ?? Number.NaN);
          const start = dayNumber(FIRST) + from;
          const within = rows.filter((one) => (one.tradeDay ?? 0) >= start && (one.tradeDay ?? 0) <= start + days);
          expect(book.within(start, days)).toEqual(within);
          expect(book.sharesWithin(start, days)).toBe(sumOrNull(within.map((one) => one.shares)));
        },
      ),
    );
  });
});
