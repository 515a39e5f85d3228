import { describe, expect, it } from "vitest";
import { packMarks, unpackMarks } from "@/components/charts/timeline/pack-marks";
import { mark, SEED_MARKS } from "./marks";

describe("marks on their way to the browser", () => {
  it("arrive as they were", () => {
    const marks = [
      ...SEED_MARKS,
      mark({ planned: false, price: null, value: null, code: null, class: null, flag: "a repeated price" }),
      mark({ id: "b#t2-tx1", isDerivative: true, count: 3, until: "2018-12-17", shares: 0 }),
    ];
    expect(unpackMarks(packMarks(marks))).toEqual(marks);
    expect(unpackMarks(packMarks([]))).toEqual([]);
  });

  it("say each text once", () => {
    const { texts } = packMarks([mark(), mark({ id: "doc-000000000000#t1-tx2" })]);
    expect(texts.filter((text) => text === "SAMPLE PERSON")).toHaveLength(1);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
