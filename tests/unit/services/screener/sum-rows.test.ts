import { describe, expect, it } from "vitest";
import { monthsOf, sumRows } from "@/lib/services/screener/sum-rows";
import type { SampleRow } from "@/lib/store/transactions/stored-rows";

let count = 0;

/** A sale of 100 shares at $10 unless told. */
function stored(part: Partial<SampleRow> = {}): SampleRow {
  count += 1;
  return {
    filingId: `doc-${count}`,
    anchor: "t1-tx1",
    position: 1,
    issuerCik: "9000000001",
    tableNumber: 1,
    documentType: "4",
    tradeDate: "2024-03-05",
    filingDate: "2024-03-06",
    knownAt: "2024-03-06T22:00:00.000Z",
    code: "S",
    transactionClass: "sale",
    acquiredDisposed: "D",
    contradictory: false,
    shares: 100,
    price: 10,
    value: 1000,
    deltaOwn: null,
    directOrIndirect: "D",
    roles: 1,
    planned: null,
    supersededAt: null,
    supersededBy: null,
    countedAs: null,
    lateness: "on time",
    isFlaggedOut: false,
    ...part,
  };
}

const bought = (part: Partial<SampleRow> = {}) =>
  stored({ code: "P", transactionClass: "buy", acquiredDisposed: "A", ...part });
const unpriced = { price: null, value: null };

describe("the screener's sums", () => {
  it("add up what has a value, and count what has none", () => {
    expect(sumRows([stored(), stored({ value: 250.5 }), stored(unpriced), bought({ value: 300 })])).toEqual({
      buys: 300,
      sales: 1250.5,
      net: -950.5,
      buyRows: 1,
      saleRows: 2,
      leftOut: [{ reason: "no price or no number of shares", count: 1 }],
    });
  });

  it("say unknown, not zero dollars, of a side where no row has a value", () => {
    expect(sumRows([bought(unpriced), stored()])).toMatchObject({ buys: null, sales: 1000, net: null, buyRows: 0 });
    expect(sumRows([bought(), stored(unpriced)])).toMatchObject({ buys: 1000, sales: null, net: null, saleRows: 0 });
  });

  it("say zero dollars where there is no row of a side, or none that counts", () => {
    expect(sumRows([])).toEqual({ buys: 0, sales: 0, net: 0, buyRows: 0, saleRows: 0, leftOut: [] });
    expect(sumRows([bought({ ...unpriced, supersededBy: "doc-2" })])).toMatchObject({ buys: 0, sales: 0, net: 0 });
  });

  it("take one report of a joint event", () => {
    const first = bought();
    const copy = bought({ countedAs: `${first.filingId}#t1-tx1` });
    expect(sumRows([copy, first])).toMatchObject({ buys: 1000, buyRows: 1 });
    // Where the row that counts is not among them, the first report stands for it.
    expect(sumRows([copy, bought({ countedAs: copy.countedAs })])).toMatchObject({ buys: 1000, buyRows: 1 });
  });

  it("are by month what they are in all", () => {
    expect(monthsOf([bought(unpriced), stored({ planned: true }), stored({ tradeDate: null })])).toEqual([
      {
        month: "2024-03",
        buys: null,
        sales: 1000,
        plannedBuys: 0,
        plannedSales: 1000,
        transactions: 2,
        unvalued: 1,
      },
    ]);
  });
});
