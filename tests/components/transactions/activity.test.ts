import { describe, expect, it } from "vitest";
import { activityOf } from "@/components/transactions/activity";
import { PAGE_ROWS } from "@/components/transactions/table/rows-page-size";
import { WHOLE_SPAN } from "@/lib/search-params/day-range";
import type { TotalsView } from "@/lib/services/views/shapes/activity";
import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";
import { row } from "./row";

const rows = Array.from({ length: 400 }, (_, index) =>
  row({
    anchor: `t1-tx${index + 1}`,
    owners: [{ cik: String(9_000_000_000 + (index % 3)), name: "SAMPLE PERSON" }],
    plan: { ...row().plan, planned: index % 4 === 0 ? true : index % 4 === 1 ? false : null },
  }),
);

function figure(value: number | null, count: number): CitedFigure {
  return { value, rows: rows.slice(0, count), note: null, leftOut: [] };
}

const totals: TotalsView = {
  buys: figure(0, 0),
  sales: figure(400_000, 400),
  net: { ...figure(-400_000, 400), leftOut: [{ reason: "in Table II", count: 30, rows: rows.slice(0, 30) }] },
  buyers: 0,
  sellers: 3,
  byClass: [],
};

const view = {
  rows,
  totals,
  episodes: [],
  lastTrade: "2018-12-10",
  codes: [],
  range: WHOLE_SPAN,
  codeCounts: [{ code: "S", count: 400 }],
  months: [],
  span: null,
  day: "2018-12-31",
};

describe("an issuer's activity", () => {
  const activity = activityOf(view, "issuer");

  it("carries the first rows, and counts over all", () => {
    expect(activity.rows).toHaveLength(PAGE_ROWS);
    expect(activity.rowCount).toBe(400);
    expect(activity.summary).toBe("400 sales for $400,000.00; traded 10 Dec 2018.");
    expect(activity.totals.sellers).toBe(3);
    expect(activity.totals.buyers).toBe(0);
  });

  it("turns pages over all rows in the order asked for", () => {
    const dear = {
      ...view,
      rows: rows.map((one, index) => ({ ...one, value: index === 399 ? 9e9 : (one.value ?? 0) + index })),
    };
    const first = activityOf(dear, "issuer", { sort: { by: "value", order: "desc" }, page: 1 });
    expect(first.rows.slice(0, 2).map((one) => one.anchor)).toEqual(["t1-tx400", "t1-tx399"]);
    expect(first.pages).toBe(10);
    const last = activityOf(dear, "issuer", { sort: { by: "value", order: "desc" }, page: 99 });
    expect(last.page).toBe(10);
    expect(last.rows.at(-1)?.anchor).toBe("t1-tx1");
  });

  it("splits the sales by what their rows say of a plan", () => {
    expect(activity.totals.plannedSales).toEqual({ planned: 100_000, notPlanned: 100_000, notReported: 200_000 });
  });

  it("lists the first of a figure's rows and says how many there are", () => {
    expect(activity.totals.net.rows).toHaveLength(40);
    expect(activity.totals.net.rowCount).toBe(400);
    expect(activity.totals.net.leftOut[0]).toMatchObject({ reason: "in Table II", count: 30 });
    expect(activity.totals.net.rows[0]).toEqual({
      filingId: "doc-000000000000",
      anchor: "t1-tx1",
      tradeDate: "2018-12-10",
      issuer: "SMPL",
      insiders: "SAMPLE PERSON",
      code: "S",
      shares: 100,
      price: 10,
      value: 1000,
    });
  });
});
