import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { findClusters } from "@/lib/analytics/signals/clusters";
import { type FilingSpec, filing, tx } from "../../../support/filing-builder";

const bought = (
  owner: string,
  date: string,
  shares: number,
  price: number,
  filed = date,
  spec: Partial<FilingSpec> = {},
  notes = {},
) =>
  filing({
    id: `${owner}-${date}`,
    owners: [owner],
    filed,
    rows: [tx("P", date, shares, price, "A", null, {}, notes)],
    ...spec,
  });
const three = [
  bought("1", "2024-03-01", 4000, 10.01, "2024-03-05"),
  bought("2", "2024-03-06", 4000, 10.02, "2024-03-07"),
  bought("3", "2024-03-14", 4000, 10.03, "2024-03-18"),
];
const shape = (filings: FilingFacts[], parameters = {}) =>
  findClusters(filings, parameters).clusters.map((one) => [
    one.side,
    one.from,
    one.to,
    one.persons.join("+"),
    one.value,
  ]);

describe("clusters", () => {
  it("are three persons within fourteen days for $100,000, visible with the third filing", () => {
    expect(shape(three)).toEqual([["buy", "2024-03-01", "2024-03-14", "1+2+3", 120240]]);
    const [cluster] = findClusters(three).clusters;
    expect(cluster?.visibleAt).toBe("2024-03-18T22:00:00.000Z");
    expect(cluster?.visibleBy?.filingId).toBe("3-2024-03-14");
    expect(cluster?.rows).toHaveLength(3);
  });
  it("are visible when the third person was known, not when the third traded", () => {
    const late = bought("1", "2024-03-01", 4000, 10.01, "2024-04-02");
    expect(findClusters([late, ...three.slice(1)]).clusters[0]?.visibleAt).toBe("2024-04-02T22:00:00.000Z");
  });
  it("need persons, days and value", () => {
    expect(shape(three.slice(1))).toEqual([]);
    expect(shape(three, { days: 12 })).toEqual([]);
    expect(shape(three, { value: 120240.01 })).toEqual([]);
    expect(shape(three, { value: 120240 })).toHaveLength(1);
    expect(shape(three.slice(1), { persons: 2, value: 1 })).toHaveLength(1);
  });
  it("sum what is known, with the count of trades that have no value", () => {
    const unpriced = filing({
      id: "u",
      owners: ["4"],
      filed: "2024-03-12",
      rows: [tx("P", "2024-03-12", 500, null, "A", null), tx("P", "2024-03-12", null, 9, "A", null)],
    });
    expect(findClusters([...three, unpriced]).clusters).toMatchObject([{ value: 120240, unvalued: 2 }]);
    expect(findClusters(three).clusters).toMatchObject([{ value: 120240, unvalued: 0 }]);
  });
  it("have an unknown value, not 0, where no trade of theirs has one; a price of 0 is known", () => {
    const at = (owner: string, date: string, price: number | null) =>
      filing({ id: `${owner}-${date}`, owners: [owner], filed: date, rows: [tx("P", date, 10, price, "A", null)] });
    const of = (price: number | null) =>
      ["2024-03-01", "2024-03-02", "2024-03-03"].map((date, n) => at(String(n + 1), date, price));
    expect(findClusters(of(null), { value: 0 }).clusters).toMatchObject([{ value: null, unvalued: 3 }]);
    expect(findClusters(of(null), { value: 0.01 }).clusters).toEqual([]);
    expect(findClusters(of(0), { value: 0 }).clusters).toMatchObject([{ value: 0, unvalued: 0 }]);
  });
  it("keep buys from sales and issuers apart", () => {
    const sale = filing({
      id: "s",
      owners: ["3"],
      filed: "2024-03-14",
      rows: [tx("S", "2024-03-14", 4000, 10, "D", 0)],
    });
    expect(shape([...three.slice(0, 2), sale])).toEqual([]);
    expect(shape([...three.slice(0, 2), bought("3", "2024-03-14", 4000, 10, "2024-03-18", { issuer: "2" })])).toEqual(
      [],
    );
  });
  it("count a person and own trust once", () => {
    const trust = bought("4", "2024-03-12", 4000, 10.03);
    const together = filing({ id: "j", owners: ["1", "4"], filed: "2020-01-01", rows: [] });
    expect(shape([...three.slice(0, 2), trust])).toHaveLength(1);
    expect(shape([...three.slice(0, 2), trust, together])).toEqual([]);
  });
  it("leave out planned, mechanical, placed and flagged trades, and say so", () => {
    const onCode = { transactionCode: ["F1"] };
    const planned = bought(
      "3",
      "2024-03-14",
      4000,
      10.03,
      "2024-03-18",
      { footnotes: { F1: "Pursuant to a Rule 10b5-1 trading plan adopted on May 1, 2023." } },
      onCode,
    );
    const drip = bought(
      "3",
      "2024-03-14",
      4000,
      10.03,
      "2024-03-18",
      { footnotes: { F1: "Acquired through a dividend reinvestment plan." } },
      onCode,
    );
    const placed = bought(
      "3",
      "2024-03-14",
      4000,
      10.03,
      "2024-03-18",
      { footnotes: { F1: "Purchased in a private placement by the issuer." } },
      onCode,
    );
    for (const [last, reason] of [
      [planned, "planned"],
      [drip, "dividend reinvestment"],
      [placed, "placement"],
    ] as const) {
      const { clusters, leftOut } = findClusters([...three.slice(0, 2), last]);
      expect(clusters).toEqual([]);
      expect(leftOut.map((one) => one.reason)).toEqual([reason]);
    }
    const excluded = new Map([["3-2024-03-14#t1-tx1", "power of ten"]]);
    expect(findClusters(three, { excluded }).leftOut.map((one) => one.reason)).toEqual(["power of ten"]);
  });
  it("take three persons at one price on one day for a placement", () => {
    const same = ["1", "2", "3"].map((owner) => bought(owner, "2024-03-01", 4000, 10));
    expect(shape(same)).toEqual([]);
    expect(findClusters(same).leftOut.map((one) => one.reason)).toEqual(Array(3).fill("same price as others that day"));
  });
  it("begin anew after each other", () => {
    const again = three.map((_, i) => bought(String(i + 1), `2024-06-0${i + 1}`, 4000, 10 + i));
    expect(shape([...again, ...three])).toEqual([
      ["buy", "2024-03-01", "2024-03-14", "1+2+3", 120240],
      ["buy", "2024-06-01", "2024-06-03", "1+2+3", 132000],
    ]);
  });
  it("don't depend on order, ticker or unrelated filings", () => {
    const expected = shape(three);
    const all = [...three, bought("9", "2024-03-02", 1, 1, "2024-03-04", { issuer: "77" })];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(shape(shuffled)).toEqual(expected);
      }),
    );
    expect(shape(three.map((one) => ({ ...one, tradingSymbol: "NEW" })))).toEqual(expected);
  });
});
