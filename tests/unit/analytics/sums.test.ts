import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundTo, stableSum, sumOfKnown, sumOrNull } from "@/lib/analytics/sums";

const amounts = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1e4),
  // A half of the last digit, where rounding is decided by the double itself.
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => (n + 0.5) / 1e6),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  fc.integer(),
);

/** The rule in its plainest words: from the smallest magnitude up, corrected, spelled with six decimals. */
function spelledOut(values: readonly number[]): number {
  let [sum, correction] = [0, 0];
  for (const value of [...values].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)) {
    const next = sum + value;
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number((sum + correction).toFixed(6)) + 0;
}

describe("rounding", () => {
  it("gives the double that the decimal spelling gives, never −0", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(0, 2, 4, 6), (value, decimals) => {
        expect(roundTo(value, decimals)).toBe(Number(value.toFixed(decimals)) + 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it("rounds as the double lies, not as its short spelling looks", () => {
    // 1.005 is 1.00499999999999989…, 8.345 is 8.3450000000000006….
    expect([roundTo(1.005, 2), roundTo(8.345, 2), roundTo(-0.0000004, 6)]).toEqual([1, 8.35, 0]);
  });

  it("lets no unknown number pass for 0", () => {
    expect([roundTo(Number.NaN, 6), stableSum([1, Number.NaN]), stableSum([Number.NaN])]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe("a sum", () => {
  it("is what its rule spelled out gives, in every order", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 30 }), (values) => {
        expect(stableSum(values)).toBe(spelledOut(values));
        expect(stableSum([...values].reverse())).toBe(stableSum(values));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is unknown when an addend is", () => {
    expect([sumOrNull([1, null]), sumOrNull([]), sumOrNull([0.1, 0.2])]).toEqual([null, 0, 0.3]);
  });
});

it("a sum of what is known leaves out what is not, and is unknown where nothing is known", () => {
  expect([sumOfKnown([]), sumOfKnown([2, null, 3]), sumOfKnown([0, null]), sumOfKnown([null, null])]).toEqual([
    0,
    5,
    0,
    null,
  ]);
});
