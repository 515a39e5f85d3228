import { expect, test } from "vitest";
import { formatKnownDay } from "@/lib/format/known-day";

test("The day of a filing is the one filed, and an estimate is marked as one", () => {
  // 22:00 in New York on 6 March, which is the next day in UTC.
  const knownAt = "2024-03-07T03:00:00.000Z";
  expect(formatKnownDay({ filingDate: "2024-03-06", knownAt, knownAtBasis: "filing-date" })).toBe("6 Mar 2024");
  expect(formatKnownDay({ filingDate: null, knownAt, knownAtBasis: "signature-date" })).toBe("≈ 6 Mar 2024");
  expect(formatKnownDay({ filingDate: null, knownAt, knownAtBasis: "accepted" })).toBe("6 Mar 2024");
  expect(formatKnownDay({ filingDate: null, knownAt: null, knownAtBasis: null })).toBeNull();
});
