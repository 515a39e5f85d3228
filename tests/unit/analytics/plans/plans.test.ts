import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlanCard, planAddresses, planCards } from "@/lib/analytics/plans/plans";
import { checkWaitingPeriod } from "@/lib/analytics/plans/waiting-period";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { planViews } from "@/lib/services/views/plan-view";
import { filing, option, seedFiling, tx } from "../../../support/filing-builder";

const only = (cards: PlanCard[]): PlanCard => {
  expect(cards).toHaveLength(1);
  return cards[0] as PlanCard;
};
const adopted = (words: string) => ({
  F1: `Sold under a Rule 10b5-1 trading plan adopted by the Reporting Person ${words}.`,
});
const plannedSale = (date: string, shares: number, after: number) =>
  tx("S", date, shares, 10, "D", after, {}, { transactionCode: ["F1"] });
const officer = { cik: "100", director: false, officer: true };

describe("the seed filing's plan", () => {
  const card = only(planCards([seedFiling()], { asOf: "2019-03-10" }));

  it("was adopted on 17 May 2018, 207 days before its first trade", () => {
    expect(card.adoption).toMatchObject({ date: "2018-05-17", precision: "day", footnoteId: "F1" });
    expect(card.daysToFirstTrade).toEqual({ min: 207, max: 207 });
    expect(card.firstTrade?.anchor).toBe("t1-tx2");
    expect(card.waiting).toMatchObject({ outcome: "rule did not apply", reason: null });
  });
  it("sold 2,000 of 59,442 for $152,750.75 on a single day, silent for 90 days since", () => {
    expect(card.totals.sales.value.toFixed(2)).toBe("152750.75");
    expect(card.holdingSold).toMatchObject([{ sold: 2000, before: 59442, share: 0.033646, flag: null }]);
    expect([card.singleTradeSoFar, card.silentDays, card.cadence]).toEqual([true, 90, null]);
    expect(card.lastTrade?.anchor).toBe("t1-tx4");
  });
  it("names its rows, the exercise among them", () => {
    expect(planAddresses(card)).toEqual(
      ["t1-tx1", "t1-tx2", "t1-tx3", "t1-tx4", "t2-tx1"].map((anchor) => `doc-000000000001#${anchor}`),
    );
  });
});

describe("waiting period", () => {
  const day = (date: string) => ({ date, precision: "day" as const });
  const owner = (flags: object) => [
    {
      cik: "1",
      name: null,
      isDirector: null,
      isOfficer: null,
      isTenPercentOwner: null,
      isOther: null,
      officerTitle: null,
      otherText: null,
      ...flags,
    },
  ];
  const director = owner({ isDirector: true });
  const holder = owner({ isDirector: false, isOfficer: false, isTenPercentOwner: true });

  it.each([
    // 2023-03-01 + 89 = 29 May, + 90 = 30 May, + 119 = 28 June, + 120 = 29 June.
    ["2023-03-01", "2023-05-29", director, "shorter than the minimum", 89],
    ["2023-03-01", "2023-05-30", director, "can't be decided from Form 4 alone", 90],
    ["2023-03-01", "2023-06-28", director, "can't be decided from Form 4 alone", 119],
    ["2023-03-01", "2023-06-29", director, "satisfied", 120],
    ["2023-02-26", "2023-03-01", director, "rule did not apply", 3],
    ["2023-03-01", "2023-03-30", holder, "shorter than the minimum", 29],
    ["2023-03-01", "2023-03-31", holder, "satisfied", 30],
    ["2023-03-01", "2023-06-29", owner({}), "not assessed", 120],
  ])("adopted %s, traded %s", (adoption, trade, owners, outcome, days) => {
    expect(checkWaitingPeriod(day(adoption), trade, owners)).toMatchObject({ outcome, days: { min: days, max: days } });
  });
  it("with a month only is assessed where every day of it agrees", () => {
    const month = { date: "2023-03", precision: "month" as const };
    expect(checkWaitingPeriod(month, "2023-09-01", director)).toMatchObject({
      outcome: "satisfied",
      days: { min: 154, max: 184 },
    });
    expect(checkWaitingPeriod(month, "2023-06-15", director)).toMatchObject({
      outcome: "not assessed",
      reason: "month straddles a limit",
    });
  });
  it("is not assessed without a date, a trade, or the right order", () => {
    expect(checkWaitingPeriod(null, "2023-06-15", director).reason).toBe("no adoption date");
    expect(checkWaitingPeriod(day("2023-03-01"), null, director).reason).toBe("no trade yet");
    expect(checkWaitingPeriod(day("2023-03-01"), "2023-02-28", director).reason).toBe("trade before adoption");
  });
});

