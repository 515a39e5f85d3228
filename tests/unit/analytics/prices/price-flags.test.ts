import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flaggedOut, priceFlags } from "@/lib/analytics/prices/price-flags";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { totals } from "@/lib/analytics/values";
import { filing, type RowSpec, rowsOf, seedFiling, tx } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const sold = (id: string, owner: string, shares: number | null, price: number, date = DAY, more = {}) =>
  filing({ id, owners: [owner], filed: "2024-03-05", rows: [tx("S", date, shares, price, "D", null, more)] });
const flags = (...filings: FilingFacts[]) => priceFlags(filings).map((flag) => [flag.address, flag.flag]);
const noted = (row: RowSpec, footnotes: Record<string, string>) =>
  filing({ id: "n", filed: "2024-03-05", footnotes, rows: [row] });
const others = [sold("b", "2", 10, 20.5), sold("c", "3", 10, 19.8)];

describe("against other filers of the day", () => {
  it("a price that is really a total leaves the totals with its reason", () => {
    const filings = [sold("a", "1", 500, 10100), ...others];
    expect(flags(...filings)).toEqual([["a#t1-tx1", "price is a total"]]);
    const [flag] = priceFlags(filings);
    expect(flag).toMatchObject({ reason: "$10100 ÷ 500 shares = $20.2000; others: $20.15" });
    expect(flag?.against.map((row) => row.filing.filingId)).toEqual(["b", "c"]);
    const result = totals(rowsOf(filings), flaggedOut(priceFlags(filings)));
    expect(result.sales.value).toBe(403);
    expect(result.leftOut.map(({ address, reason }) => [address, reason])).toEqual([["a#t1-tx1", "price is a total"]]);
  });
  it("so does a total beside no share count", () => {
    expect(flags(sold("a", "1", null, 10100), ...others)).toEqual([["a#t1-tx1", "price is a total"]]);
  });
  it("a slip of the point is a power of ten", () => {
    expect(flags(sold("a", "1", 500, 2020), ...others)).toEqual([["a#t1-tx1", "power of ten"]]);
    expect(flags(sold("a", "1", 500, 0.202), ...others)).toEqual([["a#t1-tx1", "power of ten"]]);
  });
  it("two others near the price vindicate it", () => {
    expect(
      flags(
        sold("a", "1", 500, 205),
        sold("d", "4", 5, 210),
        sold("e", "5", 5, 200),
        ...others,
        sold("f", "6", 5, 20),
        sold("g", "7", 5, 20),
      ),
    ).not.toContainEqual(["a#t1-tx1", "power of ten"]);
  });
  it("one other filer is not enough for a slip, either could be wrong", () => {
    expect(flags(sold("a", "1", 500, 202), sold("b", "2", 10, 20.5))).toEqual([]);
  });
  it("a dear share is not a slip, nor is another class", () => {
    expect(flags(sold("a", "1", 1, 600000), sold("b", "2", 2, 601000))).toEqual([]);
    expect(flags(sold("a", "1", 1, 600000, DAY, { securityTitle: "Class A Common Stock" }), ...others)).toEqual([]);
  });
});

describe("against the days around", () => {
  const before = sold("b", "1", 10, 20, "2024-02-20");
  const after = sold("c", "1", 10, 21, "2024-03-10");
  it("a slip shows between two prices that agree", () => {
    expect(flags(before, sold("a", "1", 500, 2050), after)).toEqual([["a#t1-tx1", "power of ten"]]);
  });
  it("a split never triggers it: one side alone says nothing, two that differ neither", () => {
    expect(flags(before, sold("a", "1", 500, 2))).toEqual([]);
    expect(flags(before, sold("a", "1", 500, 2.1), sold("c", "1", 10, 2.1, "2024-03-10"))).toEqual([]);
  });
});

describe("by the row and its notes", () => {
  it("negative and zero shares", () => {
    expect(flags(sold("a", "1", -5, 20), sold("b", "1", 0, 20), sold("c", "1", 5, -20))).toEqual([
      ["a#t1-tx1", "negative shares"],
      ["b#t1-tx1", "zero shares"],
      ["c#t1-tx1", "negative price"],
    ]);
  });
  it("a foreign currency, unless converted", () => {
    const row = tx("S", DAY, 5, 20, "D", 0, {}, { transactionPricePerShare: ["F1"] });
    expect(flags(noted(row, { F1: "Price in Canadian dollars." }))).toEqual([["n#t1-tx1", "foreign currency"]]);
    expect(flags(noted(row, { F1: "Converted from Canadian dollars at an exchange rate of 0.74." }))).toEqual([]);
  });
  it("ADSs named beside ordinary shares, not beside ADSs", () => {
    const row = (title: string) =>
      tx("S", DAY, 5, 20, "D", 0, { securityTitle: title }, { transactionPricePerShare: ["F1"] });
    const note = { F1: "Each ADS represents five ordinary shares." };
    expect(flags(noted(row("Ordinary Shares"), note))).toEqual([["n#t1-tx1", "ADS and shares mixed"]]);
    expect(flags(noted(row("American Depositary Shares"), note))).toEqual([]);
  });
  it("a price outside its own range leaves the totals, so does a wide range", () => {
    const row = (price: number) => tx("S", DAY, 5, price, "D", 0, {}, { transactionPricePerShare: ["F1"] });
    const range = (high: string) => ({ F1: `Weighted average price; prices ranging from $20.00 to $${high}.` });
    expect(priceFlags([noted(row(22), range("20.90"))])).toMatchObject([
      { flag: "price outside its range", leavesTotals: true },
    ]);
    expect(priceFlags([noted(row(21), range("22.50"))])).toMatchObject([
      { flag: "range wider than $1", leavesTotals: true },
    ]);
    expect(flags(seedFiling())).toEqual([]);
  });
});

it("flags don't depend on the order of filings or the ticker", () => {
  const filings = [sold("a", "1", 500, 10100), ...others, sold("d", "4", 5, 2020)];
  const expected = flags(...filings);
  fc.assert(
    fc.property(fc.shuffledSubarray(filings, { minLength: filings.length }), (shuffled) => {
      expect(flags(...shuffled)).toEqual(expected);
    }),
  );
});
