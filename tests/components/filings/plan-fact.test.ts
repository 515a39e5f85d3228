import { describe, expect, it } from "vitest";
import { planAnswer } from "@/components/filings/plan-fact";
import type { PlanStatusView } from "@/lib/services/views/shapes/row";
import { row } from "../transactions/row";

const NOTE: PlanStatusView = {
  planned: true,
  basis: "row footnote",
  footnoteId: "F1",
  words: "Sold under a Rule 10b5-1 plan adopted May 17, 2018.",
  adoptionDates: [{ date: "2018-05-17", precision: "day" }],
  reason: null,
};
const BOX: PlanStatusView = { ...NOTE, planned: false, basis: "filing checkbox", footnoteId: null, adoptionDates: [] };

describe("whether a filing's trades were planned", () => {
  it("is told with what says so, and leads to its words", () => {
    const exercise = row({ anchor: "t1-tx1", code: "M", transactionClass: "exercise" });
    expect(
      planAnswer([exercise, row({ anchor: "t1-tx2", plan: NOTE }), row({ anchor: "t1-tx3", plan: NOTE })]),
    ).toEqual({
      answer: "planned",
      detail: "by row footnote F1. Adopted 17 May 2018",
      anchor: "F1",
    });
    expect(planAnswer([row({ plan: BOX })])).toEqual({
      answer: "not planned",
      detail: "by filing checkbox",
      anchor: "t1-tx1",
    });
  });

  it("is not reported, not “no”, where nothing is said", () => {
    expect(planAnswer([row()])).toEqual({ answer: "not reported", detail: "not asked", anchor: "t1-tx1" });
  });

  it("is counted where rows differ, and absent where nothing was traded", () => {
    const rows = [row({ plan: NOTE }), row({ plan: NOTE }), row()];
    expect(planAnswer(rows)).toEqual({
      answer: "differs by row",
      detail: "of 3 rows: 2 planned, 1 not reported",
      anchor: "F1",
    });
    expect(planAnswer([row({ code: "F", transactionClass: "tax" }), row({ table: "II" })])).toBeNull();
  });
});
