import { describe, expect, it } from "vitest";
import type { HoldingLine } from "@/components/charts/holdings/holding-line";
import { holdingsSummary, pointWords } from "@/components/charts/holdings/holdings-words";
import { bestAxis, planHoldings } from "@/components/charts/holdings/plan-holdings";
import { datedRows } from "@/components/charts/holdings/row-dates";
import { netOf, planMonths } from "@/components/charts/monthly/plan-months";

function line(balances: readonly number[], part: Partial<HoldingLine> = {}): HoldingLine {
  return {
    key: "k",
    label: "Common Stock, direct",
    person: "SAMPLE PERSON",
    security: "Common Stock",
    group: "shares",
    opening: 57_442,
    points: balances.map((balance, index) => ({
      id: `seed#t1-tx${index + 1}`,
      date: "2018-12-10",
      code: index === 0 ? "M" : "S",
      change: null,
      balance,
      residual: 0,
    })),
    ...part,
  };
}

const SEED = line([59_442, 58_660, 57_642, 57_442]);

describe("holdings", () => {
  it("walks row by row where the rows crowd on one day", () => {
    expect(bestAxis([SEED])).toBe("row");
    const plan = planHoldings([SEED], "row");
    expect(plan?.lines[0]?.placed.map(({ x }) => x)).toEqual([1, 2, 3, 4]);
    expect(plan?.startsAtZero).toBe(false);
    expect(holdingsSummary([SEED])).toBe("Common Stock, direct: 57,442 → 57,442 over 4 reported balances.");
  });

  it("keeps the order of a day's rows on the time axis", () => {
    const xs = planHoldings([SEED], "time")?.lines[0]?.placed.map(({ x }) => x) ?? [];
    expect(xs).toEqual([17875, 17875.25, 17875.5, 17875.75]);
  });

  it("starts at zero where balances fall far, and draws the largest lines first", () => {
    const plan = planHoldings([line([10]), line([5000, 100], { key: "b", opening: null })], "row");
    expect(plan?.startsAtZero).toBe(true);
    expect(plan?.lines.map(({ line: { key } }) => key)).toEqual(["b", "k"]);
    expect(planHoldings([line([])], "time")).toBeNull();
  });

  it("names what the rows leave unexplained", () => {
    const [point] = line([100]).points;
    if (point === undefined) throw new Error("no point");
    expect(pointWords({ ...point, residual: -312 }, SEED)).toBe(
      "10 Dec 2018, Common Stock, direct, 100 reported, −312 not explained by the rows before",
    );
  });
});

describe("months", () => {
  const month = { buys: 0, sales: 152_750.75, plannedBuys: 0, plannedSales: 152_750.75, transactions: 3 };

  it("shows at least a year with what there is in its middle, sales below zero, the planned part apart", () => {
    const bars = planMonths([{ month: "2018-12", ...month }]);
    expect(bars.map((bar) => bar.month)).toEqual([
      "2018-06",
      "2018-07",
      "2018-08",
      "2018-09",
      "2018-10",
      "2018-11",
      "2018-12",
      "2019-01",
      "2019-02",
      "2019-03",
      "2019-04",
      "2019-05",
    ]);
    expect(bars[6]).toMatchObject({ salesPlanned: -152_750.75, otherSales: 0, buysPlanned: 0 });
    expect(netOf({ buys: 0, sales: 152_750.75 })).toBe(-152_750.75);
    expect(netOf({ buys: null, sales: 152_750.75 })).toBeNull();
    expect(Object.is(bars[0]?.otherSales, 0)).toBe(true);
  });

  it("names no month yet to come, and keeps a trade that is dated in one", () => {
    const ends = (traded: string, day: string) => {
      const bars = planMonths([{ ...month, month: traded }], day).map((bar) => bar.month);
      return [bars.length, bars[0], bars.at(-1)];
    };
    expect(ends("2018-12", "2019-02-15")).toEqual([12, "2018-03", "2019-02"]);
    expect(ends("2018-12", "2018-12-20")).toEqual([12, "2018-01", "2018-12"]);
    expect(ends("2018-12", "2018-11-30")).toEqual([12, "2018-01", "2018-12"]);
    expect(ends("2018-12", "2026-11-23")).toEqual([12, "2018-06", "2019-05"]);
  });

  it("fills the months between, and has nothing for nothing", () => {
    expect(
      planMonths([
        { month: "2016-01", ...month },
        { month: "2018-12", ...month },
      ]),
    ).toHaveLength(36);
    const eleven = planMonths([
      { month: "2018-02", ...month },
      { month: "2018-12", ...month },
    ]);
    expect([eleven.length, eleven[0]?.month, eleven.at(-1)?.month]).toEqual([12, "2018-01", "2018-12"]);
    expect(planMonths([])).toEqual([]);
  });
});

describe("dates below balances in row order", () => {
  const rows = (...given: [date: string, share: number][]) => given.map(([date, share]) => ({ date, share }));

  it("stand at the first row of a day, and never run into one another", () => {
    expect([...datedRows(rows(["a", 3], ["b", 9], ["b", 15], ["c", 21], ["d", 60], ["d", 66]), 17)]).toEqual([0, 3, 4]);
  });

  it("end at their row near the edge, where the date before leaves room for that", () => {
    expect([...datedRows(rows(["a", 60], ["b", 95]), 17)]).toEqual([0, 1]);
    expect([...datedRows(rows(["a", 70], ["b", 95]), 17)]).toEqual([0]);
    // A phone's axis has room for three.
    expect([...datedRows(rows(["a", 60], ["b", 95]), 28)]).toEqual([0]);
    expect([...datedRows(rows(["a", 0], ["b", 20], ["c", 30], ["d", 60]), 28)]).toEqual([0, 2, 3]);
  });
});
