import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Episode } from "@/lib/analytics/exercise/episode";
import { conversionsApart, episodeAddresses, exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { filing, option, type RowSpec, seedFiling, tx, unit } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const of = (...rows: RowSpec[]) => exerciseEpisodes([filing({ id: "a", filed: DAY, rows })]);
const only = (episodes: Episode[]): Episode => {
  expect(episodes).toHaveLength(1);
  return episodes[0] as Episode;
};

describe("the worked example", () => {
  const episode = only(exerciseEpisodes([seedFiling()]));

  it("costs $74,560.00, brings $152,750.75 at $76.3754, a spread of $78,190.75, and keeps nothing", () => {
    expect(episode.cost).toBe(74560);
    expect(episode.matched.proceeds?.toFixed(2)).toBe("152750.75");
    expect(episode.matched.averagePrice?.toFixed(4)).toBe("76.3754");
    expect(episode.matched.spread?.toFixed(2)).toBe("78190.75");
    expect(episode.matched.shares).toBe(2000);
    expect(episode.retention).toEqual({ 0: 0, 30: 0, 365: 0 });
    expect(episode).toMatchObject({ type: "option-exercise", outcome: "sale", kept: 0, date: "2018-12-10", flags: [] });
  });

  it("had until 29 July 2025, 2,423 days, and leaves 15,000", () => {
    expect(episode.legs).toHaveLength(1);
    expect(episode.legs[0]).toMatchObject({
      exercisePrice: 37.28,
      expirationDate: "2025-07-29",
      daysToExpiry: 2423,
      left: 15000,
    });
  });

  it("names the rows behind it", () => {
    const at = (...anchors: string[]) => anchors.map((anchor) => `doc-000000000001#${anchor}`);
    expect(episodeAddresses(episode)).toEqual(at("t1-tx1", "t2-tx1", "t1-tx2", "t1-tx3", "t1-tx4"));
    expect(episode.sold).toMatchObject({ shares: 2000 });
    expect([episode.withheld.shares, episode.returned.shares]).toEqual([0, 0]);
  });
});

describe("type", () => {
  it("is a vest for units without a strike, at no cost whatever Table I says", () => {
    const episode = only(
      of(tx("M", DAY, 100, 55, "A", 100), tx("F", DAY, 40, 55, "D", 60), unit("M", DAY, 100, "D", 300)),
    );
    expect(episode).toMatchObject({ type: "vest", outcome: "stock-funded-hold", cost: 0, kept: 60 });
    expect(episode.retention).toEqual({ 0: 0.6, 30: 0.6, 365: 0.6 });
    expect(episode.withheld).toMatchObject({ shares: 40 });
  });
  it("takes a par value for no strike", () => {
    const rsu = unit("M", DAY, 100, "D", 0, { conversionOrExercisePrice: 0.01 });
    expect(only(of(tx("M", DAY, 100, 0.01, "A", 100), rsu))).toMatchObject({
      type: "vest",
      cost: 0,
      outcome: "cash-hold",
    });
  });
  it("is an exchange for partnership units", () => {
    const units = unit("C", DAY, 100, "D", 0, { securityTitle: "LLC Units" });
    expect(only(of(tx("C", DAY, 100, null, "A", 100), units))).toMatchObject({ type: "exchange", cost: 0, flags: [] });
  });
  it("is mixed when a day has both", () => {
    const rows = [
      tx("M", DAY, 100, null, "A", 100),
      tx("M", DAY, 50, 10, "A", 150),
      unit("M", DAY, 100, "D", 0),
      option("M", DAY, 50, "D", 0),
    ];
    expect(only(of(...rows))).toMatchObject({ type: "mixed", cost: 500 });
  });
  it("knows an exercise by its twin when coded A or C, and flags the coding", () => {
    expect(only(of(tx("A", DAY, 100, 10, "A", 100), option("M", DAY, 100, "D", 0)))).toMatchObject({
      type: "option-exercise",
      cost: 1000,
      flags: ["coding-departs"],
    });
    expect(only(of(tx("C", DAY, 70, null, "A", 70), unit("C", DAY, 70, "D", 0)))).toMatchObject({
      type: "vest",
      flags: ["coding-departs"],
    });
  });
  it("knows the derivative although it is marked acquired, or returned to the issuer", () => {
    expect(only(of(tx("M", DAY, 10, 0, "A", 10), unit("M", DAY, 10, "A", 90)))).toMatchObject({
      type: "vest",
      flags: ["derivative-direction"],
    });
    expect(only(of(tx("M", DAY, 10, 0, "A", 10), unit("D", DAY, 10, "D", 90)))).toMatchObject({
      type: "vest",
      flags: [],
    });
  });
  it("is a vest when units coded as converted give shares and, beside them, preferred units", () => {
    const preferred = (code: string, shares: number, direction: "A" | "D") =>
      option(code, DAY, shares, direction, shares, {
        securityTitle: "Preferred Equity Units",
        conversionOrExercisePrice: 0,
      });
    const vested = (shares: number, into: string) =>
      unit("C", DAY, shares, "D", 0, { conversionOrExercisePrice: 0, underlyingSecurityTitle: into });
    const rows = [tx("M", DAY, 1000, 0, "A", 1000), tx("F", DAY, 450, 0, "D", 550)];
    const one = only(
      of(...rows, vested(1000, "Common Stock"), vested(1000, "Preferred Equity Units"), preferred("M", 1000, "A")),
    );
    expect(one).toMatchObject({ type: "vest", outcome: "stock-funded-hold", cost: 0, flags: [] });
    expect([one.exercised.shares, one.withheld.shares, one.retention[0]]).toEqual([1000, 450, 0.55]);
    // Two grants in one row of shares: still a vest, flagged.
    const two = only(of(...rows, vested(700, "Common Stock"), vested(300, "Common Stock"), preferred("M", 1000, "A")));
    expect(two).toMatchObject({ type: "vest", outcome: "stock-funded-hold", cost: 0 });
    expect(two.exercised.shares).toBe(1000);
  });
  it("takes no put for an exercise that gives shares", () => {
    expect(of(option("X", DAY, 100, "D", 0, { securityTitle: "Put Option (right to sell)" }))).toEqual([]);
  });
  it("takes no grant for an exercise", () => {
    expect(of(tx("A", DAY, 100, 0, "A", 100), unit("A", DAY, 100, "A", 100))).toEqual([]);
  });
  it("lists conversions of preferred stock apart", () => {
    const rows = [
      tx("C", DAY, 100, null, "A", 100),
      unit("C", DAY, 100, "D", 0, { securityTitle: "Series A Convertible Preferred Stock" }),
    ];
    expect(of(...rows)).toEqual([]);
    expect(conversionsApart([filing({ id: "a", rows })]).map((twin) => twin.row.anchor)).toEqual(["t1-tx1"]);
  });
});

describe("outcome", () => {
  it("is a cash settlement when the issuer takes all back", () => {
    const rows = [
      tx("M", DAY, 100, null, "A", 100),
      tx("D", DAY, 100, 20, "D", 0),
      unit("M", DAY, 100, "D", 0, { securityTitle: "Phantom Stock" }),
    ];
    expect(only(of(...rows))).toMatchObject({ outcome: "cash-settlement", kept: 0, retention: { 0: 0 } });
  });
  it("is a cash settlement without Table I rows when a note says cash", () => {
    const rows = [unit("M", DAY, 100, "D", 0, {}, { securityTitle: ["F1"] })];
    const cash = filing({ id: "a", rows, footnotes: { F1: "Settled in cash." } });
    expect(only(exerciseEpisodes([cash]))).toMatchObject({ outcome: "cash-settlement", kept: 0, flags: [] });
    expect(only(of(unit("M", DAY, 100, "D", 0)))).toMatchObject({
      outcome: "unclassified",
      kept: null,
      flags: ["no-shares-reported"],
    });
  });
  it("takes a choice between shares and cash, or other shares that day, for no word of cash", () => {
    const noted = [unit("M", DAY, 100, "D", 0, {}, { securityTitle: ["F1"] })];
    const of = (note: string, more: RowSpec[] = []) =>
      only(exerciseEpisodes([filing({ id: "a", rows: [...more, ...noted], footnotes: { F1: note } })])).outcome;
    expect(of("Units may be settled in shares or cash.")).toBe("unclassified");
    expect(of("The units were settled in cash.")).toBe("cash-settlement");
    expect(of("The units were settled in cash.", [tx("A", DAY, 108, 0, "A", 108)])).toBe("unclassified");
  });
  it("is a cash hold when nothing leaves", () => {
    expect(only(of(tx("M", DAY, 100, 10, "A", 100), option("M", DAY, 100, "D", 0)))).toMatchObject({
      outcome: "cash-hold",
      kept: 100,
    });
  });
});

describe("money", () => {
  it("matches no more than was exercised, at the day's average", () => {
    const rows = [
      tx("M", DAY, 100, 10, "A", 1100),
      tx("S", DAY, 100, 20, "D", 1000),
      tx("S", DAY, 300, 24, "D", 700),
      option("M", DAY, 100, "D", 0),
    ];
    // average (2,000 + 7,200) / 400 = 23; 100 x 23 = 2,300; less 1,000
    expect(only(of(...rows)).matched).toMatchObject({
      shares: 100,
      averagePrice: 23,
      proceeds: 2300,
      cost: 1000,
      spread: 1300,
    });
  });
  it("spreads two strikes pro rata when part is sold, unless the note names one", () => {
    const footnotes = { F1: "Shares underlying the option with an exercise price of $12.00." };
    const rows = (notes: string[]) => [
      tx("M", DAY, 100, 10, "A", 100),
      tx("M", DAY, 100, 12, "A", 200),
      tx("S", DAY, 50, 20, "D", 150, {}, { transactionShares: notes }),
      option("M", DAY, 100, "D", 0),
      option("M", DAY, 100, "D", 0, { conversionOrExercisePrice: 12 }),
    ];
    const cost = (notes: string[]) =>
      only(exerciseEpisodes([filing({ id: "a", footnotes, rows: rows(notes) })])).matched.cost;
    expect(cost([])).toBe(550);
    expect(cost(["F1"])).toBe(600);
  });
  it("is unknown when a price is", () => {
    const rows = [tx("M", DAY, 100, null, "A", 100), tx("S", DAY, 100, null, "D", 0), option("M", DAY, 100, "D", 0)];
    expect(only(of(...rows)).matched).toMatchObject({ shares: 100, proceeds: null, cost: 1000, spread: null });
  });
  it("leaves sales on another line out", () => {
    const trust = { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" };
    const rows = [tx("M", DAY, 100, 10, "A", 100), tx("S", DAY, 80, 20, "D", 0, trust), option("M", DAY, 100, "D", 0)];
    const episode = only(of(...rows));
    expect(episode).toMatchObject({ outcome: "cash-hold", kept: 100 });
    expect(episode.leftOut.map(({ row, reason }) => [row.anchor, reason])).toEqual([["t1-tx2", "other-line"]]);
  });
  it("pools three acquired rows of one option", () => {
    const rows = [1, 2, 3].map((n) => tx("M", DAY, 100, 10, "A", n * 100));
    expect(only(of(...rows, option("M", DAY, 300, "D", 0))).cost).toBe(3000);
  });
  it("finds the strike of each of two options by the price of Table I", () => {
    const rows = [
      tx("M", DAY, 100, 12, "A", 100),
      tx("M", DAY, 100, 10, "A", 200),
      option("M", DAY, 100, "D", 5),
      option("M", DAY, 100, "D", 7, { conversionOrExercisePrice: 12 }),
    ];
    expect(only(of(...rows)).legs.map((leg) => [leg.exercisePrice, leg.left])).toEqual([
      [12, 7],
      [10, 5],
    ]);
  });
});

describe("retention over time", () => {
  const first = filing({ id: "a", filed: DAY, rows: [tx("M", DAY, 100, 10, "A", 100), option("M", DAY, 100, "D", 0)] });
  const later = filing({
    id: "b",
    filed: "2024-04-01",
    rows: [tx("S", "2024-03-31", 25, 20, "D", 75), tx("S", "2024-04-01", 25, 20, "D", 50)],
  });

  it("counts what leaves within 30 and 365 days, both ends included", () => {
    expect(only(exerciseEpisodes([later, first])).retention).toEqual({ 0: 1, 30: 0.75, 365: 0.5 });
  });
  it("is unknown while the window is open", () => {
    expect(only(exerciseEpisodes([first, later], { asOf: "2024-05-01" })).retention).toEqual({
      0: 1,
      30: 0.75,
      365: null,
    });
  });
});

describe("flags", () => {
  it("marks more withheld than exercised, and withholding of another award", () => {
    const footnotes = { F1: "Shares withheld upon the vesting of restricted stock." };
    const rows = [
      tx("M", DAY, 10, 10, "A", 100),
      tx("F", DAY, 40, 55, "D", 60, {}, { transactionCode: ["F1"] }),
      option("M", DAY, 10, "D", 0),
    ];
    expect(only(exerciseEpisodes([filing({ id: "a", footnotes, rows })])).flags).toEqual([
      "withheld-exceeds-exercised",
      "withheld-for-another-award",
    ]);
  });
  it("marks withholding of a performance award beside the vest of units", () => {
    const footnotes = { F1: "Withheld for taxes on the conversion of a performance stock award." };
    const rows = [
      tx("M", DAY, 100, 0, "A", 100),
      tx("F", DAY, 30, 55, "D", 70, {}, { transactionShares: ["F1"] }),
      unit("M", DAY, 100, "D", 0),
    ];
    expect(only(exerciseEpisodes([filing({ id: "a", footnotes, rows })])).flags).toEqual([
      "withheld-for-another-award",
    ]);
  });
  it("marks an exercise without its derivative, and one whose shares differ", () => {
    expect(only(of(tx("M", DAY, 10, 10, "A", 100)))).toMatchObject({
      flags: ["no-derivative-row"],
      cost: 100,
      type: "option-exercise",
    });
    expect(only(of(tx("M", DAY, 10, 10, "A", 100), option("M", DAY, 12, "D", 0))).flags).toEqual([
      "derivative-row-differs",
    ]);
  });
  it("takes no derivative of unknown shares for one of 0 when it compares sums", () => {
    const silent = option("M", DAY, 100, "D", 0, { conversionOrExercisePrice: 11 });
    delete silent.values.transactionShares;
    delete silent.values.underlyingSecurityShares;
    const rows = [option("M", DAY, 60, "D", 0), option("M", DAY, 40, "D", 0, { expirationDate: "2031-01-01" })];
    expect(only(of(tx("M", DAY, 100, 10, "A", 100), ...rows)).flags).toEqual([]);
    expect(only(of(tx("M", DAY, 100, 10, "A", 100), ...rows, silent)).flags).toContain("derivative-row-differs");
  });
});

describe("one exercise under two dates", () => {
  const LATER = "2024-03-02";
  const vested = (on: string, shares: number) => unit("M", on, shares, "D", 20);
  const shares = [tx("M", LATER, 100, null, "A", 300), tx("F", LATER, 26, 31, "D", 274)];

  it("is one episode on the shares' day, and the other date is told", () => {
    const [episode, ...others] = of(...shares, vested(DAY, 100), unit("A", LATER, 282, "A", 282));
    expect(others).toEqual([]);
    expect(episode).toMatchObject({
      date: LATER,
      type: "vest",
      outcome: "stock-funded-hold",
      exercised: { shares: 100 },
      withheld: { shares: 26 },
      kept: 74,
      cost: 0,
      flags: ["derivative-date-differs"],
    });
  });
  it("stays two where the shares differ, the days are far apart, or two derivatives would fit", () => {
    const flagsOf = (...rows: RowSpec[]) => of(...rows).map((episode) => [episode.date, ...episode.flags]);
    const apart = [
      [DAY, "no-shares-reported"],
      [LATER, "no-derivative-row"],
    ];
    expect(flagsOf(...shares, vested(DAY, 99))).toEqual(apart);
    expect(flagsOf(...shares, vested(DAY, 100), vested(DAY, 100))).toEqual(apart);
    expect(flagsOf(...shares, vested("2024-02-20", 100))).toEqual([["2024-02-20", "no-shares-reported"], apart[1]]);
  });
});

describe("any order of filings", () => {
  it("gives the same episodes, and unrelated filings change none", () => {
    const filings = [
      seedFiling(),
      filing({ id: "b", filed: "2024-03-02", rows: [tx("M", DAY, 10, 10, "A", 100), option("M", DAY, 10, "D", 0)] }),
      filing({ id: "c", filed: "2024-03-09", rows: [tx("S", "2024-03-08", 4, 20, "D", 96)] }),
      filing({ id: "d", filed: "2024-03-09", owners: ["777"], rows: [tx("S", DAY, 10, 20, "D", 1)] }),
    ];
    const expected = exerciseEpisodes(filings.slice(0, 3));
    expect(expected.map((episode) => episode.retention[30])).toEqual([0, 0.6]);
    fc.assert(
      fc.property(fc.shuffledSubarray(filings, { minLength: 4 }), (shuffled) => {
        expect(exerciseEpisodes(shuffled)).toEqual(expected);
      }),
    );
  });
});
