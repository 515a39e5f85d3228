import { describe, expect, it } from "vitest";
import type { HoldingLine } from "@/components/charts/holdings/holding-line";
import { planStack, securitiesOf, sharesAt } from "@/components/charts/holdings/stack/plan-stack";
import { dayOf } from "@/components/charts/scales/days";

function line(person: string, security: string, points: [date: string | null, balance: number][]): HoldingLine {
  return {
    key: `${person} ${security} ${points.length}`,
    label: `${person}, ${security}`,
    person,
    security,
    group: "shares",
    opening: null,
    points: points.map(([date, balance], index) => ({
      id: `${person}#t1-tx${index}`,
      date,
      code: "S",
      change: null,
      balance,
      residual: 0,
    })),
  };
}

describe("a stack of holdings", () => {
  const direct = line("ANN EXAMPLE", "Class A", [
    ["2020-01-10", 500],
    ["2020-03-10", 300],
  ]);
  const indirect = line("ANN EXAMPLE", "Class A", [["2020-02-10", 1000]]);
  const other = line("BEN EXAMPLE", "Class A", [["2020-02-20", 200]]);
  const classB = line("ANN EXAMPLE", "Class B", [["2020-01-10", 9_999_999]]);

  it("adds a person's lines of one class and never another class", () => {
    const plan = planStack([direct, indirect, other, classB], "Class A");
    expect(plan?.layers.map(({ person, last }) => [person, last])).toEqual([
      ["ANN EXAMPLE", 1300],
      ["BEN EXAMPLE", 200],
    ]);
    const ann = plan?.layers[0];
    if (ann === undefined) throw new Error("no layer");
    // Nothing before the first report; then each line's last report.
    expect(["2020-01-09", "2020-01-10", "2020-02-10", "2020-03-10"].map((day) => sharesAt(ann, dayOf(day)))).toEqual([
      0, 500, 1500, 1300,
    ]);
    // The highest sum: 500 + 1,000 + 200 on 20 February, with air.
    expect(plan?.y[1]).toBeCloseTo(1700 * 1.06, 6);
  });

  it("sums the smallest holders into one layer and says how many", () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      line(`P${index}`, "Class A", [["2020-01-10", (index + 1) * 10]]),
    );
    const plan = planStack(many, "Class A");
    expect(plan?.summed).toBe(4);
    expect(plan?.layers.at(-1)).toMatchObject({ person: "4 others", last: 10 + 20 + 30 + 40 });
  });

  it("has nothing where no balance is dated, and the largest security first", () => {
    expect(planStack([line("ANN EXAMPLE", "Class A", [[null, 5]])], "Class A")).toBeNull();
    expect(securitiesOf([direct, classB])).toEqual(["Class B", "Class A"]);
  });
});
