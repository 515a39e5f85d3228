import { describe, expect, it } from "vitest";
import { type BalanceLine, balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { holdingsByClass, holdingsOfPerson } from "@/lib/analytics/holdings/current-holdings";
import { deltaOwn, deltaOwnByRow } from "@/lib/analytics/holdings/delta-own";
import { optionBook } from "@/lib/analytics/holdings/option-book";
import { roster } from "@/lib/analytics/holdings/roster";
import { filing, holding, option, seedFiling, tx, unit } from "../../../support/filing-builder";

const trust = { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" };

describe("current holdings", () => {
  const filings = [
    filing({ id: "a", filed: "2024-01-03", rows: [tx("P", "2024-01-02", 100, 5, "A", 100), holding(40, trust)] }),
    filing({
      id: "b",
      filed: "2024-02-03",
      owners: ["100", "200"],
      rows: [tx("S", "2024-02-02", 10, 5, "D", 30, trust)],
    }),
  ];
  const own = holdingsOfPerson(balanceLines(filings), "100");

  it("take the later report of one holding filed alone and jointly", () => {
    expect(own.map((one) => [one.balance, one.replacedBy !== null]).sort()).toEqual(
      [
        [100, false],
        [30, false],
        [40, true],
      ].sort(),
    );
    expect(holdingsByClass(own)).toMatchObject([
      { classKey: "common stock", direct: 100, indirect: 30, byNature: [{ nature: "By Trust", shares: 30 }] },
    ]);
  });
  it("name the joint filer's part too", () => {
    expect(holdingsOfPerson(balanceLines(filings), "200").map((one) => one.balance)).toEqual([30]);
  });
});

describe("what a group holds directly, in rows that the form gives to no member", () => {
  const owners = ["100", "200", "300"];
  const granted = (shares: number) => tx("A", "2024-03-01", shares, 0, "A", shares);
  const group = filing({ id: "a", filed: "2024-03-02", owners, rows: [granted(1214), granted(1476), granted(40245)] });
  const lines = balanceLines([group]);

  it("is no member's own balance", () => {
    expect(lines.map((line) => [line.closing?.balance, line.marks])).toEqual([[42935, ["indistinct"]]]);
    expect(holdingsByClass(holdingsOfPerson(lines, "200"))).toMatchObject([{ direct: null, indirect: 0 }]);
  });
  it("has no one change", () => {
    expect(deltaOwn(lines[0] as BalanceLine)).toMatchObject({
      net: 42935,
      share: null,
      reason: "parts not told apart",
    });
  });
});

describe("the roster", () => {
  it("lists people with roles as last filed, last trade, exit and known zero", () => {
    const entries = roster([
      seedFiling(),
      filing({
        id: "n",
        type: "3",
        issuer: "1107843",
        owners: ["7"],
        none: true,
        period: "2019-01-02",
        filed: "2019-01-05",
      }),
      filing({ id: "x", issuer: "1107843", owners: ["8"], exit: true, period: "2019-01-02", filed: "2019-01-05" }),
    ]);
    expect(entries.map((entry) => [entry.cik, entry.knownZero, entry.exit?.filingId ?? null])).toEqual([
      ["1254781", false, null],
      ["7", true, null],
      ["8", false, "x"],
    ]);
    expect(entries[0]).toMatchObject({
      names: ["POSEY BRUCE K"],
      filings: 1,
      byClass: [{ direct: 57442, indirect: 0 }],
    });
    expect(entries[0]?.lastTrade?.anchor).toBe("t1-tx4");
  });
});

describe("ΔOwn", () => {
  const line = balanceLines([seedFiling()]).find((one) => one.table === "I") as BalanceLine;
  it("of the seed filing's day is 0 over all rows, −2,000 / 59,442 over its sales", () => {
    expect(deltaOwn(line)).toMatchObject({ net: 0, before: 57442, share: 0 });
    const sales = [...deltaOwnByRow(line).values()].slice(1);
    expect(sales.map((one) => one.share)).toEqual([-0.013156, -0.017354, -0.00347]);
  });
  it("is null with its reason, never clamped", () => {
    const of = (rows: Parameters<typeof filing>[0]["rows"]) =>
      deltaOwn(balanceLines([filing({ id: "a", rows })])[0] as BalanceLine);
    expect(of([tx("P", "2024-01-02", 100, 5, "A", 100)])).toMatchObject({
      before: 0,
      share: null,
      reason: "no balance before",
    });
    expect(of([tx("P", "2024-01-02", 900, 5, "A", 1000)])).toMatchObject({ share: 9, reason: null });
    expect(of([tx("S", "2024-01-02", 100, 5, "D", 0)])).toMatchObject({ share: -1 });
    expect(of([tx("S", "2024-01-02", 100, 5, "D", -40)])).toMatchObject({ share: null, reason: "more sold than held" });
    expect(of([tx("S", "2024-01-02", null, 5, "D", 0)])).toMatchObject({ share: null, reason: "shares not reported" });
  });
});

describe("the option book", () => {
  it("holds the seed filing's 15,000 options, in the money at the owner's own last price", () => {
    const { grants } = optionBook([seedFiling()], { asOf: "2018-12-31" });
    // 77.585 − 37.28 = 40.305; × 15,000 = 604,575. From 31 December 2018 to 29 July 2025: 2,402 days.
    expect(grants).toMatchObject([
      {
        kind: "option",
        strike: 37.28,
        count: 15000,
        daysToExpiry: 2402,
        expiringSoon: false,
        moneyness: "in the money",
        intrinsicValue: 604575,
        vesting: ["This option is fully vested and immediately exercisable."],
      },
    ]);
    expect(grants[0]?.lastPrice?.row.anchor).toBe("t1-tx4");
  });
  it("leaves out what is used up, expired or no grant, and marks what expires soon", () => {
    const rows = [
      option("M", "2024-01-02", 10, "D", 0),
      option("M", "2024-01-02", 10, "D", 5, { expirationDate: "2024-02-01" }),
      option("M", "2024-01-02", 10, "D", 6, { expirationDate: "2024-12-01" }),
      unit("M", "2024-01-02", 10, "D", 7),
      unit("C", "2024-01-02", 10, "D", 8, { securityTitle: "Series A Convertible Preferred Stock" }),
    ];
    const book = optionBook([filing({ id: "a", rows })], { asOf: "2024-06-01" });
    expect(book.grants.map((grant) => [grant.kind, grant.count, grant.expiringSoon])).toEqual([
      ["option", 6, true],
      ["unit", 7, false],
    ]);
    expect(book.leftOut.map((one) => one.reason).sort()).toEqual(["expired", "none left", "other derivative"]);
  });
});
