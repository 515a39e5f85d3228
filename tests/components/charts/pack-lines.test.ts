import { describe, expect, it } from "vitest";
import type { HoldingLine } from "@/components/charts/holdings/holding-line";
import { packLines, unpackLines } from "@/components/charts/holdings/pack-lines";

const LINE: HoldingLine = {
  key: "k",
  label: "Common Stock, direct",
  person: "SAMPLE PERSON",
  security: "Common Stock",
  group: "shares",
  opening: null,
  points: [
    { id: "a#t1-tx1", date: "2018-12-10", code: "M", change: 2000, balance: 59_442, residual: 0, gap: null },
    { id: "a#t1-tx2", date: null, code: null, change: null, balance: 0, residual: 0, gap: null },
    {
      id: "b#t1-h1",
      date: "2019-01-02",
      code: null,
      change: -1.5,
      balance: 58_000.25,
      residual: -312,
      gap: { anchor: "gap-b-t1-h1", explanation: "unexplained" },
    },
    { id: "b#t1-h2", date: "2019-01-02", code: "S", change: 1, balance: 2, residual: 7, gap: null },
  ],
};

describe("holdings on their way to the browser", () => {
  it("arrive as they were", () => {
    expect(unpackLines(packLines([LINE, { ...LINE, key: "b", points: [] }]))).toEqual([
      LINE,
      { ...LINE, key: "b", points: [] },
    ]);
  });

  it("say each text once", () => {
    const { texts } = packLines([LINE, LINE]);
    expect(texts).toEqual(["a", "t1-tx1", "M", "t1-tx2", "b", "t1-h1", "gap-b-t1-h1", "unexplained", "t1-h2", "S"]);
  });
});
