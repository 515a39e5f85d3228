import { describe, expect, it } from "vitest";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { type ExerciseFlow, exerciseFlows } from "@/lib/analytics/exercise/exercise-flow";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { stableSum } from "@/lib/analytics/sums";
import { flowViews } from "@/lib/services/sections/flow-view";
import { filing, option, seedFiling, tx, unit } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const flow = (filings: FilingFacts[]): ExerciseFlow => {
  const [only] = exerciseFlows(exerciseEpisodes(filings), filings);
  expect(stableSum(Object.values(only?.parts ?? {}).map((part) => part.shares))).toBe(only?.exercised);
  return only as ExerciseFlow;
};
const shares = (of: ExerciseFlow) =>
  Object.fromEntries(
    Object.entries(of.parts)
      .filter(([, part]) => part.shares > 0)
      .map(([name, part]) => [name, part.shares]),
  );

describe("the exercise flow", () => {
  it("of the seed filing: 2,000 exercised, all sold under the plan", () => {
    expect(shares(flow([seedFiling()]))).toEqual({ "sold, planned": 2000 });
  });
  it("follows withheld, sold, gifted and kept", () => {
    const vest = filing({
      id: "a",
      filed: DAY,
      rows: [
        tx("M", DAY, 1000, null, "A", 1000),
        tx("F", DAY, 400, 50, "D", 600),
        tx("S", DAY, 100, 50, "D", 500),
        unit("M", DAY, 1000, "D", 0),
      ],
    });
    const gift = filing({ id: "b", filed: "2024-03-20", rows: [tx("G", "2024-03-20", 150, 0, "D", 350)] });
    const late = filing({ id: "c", filed: "2024-04-20", rows: [tx("G", "2024-04-20", 50, 0, "D", 300)] });
    expect(shares(flow([vest, gift, late]))).toEqual({
      withheld: 400,
      "sold, plan unknown": 100,
      gifted: 150,
      kept: 350,
    });
  });
  it("cuts sales beyond the exercised shares in proportion", () => {
    const rows = [
      tx("M", DAY, 100, 10, "A", 500),
      tx("S", DAY, 150, 20, "D", 350, {}, { transactionCode: ["F1"] }),
      tx("S", DAY, 50, 20, "D", 300),
      option("M", DAY, 100, "D", 0),
    ];
    const footnotes = { F1: "Pursuant to a Rule 10b5-1 trading plan adopted on May 1, 2023." };
    expect(shares(flow([filing({ id: "a", filed: DAY, box: "0", footnotes, rows })]))).toEqual({
      "sold, planned": 75,
      "sold, not planned": 25,
    });
  });
  it("leaves out episodes without known shares, and says which", () => {
    const unknown = filing({ id: "a", filed: DAY, rows: [tx("M", DAY, null, 10, "A", 100)] });
    const [only] = exerciseFlows(exerciseEpisodes([unknown]), [unknown]);
    expect(only?.leftOut).toHaveLength(1);
    expect(only?.exercised).toBe(0);
    const views = flowViews(exerciseEpisodes([unknown]), [unknown]);
    // The pages show no 0 for it.
    expect(views).toMatchObject([
      { exercised: { value: null, note: "No episode’s shares are known." }, episodes: 1, episodesLeftOut: 1 },
    ]);
    expect(views[0]?.parts.map(({ figure }) => figure.value)).toEqual(Array(7).fill(null));
  });
  it("calls nothing kept where a gift does not say of how many shares", () => {
    const vest = filing({
      id: "a",
      filed: DAY,
      rows: [tx("M", DAY, 1000, null, "A", 1000), unit("M", DAY, 1000, "D", 0)],
    });
    const gift = filing({ id: "b", filed: "2024-03-20", rows: [tx("G", "2024-03-20", null, 0, "D", 350)] });
    const [only] = exerciseFlows(exerciseEpisodes([vest, gift]), [vest, gift]);
    expect([only?.exercised, only?.parts.kept.shares, only?.leftOut.length]).toEqual([0, 0, 1]);
  });
});
