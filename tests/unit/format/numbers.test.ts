import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAveragePrice,
  formatCount,
  formatMoney,
  formatMoneyChange,
  formatMoneyShort,
  formatPercent,
  formatPercentChange,
  formatPrice,
  formatShares,
  formatSharesChange,
  formatSharesShort,
} from "@/lib/format/numbers";

const ALL = [
  formatAveragePrice,
  formatCount,
  formatMoney,
  formatMoneyChange,
  formatMoneyShort,
  formatPercent,
  formatPercentChange,
  formatPrice,
  formatShares,
  formatSharesChange,
  formatSharesShort,
];

describe("numbers", () => {
  it("shows the worked example of the seed filing", () => {
    expect(formatMoney(74560)).toBe("$74,560.00");
    expect(formatMoney(782 * 75.5351 + 1018 * 76.7832 + 200 * 77.585)).toBe("$152,750.75");
    expect(formatAveragePrice(152750.7458 / 2000)).toBe("$76.3754");
    expect(formatMoneyChange(78190.7458)).toBe("+$78,190.75");
    expect(formatPercent(0)).toBe("0 %");
    expect(formatShares(57442)).toBe("57,442");
  });

  it("shows a filed price with every digit it has, and at least cents", () => {
    expect(formatPrice(75.5351)).toBe("$75.5351");
    expect(formatPrice(77.585)).toBe("$77.585");
    expect(formatPrice(37.28)).toBe("$37.28");
    expect(formatPrice(37)).toBe("$37.00");
    expect(formatPrice(0.00001)).toBe("$0.00001");
    expect(formatPrice(0)).toBe("$0.00");
  });

  it("never shows unknown as a number, nor zero as unknown", () => {
    for (const write of ALL) {
      expect(write(null)).toBe("—");
      expect(write(undefined)).toBe("—");
      expect(write(Number.NaN)).toBe("—");
      expect(write(Number.POSITIVE_INFINITY)).toBe("—");
      expect(write(0)).toMatch(/0/);
      expect(write(-0)).toBe(write(0));
    }
  });

  it("shows the sign of a change always, and of nothing that rounds to zero", () => {
    expect(formatSharesChange(2000)).toBe("+2,000");
    expect(formatSharesChange(-1018)).toBe("−1,018");
    expect(formatSharesChange(0)).toBe("0");
    expect(formatPercentChange(0.0356)).toBe("+3.6 %");
    expect(formatPercentChange(0)).toBe("0 %");
    expect(formatMoney(-0.001)).toBe("$0.00");
    expect(formatMoney(-12.5)).toBe("−$12.50");
  });

  it("never rounds a share to nothing or to all that is neither", () => {
    expect([0, 0.0004999, 0.0005, 0.9994, 0.99951, 1].map(formatPercent)).toEqual([
      "0 %",
      "<0.1 %",
      "0.1 %",
      "99.9 %",
      ">99.9 %",
      "100 %",
    ]);
    expect(formatPercentChange(0.1 + 0.2 - 0.3)).toBe("0 %");
    expect(formatPercent(0.7 + 0.1 + 0.2)).toBe("100 %");
  });

  it("gives a small change its first digit, and one of nearly all the digit that it lacks", () => {
    expect([0.00001, -0.00034, 0.000499, 0.00094, 0.00095, 0.0012, 5e-8].map(formatPercentChange)).toEqual([
      "+0.001 %",
      "−0.03 %",
      "+0.05 %",
      "+0.09 %",
      "+0.1 %",
      "+0.1 %",
      "+0.000005 %",
    ]);
    expect([-0.9994, -0.9996, -0.999951, -0.9999997, -1, 1.0004, 1e-10].map(formatPercentChange)).toEqual([
      "−99.9 %",
      "−99.96 %",
      "−99.995 %",
      "−99.99997 %",
      "−100 %",
      "+100 %",
      "0 %",
    ]);
  });

  it("shortens for charts and takes the next letter when rounding reaches it", () => {
    expect(formatMoneyShort(1_234_567)).toBe("$1.2M");
    expect(formatMoneyShort(12_400_000)).toBe("$12.4M");
    expect(formatMoneyShort(152_750.75)).toBe("$153k");
    expect(formatMoneyShort(78_190.75)).toBe("$78.2k");
    expect(formatMoneyShort(999_960)).toBe("$1M");
    expect(formatMoneyShort(999.96)).toBe("$1k");
    expect(formatMoneyShort(999_999_999)).toBe("$1B");
    expect(formatMoneyShort(2.5e12)).toBe("$2.5T");
    expect(formatMoneyShort(12)).toBe("$12");
    expect(formatMoneyShort(0)).toBe("$0");
    expect(formatMoneyShort(-12_400_000)).toBe("−$12.4M");
    expect(formatSharesShort(57_442)).toBe("57.4k");
  });

  it("keeps a shortened number within five percent of the real one", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e14, noNaN: true }), (value) => {
        const text = formatMoneyShort(value).replace(/[$,]/g, "");
        const scale = { k: 1e3, M: 1e6, B: 1e9, T: 1e12 }[text.at(-1) ?? ""] ?? 1;
        expect(Math.abs(Number.parseFloat(text) * scale - value) / value).toBeLessThanOrEqual(0.051);
      }),
    );
  });

  it("shows fractions of shares", () => {
    expect(formatShares(312.5)).toBe("312.5");
    expect(formatShares(0.0001)).toBe("0.0001");
    expect(formatCount(1204)).toBe("1,204");
  });
});
