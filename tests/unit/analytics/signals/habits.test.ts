import { describe, expect, it } from "vitest";
import { exits } from "@/lib/analytics/signals/exits";
import { gifts } from "@/lib/analytics/signals/gifts";
import { netPurchaseRatio } from "@/lib/analytics/signals/net-purchase-ratio";
import { routineVerdicts } from "@/lib/analytics/signals/routine";
import { tradeRuns, tradeSequences } from "@/lib/analytics/signals/sequences";
import { shortSwings } from "@/lib/analytics/signals/short-swing";
import { filing, type RowSpec, rowsOf, tx } from "../../../support/filing-builder";

const rows = (...specs: RowSpec[]) => rowsOf([filing({ id: "a", filed: "2024-12-31", rows: specs })]);
const sale = (date: string, shares = 10, price = 20) => tx("S", date, shares, price, "D", null);
const buy = (date: string, shares = 10, price = 20) => tx("P", date, shares, price, "A", null);

describe("routine or opportunistic", () => {
  const verdict = (...dates: string[]) => {
    const verdicts = routineVerdicts(rows(...dates.map((date) => sale(date))));
    return verdicts.map((one) => [one.year, one.class, one.months.join()]);
  };
  it("is routine with one month in all of the three years before", () => {
    expect(verdict("2019-03-05", "2020-03-20", "2020-11-02", "2021-03-31", "2022-08-01").at(-1)).toEqual([
      2022,
      "routine",
      "3",
    ]);
  });
  it("is opportunistic with a trade in each but no month in common", () => {
    expect(verdict("2019-03-05", "2020-04-20", "2021-03-31", "2022-03-01").at(-1)).toEqual([2022, "opportunistic", ""]);
  });
  it("is unclassified with a year missing, and never looks at the year itself", () => {
    expect(verdict("2019-03-05", "2021-03-31", "2022-03-01")).toEqual([
      [2019, "unclassified", ""],
      [2021, "unclassified", ""],
      [2022, "unclassified", ""],
    ]);
  });
  it("keeps its evidence", () => {
    const all = routineVerdicts(rows(sale("2019-03-05"), sale("2020-03-05"), sale("2021-03-05"), buy("2022-01-05")));
    expect(all.at(-1)?.evidence.map((row) => row.tradeDate)).toEqual(["2021-03-05", "2020-03-05", "2019-03-05"]);
    expect(all.at(-1)?.rows.map((row) => row.anchor)).toEqual(["t1-tx4"]);
  });
});

describe("net purchase ratio", () => {
  it("counts rows of six months", () => {
    const all = rows(
      buy("2024-01-01"),
      buy("2024-02-15"),
      buy("2024-03-01"),
      sale("2024-02-01"),
      sale("2023-12-31"),
      sale("2023-06-30"),
      tx("M", "2024-03-01", 1, 1, "A", 1),
    );
    // After 30 June 2023 one sale; after 29 December 2023 three buys and two sales.
    expect(netPurchaseRatio(all, "2023-12-31").ratio).toBe(-1);
    expect(netPurchaseRatio(all, "2024-06-29")).toMatchObject({ ratio: 0.2, after: "2023-12-29" });
    expect(netPurchaseRatio(all, "2024-06-29", 4).ratio).toBe(1);
    expect(netPurchaseRatio(all, "2022-01-01").ratio).toBeNull();
  });
});

describe("sequences", () => {
  it("run over consecutive calendar months, over the turn of a year too", () => {
    const all = rows(sale("2023-11-30"), sale("2023-12-01"), sale("2024-01-31"), sale("2024-03-01"), buy("2024-02-01"));
    expect(tradeSequences(all).map((one) => [one.side, one.from, one.to, one.months, one.rows.length])).toEqual([
      ["sale", "2023-11", "2024-01", 3, 3],
    ]);
    expect(tradeSequences(all, 1)).toHaveLength(3);
  });
  it("of one person go on where another owner signs along", () => {
    const all = rowsOf([
      filing({ id: "a", filed: "2024-01-31", owners: ["1"], rows: [sale("2024-01-10")] }),
      filing({ id: "b", filed: "2024-02-28", owners: ["1", "2"], rows: [buy("2024-02-01"), sale("2024-02-10")] }),
    ]);
    expect(tradeSequences(all)).toEqual([]);
    expect(tradeRuns(all).map((one) => [one.side, one.from, one.to, one.months, one.rows.length])).toEqual([
      ["sale", "2024-01", "2024-02", 2, 2],
    ]);
    expect(tradeRuns(all, 1).map((one) => one.side)).toEqual(["sale", "buy"]);
  });
});

