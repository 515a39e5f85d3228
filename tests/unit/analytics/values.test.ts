import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { roundTo, stableSum, sumOrNull } from "@/lib/analytics/sums";
import { rowValue, totals, tradeSide } from "@/lib/analytics/values";
import { filing, holding, option, type RowSpec, seedFiling, tx } from "../../support/filing-builder";

const DAY = "2024-03-01";
const rows = (...specs: RowSpec[]): FiledRow[] => [
  ...filing({ id: "a", rows: specs, footnotes: { F1: "See note." } }).rows,
];
const first = (spec: RowSpec): FiledRow => rows(spec)[0] as FiledRow;

describe("the value of a row", () => {
  it("is shares times price", () => {
    expect(rowValue(first(tx("S", DAY, 782, 75.5351, "D", 0)))).toEqual({
      value: 59068.4482,
      basis: "shares-times-price",
      reason: null,
    });
  });
  it("is 0 at a price of 0 and unknown without a price", () => {
    expect(rowValue(first(tx("G", DAY, 10, 0, "D", 0))).value).toBe(0);
    expect(rowValue(first(tx("S", DAY, 10, null, "D", 0)))).toEqual({
      value: null,
      basis: null,
      reason: "price-not-reported",
    });
    const noted = tx("S", DAY, 10, null, "D", 0, {}, { transactionPricePerShare: ["F1"] });
    expect(rowValue(first(noted)).reason).toBe("price-in-footnote-only");
  });
  it("is the reported total where no shares are given", () => {
    const row = first(tx("I", DAY, null, null, "D", null, { transactionTotalValue: 1234.5 }));
    expect(rowValue(row)).toEqual({ value: 1234.5, basis: "reported-total", reason: null });
    expect(rowValue(first(tx("I", DAY, null, 5, "D", null))).reason).toBe("shares-not-reported");
  });
});

describe("which rows enter buy and sale totals", () => {
  it.each([
    [tx("P", DAY, 1, 1, "A", 1), "buy", null],
    [tx("S", DAY, 1, 1, "D", 1), "sale", null],
    [tx("P", DAY, 1, 1, "D", 1), null, "contradictory-direction"],
    [tx("S", DAY, 1, 1, "A", 1), null, "contradictory-direction"],
    [tx("S", DAY, 1, 1, null, 1), null, "direction-not-reported"],
    [tx("F", DAY, 1, 1, "D", 1), null, "other-code"],
    [tx("S", DAY, 1, 1, "D", 1, { equitySwapInvolved: "1" }), null, "equity-swap"],
    [option("S", DAY, 1, "D", 1), null, "derivative-table"],
    [holding(1), null, "holding"],
  ])("%#", (spec, side, reason) => {
    expect(tradeSide(first(spec))).toEqual({ side, reason });
  });
});

describe("totals", () => {
  it("adds the seed filing's sales to $152,750.75 and lists what is left out", () => {
    const result = totals(seedFiling().rows);
    expect(roundTo(result.sales.value, 2)).toBe(152750.75);
    expect(result.sales.rows.map((row) => row.anchor)).toEqual(["t1-tx2", "t1-tx3", "t1-tx4"]);
    expect([...result.sales.sharesByClass]).toEqual([["common stock", 2000]]);
    expect(result.buys).toEqual({ value: 0, rows: [], sharesByClass: new Map() });
    expect(roundTo(result.net, 2)).toBe(-152750.75);
    expect([...result.leftOutByReason]).toEqual([
      ["derivative-table", 1],
      ["other-code", 1],
    ]);
    expect([...result.byClass].map(([name, total]) => [name, roundTo(total.value, 2)])).toEqual([
      ["exercise", 74560],
      ["sale", 152750.75],
    ]);
  });

  it("keeps classes of shares apart and honours the caller's exclusions", () => {
    const all = rows(
      tx("P", DAY, 10, 5, "A", 10),
      tx("P", DAY, 20, 5, "A", 20, { securityTitle: "Class B Common Stock" }),
      tx("P", DAY, 10, 5000, "A", 30),
    );
    const result = totals(all, new Map([["a#t1-tx3", "price is a total"]]));
    expect(result.buys.value).toBe(150);
    expect([...result.buys.sharesByClass]).toEqual([
      ["common stock", 10],
      ["class b common stock", 20],
    ]);
    expect(result.leftOut).toEqual([{ row: all[2], address: "a#t1-tx3", reason: "price is a total" }]);
    expect(result.byClass.get("buy")?.value).toBe(150);
  });

  const anyRow = fc.record({
    code: fc.constantFrom("P", "S", "F", "M"),
    shares: fc.option(fc.integer({ min: 0, max: 9_000_000 }), { nil: null }),
    cents: fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: null }),
    direction: fc.constantFrom("A" as const, "D" as const),
  });

  it("equal the sum of their listed rows, in any order, and lose no row", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (specs, keys) => {
        const all = rows(
          ...specs.map((one) =>
            tx(one.code, DAY, one.shares, one.cents === null ? null : one.cents / 100, one.direction, null),
          ),
        );
        const result = totals(all);
        for (const total of [result.buys, result.sales]) {
          expect(total.value).toBe(stableSum(total.rows.map((row) => rowValue(row).value ?? Number.NaN)));
        }
        expect(result.buys.rows.length + result.sales.rows.length + result.leftOut.length).toBe(all.length);
        const order = new Map(all.map((row) => [row, keys.next().value as number]));
        const shuffled = [...all].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        expect(totals(shuffled)).toEqual(result);
      }),
    );
  });
});

describe("sums", () => {
  it("don't lean on order and keep no dust", () => {
    expect(stableSum([0.1, 0.2])).toBe(0.3);
    expect(stableSum([1e16, 1, -1e16])).toBe(1);
    expect(sumOrNull([1, null])).toBeNull();
    expect(sumOrNull([])).toBe(0);
  });
});
