import { expect, it } from "vitest";
import { totalsView } from "@/lib/services/views/totals-view";
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
