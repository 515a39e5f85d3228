import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FilingReturns } from "@/components/filings/related/filing-returns";
import { SORT_KEYS } from "@/components/transactions/table/sort-keys";
import type { ReturnsView } from "@/lib/services/views/shapes/prices";

const words = (markup: string) => markup.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|");

const RETURNS: ReturnsView = {
  symbol: "QLYS",
  from: { date: "2018-12-12", close: 80 },
  isEstimated: true,
  after: [
    { days: 1, value: 0.025, to: { date: "2018-12-13", close: 82 }, reason: null },
    { days: 5, value: -0.075, to: { date: "2018-12-19", close: 74 }, reason: null },
    { days: 21, value: 0, to: { date: "2019-01-14", close: 80 }, reason: null },
    { days: 126, value: null, to: null, reason: "prices end before" },
  ],
};

describe("returns after a filing", () => {
  it("stand by their days, a zero as a zero, an absent one as a dash", () => {
    const text = words(renderToStaticMarkup(<FilingReturns returns={RETURNS} />));
    expect(text).toContain(
      "QLYS, from the first close at which the filing was public: $80.00 on 12 Dec 2018; the filing&#x27;s day is estimated from its signature.",
    );
    expect(text).toContain("|After 1 day|+2.5 %|After 5 days|−7.5 %|After 21 days|0 %|After 126 days|—|");
  });
  it("are nothing where no prices were imported", () => {
    expect(renderToStaticMarkup(<FilingReturns returns={undefined} />)).toBe("");
  });
  it("sort a table by their figures, rows without one as unknown", () => {
    const columns = ["return1", "return5", "return21", "return126"] as const;
    const key = (row: object) =>
      columns.map((column) => SORT_KEYS[column](row as Parameters<(typeof SORT_KEYS)["return1"]>[0]));
    expect(key({ returns: RETURNS })).toEqual([0.025, -0.075, 0, null]);
    expect(key({})).toEqual([null, null, null, null]);
  });
});