describe("short-swing matches", () => {
  it("set the highest sale against the lowest purchase within less than six months", () => {
    const all = rows(
      buy("2024-01-10", 100, 10),
      buy("2024-02-10", 100, 12),
      sale("2024-05-01", 150, 15),
      sale("2024-07-10", 100, 20),
    );
    // $20 sale of 10 July: the January purchase is six months away, not less; 100 × (20 − 12) = 800.
    // $15 sale: 100 × (15 − 10) = 500; nothing is left of the February purchase.
    const [swing] = shortSwings(all);
    expect(swing?.pairs.map((pair) => [pair.purchase.anchor, pair.sale.anchor, pair.shares, pair.profit])).toEqual([
      ["t1-tx2", "t1-tx4", 100, 800],
      ["t1-tx1", "t1-tx3", 100, 500],
    ]);
    expect(swing).toMatchObject({ profit: 1300, label: "arithmetic match, not a legal finding" });
  });
  it("need a gain, one class, the same owners, and a domestic issuer", () => {
    expect(shortSwings(rows(buy("2024-01-10", 100, 20), sale("2024-02-10", 100, 15)))).toEqual([]);
    expect(
      shortSwings(
        rows(buy("2024-01-10"), tx("S", "2024-02-10", 10, 30, "D", null, { securityTitle: "Class B Common Stock" })),
      ),
    ).toEqual([]);
    const both = rows(sale("2024-01-10", 10, 30), buy("2024-02-10", 10, 20));
    expect(shortSwings(both)).toMatchObject([{ profit: 100 }]);
    expect(shortSwings(both, { foreignPrivateIssuers: new Set(["1"]) })).toEqual([]);
  });
  it("list rows without a price", () => {
    const [swing] = shortSwings(
      rows(buy("2024-01-10", 10, 20), sale("2024-02-10", 10, 30), tx("S", "2024-02-11", 10, null, "D", null)),
    );
    expect(swing?.leftOut.map((row) => row.anchor)).toEqual(["t1-tx3"]);
  });
});

describe("gifts", () => {
  it("find where the shares arrive and estimate what they were worth", () => {
    const trust = { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" };
    const all = rows(
      tx("G", "2024-02-01", 500, 0, "D", null),
      tx("G", "2024-02-01", 500, 0, "A", null, trust),
      sale("2024-02-20", 10, 40),
      sale("2024-01-30", 10, 38),
    );
    const [given, received] = gifts(all);
    expect(given).toMatchObject({ direction: "given", shares: 500, estimate: { price: 38, value: 19000 } });
    expect([given?.counterpart?.anchor, received?.counterpart?.anchor]).toEqual(["t1-tx2", "t1-tx1"]);
    expect(gifts(rows(tx("G", "2024-02-01", 500, 0, "D", null), sale("2024-03-20")))[0]).toMatchObject({
      counterpart: null,
      estimate: null,
    });
  });
});

describe("exits", () => {
  it("name the form, the last trade, and a return", () => {
    const filings = [
      filing({ id: "a", filed: "2024-01-05", rows: [sale("2024-01-03")] }),
      filing({ id: "b", filed: "2024-02-05", period: "2024-02-01", exit: true }),
      filing({ id: "c", filed: "2024-05-05", rows: [sale("2024-05-03")] }),
    ];
    expect(exits(filings.slice(0, 2))).toMatchObject([
      { date: "2024-02-01", isBare: true, cameBack: null, lastTrade: { anchor: "t1-tx1" } },
    ]);
    expect(exits([...filings].reverse())[0]?.cameBack?.filingId).toBe("c");
  });
});
