import { describe, expect, test } from "vitest";
import { tradeSignal } from "@/lib/services/market/trade-signal";
import type { ScreenRow } from "@/lib/services/screener/screener-view";

function row(anchor: string, shares: number | null, price: number | null, over: Partial<ScreenRow> = {}): ScreenRow {
  return {
    filingId: "0000000001-24-000001",
    anchor,
    documentType: "4",
    table: "I",
    securityTitle: "Common Stock",
    tradeDate: "2024-05-06",
    tradeDateBasis: "transactionDate",
    code: "S",
    transactionClass: "sale",
    acquiredDisposed: "D",
    contradictory: false,
    shares,
    price,
    value: shares === null || price === null ? 1000 : shares * price,
    sharesAfter: null,
    valueAfter: null,
    directOrIndirect: "D",
    natureOfOwnership: null,
    filingDate: "2024-05-07",
    knownAt: "2024-05-07T20:00:00.000Z",
    plan: {
      planned: false,
      basis: "filing checkbox",
      footnoteId: null,
      words: null,
      adoptionDates: [],
      reason: null,
    },
    deltaOwn: -0.25,
    flags: [],
    supersededBy: null,
    supersededAt: null,
    supersededRule: null,
    knownAtBasis: "accepted",
    issuer: { cik: "1", name: "Example Corp", symbol: "EXMP" },
    owners: [{ cik: "2", name: "Sample Pat", roles: ["officer"], officerTitle: null }],
    lateness: "on time",
    businessDaysLate: null,
    ...over,
  };
}

describe("a trade on a board", () => {
  test("of one row tells its price and what it did to the line", () => {
    const signal = tradeSignal({ rows: [row("t1-tx1", 100, 20.5)], value: 2050, leftOut: 0 });
    expect(signal.reason).toBe("100 sold at $20.50; −25 % of the line held before; not planned, by filing checkbox.");
    expect([signal.figure, signal.date, signal.evidence]).toEqual([
      2050,
      "2024-05-06",
      [{ filingId: "0000000001-24-000001", anchor: "t1-tx1" }],
    ]);
  });

  test("in several rows is their sum, with the count, the prices and every row as evidence", () => {
    const rows = [row("t1-tx1", 100, 20), row("t1-tx2", 300, 21), row("t1-tx3", 100, 22.5)];
    const signal = tradeSignal({ rows, value: 10_550, leftOut: 0 });
    // 100 × 20 + 300 × 21 + 100 × 22.50 = 10,550; ÷ 500 shares = 21.10
    expect(signal.reason).toBe(
      "500 sold in 3 rows at $20.00 to $22.50, $21.1000 on average; not planned, by filing checkbox.",
    );
    expect(signal.figure).toBe(10_550);
    expect(signal.evidence.map(({ anchor }) => anchor)).toEqual(["t1-tx1", "t1-tx2", "t1-tx3"]);
  });

  test("never adds shares of two securities, or a number that is not given", () => {
    const classes = [row("t1-tx1", 100, 20), row("t1-tx2", 50, 400, { securityTitle: "Class B Common Stock" })];
    expect(tradeSignal({ rows: classes, value: 22_000, leftOut: 0 }).reason).toBe(
      "sold in 2 rows of 2 securities; not planned, by filing checkbox.",
    );
    const nameless = [row("t1-tx1", 100, 20), row("t1-tx2", 50, 400)].map((one) => ({ ...one, securityTitle: null }));
    expect(tradeSignal({ rows: nameless, value: 22_000, leftOut: 0 }).reason).toBe(
      "sold in 2 rows; not planned, by filing checkbox.",
    );
    const unsaid = [row("t1-tx1", 100, 20), row("t1-tx2", null, null)];
    expect(tradeSignal({ rows: unsaid, value: 3000, leftOut: 0 }).reason).toBe(
      "sold in 2 rows; not planned, by filing checkbox.",
    );
  });

  test("says nothing of a plan for purchases", () => {
    const purchase = row("t1-tx1", 10, 5, { code: "P", acquiredDisposed: "A", deltaOwn: null });
    expect(tradeSignal({ rows: [purchase], value: 50, leftOut: 0 }).reason).toBe("10 bought at $5.00.");
  });
});