describe("cards over several filings", () => {
  const first = filing({
    id: "a",
    filed: "2023-07-05",
    owners: [officer],
    footnotes: adopted("on March 1, 2023"),
    rows: [plannedSale("2023-07-03", 100, 900)],
  });
  const second = filing({
    id: "b",
    filed: "2023-08-03",
    owners: [officer],
    footnotes: adopted("in March 2023"),
    rows: [plannedSale("2023-08-02", 100, 800)],
  });
  const third = filing({
    id: "c",
    filed: "2023-09-05",
    owners: [officer],
    footnotes: adopted("on 3/1/2023"),
    rows: [plannedSale("2023-09-01", 100, 700)],
  });
  const other = filing({
    id: "d",
    filed: "2023-10-05",
    owners: [officer],
    footnotes: adopted("on June 1, 2023"),
    rows: [plannedSale("2023-10-03", 800, 0)],
  });
  const undated = filing({
    id: "e",
    filed: "2023-11-05",
    owners: [officer],
    footnotes: { F1: "Sold under a Rule 10b5-1 trading plan." },
    rows: [plannedSale("2023-11-03", 1, 0)],
  });
  const cards = planCards([first, second, third, other, undated]);

  it("are one a plan, a month joining the day adopted in it", () => {
    expect(cards.map((card) => [card.adoption?.date ?? null, card.trades.length])).toEqual([
      ["2023-03-01", 3],
      ["2023-06-01", 1],
      [null, 1],
    ]);
  });
  it("tell cadence, share of holding, overlap", () => {
    expect(cards[0]?.cadence).toEqual({ median: 30, shortest: 30, longest: 30, tradeDays: 3 });
    expect(cards[0]?.holdingSold).toMatchObject([{ sold: 300, before: 1000, share: 0.3 }]);
    expect(cards[0]?.overlaps).toEqual([cards[1]?.key]);
    expect(cards[1]?.overlaps).toEqual([cards[0]?.key]);
    expect(cards[0]?.waiting).toMatchObject({ outcome: "satisfied", days: { min: 124, max: 124 }, minimum: 90 });
    expect(cards[2]?.waiting.reason).toBe("no adoption date");
  });
  it("give null and a flag when more was sold than was there", () => {
    const refilled = filing({
      id: "f",
      filed: "2023-07-06",
      owners: [officer],
      footnotes: adopted("on March 1, 2023"),
      rows: [plannedSale("2023-07-06", 950, 900)],
    });
    expect(only(planCards([first, refilled])).holdingSold).toMatchObject([
      { sold: 1050, before: 1000, share: null, flag: "more than the balance" },
    ]);
  });
  it("put a row that names two plans on both, marked", () => {
    const both = filing({
      id: "g",
      filed: "2023-07-05",
      owners: [officer],
      footnotes: { F1: "Sold under Rule 10b5-1 trading plans adopted on March 1, 2023 and June 1, 2023." },
      rows: [plannedSale("2023-07-03", 100, 900)],
    });
    const two = planCards([both]);
    expect(two.map((card) => card.adoption?.date)).toEqual(["2023-03-01", "2023-06-01"]);
    expect(two.map((card) => card.shared.length)).toEqual([1, 1]);
  });
  it("tell derivatives sold under the plan apart from its shares", () => {
    const units = {
      securityTitle: "Preferred Equity Units",
      conversionOrExercisePrice: 0,
      transactionPricePerShare: 4,
    };
    const [derivative, swap, wrongWay] = [
      option("S", "2023-06-20", 50, "D", 10, units, { securityTitle: ["F1"] }),
      option("S", "2023-06-21", 50, "D", 10, { ...units, equitySwapInvolved: "1" }, { securityTitle: ["F1"] }),
      option("S", "2023-06-22", 50, "A", 10, units, { securityTitle: ["F1"] }),
    ];
    const before = filing({
      id: "i",
      filed: "2023-06-22",
      owners: [officer],
      footnotes: adopted("on March 1, 2023"),
      rows: [derivative, swap, wrongWay],
    });
    const alone = only(planCards([before]));
    expect([alone.trades, alone.derivativeTrades.map((row) => row.anchor)]).toEqual([[], ["t2-tx1"]]);
    // 1 March to 20 June: 30 + 30 + 31 + 20 days.
    expect(alone.waiting).toMatchObject({
      outcome: "can't be decided from Form 4 alone",
      days: { min: 111, max: 111 },
    });
    expect([alone.totals.sales.value, alone.holdingSold, alone.singleTradeSoFar]).toEqual([0, [], true]);
    // With the sale of 100 shares for $1,000 on 3 July: first trade in June, last in July, dollars and shares of Table I alone.
    const both = only(planCards([before, first]));
    expect([both.firstTrade?.tradeDate, both.lastTrade?.tradeDate]).toEqual(["2023-06-20", "2023-07-03"]);
    expect([both.trades.length, both.derivativeTrades.length, both.totals.sales.value]).toEqual([1, 1, 1000]);
    expect(both.holdingSold).toMatchObject([{ sold: 100, before: 1000, share: 0.1 }]);
    const [view] = planViews([before, first]);
    expect([view?.trades, view?.shares.value, view?.value.value]).toEqual([1, 100, 1000]);
    expect(view?.derivatives).toMatchObject([
      { securityTitle: "Preferred Equity Units", trades: 1, units: { value: 50 }, value: { value: 200, leftOut: [] } },
    ]);
    // A flagged price takes the dollars away, not the trade.
    const [flagged] = planViews([before, first], new Map([["i#t2-tx1", "power of ten"]]));
    expect(flagged?.derivatives).toMatchObject([
      { trades: 1, units: { value: 50 }, value: { value: null, leftOut: [{ count: 1 }] } },
    ]);
  });
  it("restart the waiting period at a modification", () => {
    const modified = filing({
      id: "h",
      filed: "2023-10-05",
      owners: [officer],
      footnotes: {
        F1: "Sold under a Rule 10b5-1 trading plan adopted on March 1, 2023 and amended on August 1, 2023.",
      },
      rows: [plannedSale("2023-10-03", 10, 690)],
    });
    const card = only(planCards([first, modified]));
    expect(card.restarts).toMatchObject([
      {
        modified: { date: "2023-08-01" },
        waiting: { outcome: "shorter than the minimum", days: { min: 63, max: 63 } },
      },
    ]);
    expect(card.restarts[0]?.nextTrade?.tradeDate).toBe("2023-10-03");
    expect(planViews([first, modified])[0]?.notes).toContain(
      "Modified 1 Aug 2023. Shorter than the minimum waiting period of 90 days (63 days).",
    );
  });
  it("don't depend on the order of filings, nor on other people's", () => {
    const stranger = filing({ id: "z", owners: ["5"], rows: [tx("S", "2023-07-03", 1, 1, "D", 1)] });
    const all: FilingFacts[] = [first, second, third, other, undated, stranger];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(planCards(shuffled)).toEqual(cards);
      }),
    );
  });
});
