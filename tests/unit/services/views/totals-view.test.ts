import { expect, it } from "vitest";
import { monthViews, totalsView } from "@/lib/services/views/totals-view";
import { filing, type RowSpec, tx } from "../../../support/filing-builder";

const view = (...rows: RowSpec[]) => totalsView(filing({ id: "a", rows }).rows, new Map());
const sale = (shares: number, price: number | null) => tx("S", "2024-03-01", shares, price, "D", 900);
const purchase = (shares: number, price: number | null) => tx("P", "2024-03-01", shares, price, "A", 900);

it("sales that have no price are unknown dollars, not $0", () => {
  const { buys, sales, net } = view(sale(250, null));
  expect(sales).toMatchObject({ value: null, rows: [], note: "No sale with a known value." });
  expect(sales.leftOut).toMatchObject([{ reason: "no price", count: 1 }]);
  expect(buys).toMatchObject({ value: 0, note: null });
  expect(net).toMatchObject({ value: null, note: "No sale with a known value." });
});

it("without any trade of the side it is 0", () => {
  const { buys, sales, net } = view(purchase(100, 12.5));
  expect([buys.value, sales.value, net.value]).toEqual([1250, 0, 1250]);
  expect(net.note).toBeNull();
});

it("a known part is shown, with what it leaves out", () => {
  const { sales, net } = view(sale(100, 20), sale(250, null));
  expect(sales).toMatchObject({ value: 2000, note: null, leftOut: [{ reason: "no price", count: 1 }] });
  expect(net.value).toBe(-2000);
});

it("a purchase that only contradicts itself is none", () => {
  expect(view(tx("P", "2024-03-01", 100, null, "D", 900)).buys.value).toBe(0);
});

it("a buyer without a price is a buyer; a flagged row, a swap or another's code makes none", () => {
  const unpriced = filing({
    id: "a",
    owners: ["100", "200"],
    rows: [purchase(449, null), tx("A", "2024-03-01", 5, 0, "A", 9)],
  });
  const flagged = filing({ id: "b", owners: ["300"], rows: [purchase(10, 5)] });
  const sums = totalsView([...unpriced.rows, ...flagged.rows], new Map([["b#t1-tx1", "a price flag"]]));
  expect([sums.buyers, sums.sellers, sums.buys.value]).toEqual([2, 0, null]);
});

it("a month whose rows have no price has unknown dollars on their side, and none on the other", () => {
  const rows = [sale(250, null), tx("P", "2024-04-02", 100, 12.5, "A", 900), tx("P", "2024-04-03", 10, null, "A", 910)];
  const months = monthViews(filing({ id: "a", rows }).rows, new Map());
  expect(months).toEqual([
    { month: "2024-03", buys: 0, sales: null, plannedBuys: 0, plannedSales: 0, transactions: 1, unvalued: 1 },
    { month: "2024-04", buys: 1250, sales: 0, plannedBuys: 0, plannedSales: 0, transactions: 2, unvalued: 1 },
  ]);
});
