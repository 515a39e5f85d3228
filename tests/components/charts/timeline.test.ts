import { describe, expect, it } from "vitest";
import { markShape, planShape } from "@/components/charts/glyphs/plan-shape";
import { binMarks } from "@/components/charts/timeline/bin-marks";
import { markArea, planTimeline } from "@/components/charts/timeline/plan-timeline";
import { markWords, timelineSummary } from "@/components/charts/timeline/timeline-words";
import { mark, SEED_MARKS } from "./marks";

describe("marks", () => {
  it("have a shape by class, and never stand among trades when derivative or flagged", () => {
    expect(markShape(mark())).toBe("sale");
    expect(markShape(mark({ class: "buy" }))).toBe("buy");
    expect(markShape(mark({ class: "conversion" }))).toBe("exercise");
    expect(markShape(mark({ class: "tax" }))).toBe("letter");
    expect(markShape(mark({ class: null }))).toBe("letter");
    expect(markShape(mark({ isDerivative: true }))).toBe("letter");
    expect(markShape(mark({ flag: "price outside its range" }))).toBe("letter");
  });

  it("tell four plan states apart", () => {
    expect(planShape(true, "row footnote")).toBe("planned");
    expect(planShape(true, "filing checkbox")).toBe("planned-by-box");
    expect(planShape(false, "filing checkbox")).toBe("not-planned");
    expect(planShape(null, null)).toBe("unknown");
  });

  it("grow with the root of their value, within limits", () => {
    expect(markArea(4_000_000, 10) / markArea(1_000_000, 10)).toBeCloseTo(2, 10);
    expect(markArea(1, 10)).toBe(30);
    expect(markArea(1e12, 10)).toBe(1600);
    expect(markArea(null, 10)).toBe(64);
  });

  it("say what they stand for", () => {
    expect(markWords(SEED_MARKS[1] ?? mark())).toBe(
      "10 Dec 2018, SAMPLE PERSON, S sale, 782 shares, at $75.5351, from $75.30 to $75.795, $59,068.45, " +
        "planned (Rule 10b5-1, by the filing’s words)",
    );
    expect(markWords(mark({ price: null, value: null }))).toContain("price not given");
  });
});

describe("the timeline", () => {
  it("draws the seed filing: an exercise on the axis joined to three sales below it", () => {
    const plan = planTimeline(SEED_MARKS, { measure: "value" });
    expect(plan?.points.map((point) => point.place)).toEqual(["axis", "amount", "amount", "amount"]);
    expect(plan?.joins).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    expect(plan?.points.slice(1).every((point) => point.y < 0)).toBe(true);
    expect(timelineSummary(SEED_MARKS)).toBe("3 sales for $152,750.75, 1 exercise or conversion; traded 10 Dec 2018.");
  });

  it("gives price bands their room when prices are drawn", () => {
    const plan = planTimeline(SEED_MARKS, { measure: "price" });
    expect(plan?.points[1]?.y).toBe(75.5351);
    expect(plan?.y[0]).toBeLessThan(75.3);
    expect(plan?.y[1]).toBeGreaterThan(77.6);
  });

  it("stands with one mark, with none, and with no amount at all", () => {
    expect(planTimeline([mark()], { measure: "value" })?.points).toHaveLength(1);
    expect(planTimeline([], { measure: "value" })).toBeNull();
    const bare = planTimeline([mark({ value: null, price: null })], { measure: "value" });
    expect(bare?.points[0]?.place).toBe("no-amount");
    expect(timelineSummary([])).toBe("No trades to draw.");
  });

  it("draws other codes in a row of their letter, those of one day as one tick with their sum and count", () => {
    const award = { code: "A", class: "award", price: 0, value: 0, shares: 100 } as const;
    const plan = planTimeline(
      [
        mark({ id: "f#t1-tx1", date: "2018-03-01", ...award }),
        mark({ id: "f#t1-tx2", date: "2018-03-01", ...award, shares: 50 }),
        mark({ id: "g#t1-tx1", date: "2018-03-01", code: "F", class: "tax", shares: 20, value: null, price: null }),
        mark({ id: "h#t1-tx1", date: "2018-03-02", ...award }),
        mark({ id: "i#t1-tx1", date: "2018-03-02", flag: "price outside its range" }),
      ],
      { measure: "value" },
    );
    expect(plan?.lane).toEqual(["A", "F", "!"]);
    expect(plan?.points.map(({ mark: one, row, place }) => [one.date, row, one.count ?? 1, one.shares, place])).toEqual(
      [
        ["2018-03-01", 0, 2, 150, "lane"],
        ["2018-03-01", 1, 1, 20, "lane"],
        ["2018-03-02", 0, 1, 100, "lane"],
        ["2018-03-02", 2, 1, 100, "lane"],
      ],
    );
    expect(plan?.isBinned).toBe(false);
  });

  it("has at most six rows of letters; the rarest share the last", () => {
    const codes = ["A", "F", "G", "D", "J", "I", "W", "L"];
    const marks = codes.flatMap((code, rank) =>
      Array.from({ length: 8 - rank }, (_, index) =>
        mark({ id: `${code}#${index}`, date: `2018-0${index + 1}-01`, code, class: "other" }),
      ),
    );
    const plan = planTimeline(marks, { measure: "value" });
    expect(plan?.lane).toEqual(["A", "D", "F", "G", "J", "…"]);
    const rows = plan?.points.filter(({ mark: one }) => ["I", "W", "L"].includes(one.code ?? ""));
    expect(new Set(rows?.map(({ row }) => row))).toEqual(new Set([5]));
  });

  it("bins what is too much, and loses no dollar and no row", () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      mark({
        id: `f#t1-tx${index}`,
        date: `20${String(10 + (index % 10))}-0${1 + (index % 9)}-1${index % 10}`,
        value: index % 50 === 0 ? null : 100,
        planned: index % 3 === 0 ? true : index % 3 === 1 ? false : null,
      }),
    );
    const bins = binMarks(many, 300);
    const sum = (marks: readonly { value: number | null }[]) =>
      marks.reduce((total, one) => total + (one.value ?? 0), 0);
    expect(bins.length).toBeLessThanOrEqual(300);
    expect(sum(bins)).toBe(sum(many));
    expect(bins.reduce((count, one) => count + (one.count ?? 1), 0)).toBe(5000);
    expect(binMarks(many.slice(0, 10), 300)).toHaveLength(10);
  });
});
