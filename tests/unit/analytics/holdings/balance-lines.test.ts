import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BalanceLine, balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { filing, holding, option, seedFiling, tx, unit } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const balances = (line: BalanceLine | undefined) => line?.points.map((point) => point.balance);
const only = (lines: readonly BalanceLine[]): BalanceLine => {
  expect(lines).toHaveLength(1);
  return lines[0] as BalanceLine;
};

describe("the seed filing", () => {
  const [shares, options] = [...balanceLines([seedFiling()])].sort((a, b) => (a.table < b.table ? -1 : 1));

  it("goes from 57,442 over 59,442, 58,660 and 57,642 back to 57,442", () => {
    expect(shares?.opening).toBe(57442);
    expect(balances(shares)).toEqual([59442, 58660, 57642, 57442]);
    expect(shares?.closing).toMatchObject({ balance: 57442, date: "2018-12-10" });
    expect(shares?.points.map((point) => point.change)).toEqual([2000, -782, -1018, -200]);
    expect(shares?.points.map((point) => point.address)).toEqual([1, 2, 3, 4].map((n) => `doc-000000000001#t1-tx${n}`));
    expect(shares?.marks).toEqual([]);
  });

  it("keeps the option on a line of its own, 17,000 to 15,000", () => {
    expect(options?.opening).toBe(17000);
    expect(options?.closing?.balance).toBe(15000);
    expect(options?.grant).toEqual({
      exercisePrice: 37.28,
      expirationDate: "2025-07-29",
      underlyingTitle: "Common Stock",
    });
  });
});

describe("order inside a filing", () => {
  it("turns rows filed latest first into the order that the balances tell", () => {
    const line = only(
      balanceLines([filing({ id: "a", rows: [tx("S", DAY, 50, 9, "D", 850), tx("S", DAY, 100, 9, "D", 900)] })]),
    );
    expect(balances(line)).toEqual([900, 850]);
    expect([line.opening, line.closing?.balance]).toEqual([1000, 850]);
    expect(line.marks).toEqual(["reordered"]);
  });

  it("recognises the final balance on every row and computes the steps", () => {
    const rows = [tx("M", DAY, 500, 1, "A", 1000), tx("S", DAY, 200, 9, "D", 1000), tx("S", DAY, 300, 9, "D", 1000)];
    const line = only(balanceLines([filing({ id: "a", rows })]));
    expect(line.opening).toBe(1000);
    expect(balances(line)).toEqual([1500, 1300, 1000]);
    expect(line.points.map((point) => point.balanceBasis)).toEqual(["computed", "computed", "reported"]);
    expect(line.points[0]?.order).toBe("final-balance");
  });

  it("reads a sale marked A as a disposal", () => {
    const rows = [tx("S", DAY, 100, 9, "A", 900), tx("S", DAY, 50, 9, "D", 850)];
    expect(only(balanceLines([filing({ id: "a", rows })])).opening).toBe(1000);
  });

  it("leaves rows that no order fits as filed, and says so", () => {
    const rows = [tx("S", DAY, 100, 9, "D", 900), tx("S", DAY, 50, 9, "D", 700)];
    const line = only(balanceLines([filing({ id: "a", rows })]));
    expect(line.marks).toEqual(["unclear-order"]);
    expect(line.closing?.balance).toBe(700);
  });

  it("lets the filing before decide where a round trip starts", () => {
    // 1,000 before: sold 200 (800), bought 200 (1,000). Filed as if it began at 800.
    const before = filing({ id: "a", filed: "2024-02-01", rows: [tx("P", "2024-02-01", 10, 9, "A", 1000)] });
    const rows = [tx("P", DAY, 200, 9, "A", 1000), tx("S", DAY, 200, 9, "D", 800)];
    const after = filing({ id: "b", filed: DAY, rows });
    expect(balances(only(balanceLines([after])))).toEqual([1000, 800]);
    expect(balances(only(balanceLines([after, before])))).toEqual([1000, 800, 1000]);
  });

  it("takes a fraction lost in rounding for no break", () => {
    const rows = [tx("P", DAY, 10.4, 9, "A", 1010), tx("S", DAY, 10, 9, "D", 1000)];
    expect(only(balanceLines([filing({ id: "a", rows })])).marks).toEqual([]);
  });
});

describe("what is one line and what is two", () => {
  const trust = { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" };

  it("keeps direct and indirect, classes, owners and dollars apart", () => {
    const rows = [
      holding(1),
      holding(2, trust),
      holding(3, { securityTitle: "Class B Common Stock" }),
      {
        table: "I" as const,
        kind: "holding" as const,
        values: { securityTitle: "Common Stock", valueOwnedFollowingTransaction: 4, directOrIndirectOwnership: "D" },
      },
    ];
    const lines = balanceLines([
      filing({ id: "a", rows }),
      filing({ id: "b", owners: ["100", "200"], rows: [holding(5)] }),
    ]);
    expect(lines.map((line) => line.closing?.balance).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(lines.filter((line) => line.unit === "dollars").map((line) => line.closing?.balance)).toEqual([4]);
  });

  it("takes a par value, letter case and spacing for the same title", () => {
    const lines = balanceLines([
      filing({ id: "a", filed: "2024-01-02", rows: [holding(1)] }),
      filing({
        id: "b",
        filed: "2024-01-03",
        rows: [holding(2, { securityTitle: "COMMON  STOCK, par value $0.01 per share" })],
      }),
    ]);
    expect(balances(only(lines))).toEqual([1, 2]);
  });

  it("tells two children's trusts apart by their footnotes, whatever the ids", () => {
    const notes = { F1: "Trust for the first child.", F2: "Trust for the second child." };
    const first = holding(100, trust, { natureOfOwnership: ["F1"] });
    const second = holding(200, trust, { natureOfOwnership: ["F2"] });
    const later = holding(150, trust, { natureOfOwnership: ["F7"] });
    const lines = balanceLines([
      filing({ id: "a", filed: "2024-01-02", footnotes: notes, rows: [first, second] }),
      filing({ id: "b", filed: "2024-02-02", footnotes: { F7: "Trust for the  first child." }, rows: [later] }),
    ]);
    expect(lines.map(balances)).toEqual([[100, 150], [200]]);
    expect(lines.map((line) => line.marks)).toEqual([[], []]);
  });

  it("does not split a line over notes that come and go", () => {
    const footnotes = { F1: "Includes 12 shares acquired under the ESPP." };
    const lines = balanceLines([
      filing({ id: "a", filed: "2024-01-02", period: "2024-01-02", rows: [holding(100)] }),
      filing({
        id: "b",
        filed: "2024-02-02",
        period: "2024-02-02",
        footnotes,
        rows: [holding(112, {}, { securityTitle: ["F1"] })],
      }),
    ]);
    expect(balances(only(lines))).toEqual([100, 112]);
  });

  it("adds holdings that nothing tells apart, and marks the line", () => {
    const line = only(
      balanceLines([filing({ id: "a", filed: DAY, rows: [holding(100, trust), holding(200, trust)] })]),
    );
    expect(line.marks).toEqual(["indistinct"]);
    expect(line.closing?.balance).toBe(300);
    expect(line.closing?.rows.map((row) => row.anchor)).toEqual(["t1-h1", "t1-h2"]);
  });

  it("takes a direct holding that repeats the balance before the trades for where they start", () => {
    const days = ["2024-02-01", DAY];
    const rows = [holding(1000), tx("F", "2024-02-01", 100, 9, "D", 900), tx("F", DAY, 50, 9, "D", 850)];
    const line = only(balanceLines([filing({ id: "a", filed: DAY, rows })]));
    expect(line.marks).toEqual([]);
    expect([line.opening, line.closing?.balance]).toEqual([1000, 850]);
    expect(balances(line)).toEqual([1000, 900, 850]);
    expect(line.points.map((point) => point.date)).toEqual([days[0], ...days]);
    // Two trusts may well have held the same, and so may two owners: those stay marked.
    const apart = [holding(1000, trust), tx("S", DAY, 100, 9, "D", 900, trust)];
    expect(only(balanceLines([filing({ id: "b", filed: DAY, rows: apart })])).marks).toEqual(["indistinct"]);
    const both = filing({
      id: "c",
      filed: DAY,
      owners: ["11", "12"],
      rows: [holding(1000), tx("S", DAY, 100, 9, "D", 900)],
    });
    expect(only(balanceLines([both])).closing?.balance).toBe(1900);
  });

  it("numbers notes of the same words, for they hang on different lines", () => {
    const rows = ["F1", "F2"].map((id, i) => holding(100 + i, trust, { natureOfOwnership: [id] }));
    const footnotes = { F1: "See Exhibit 99.1.", F2: "See Exhibit 99.1." };
    const lines = balanceLines([filing({ id: "a", filed: DAY, footnotes, rows })]);
    expect(lines.map((line) => line.closing?.balance).sort()).toEqual([100, 101]);
  });

  it("tells grants of units that run side by side apart by their balances", () => {
    const rows = [unit("M", DAY, 62, "D", 496), unit("M", DAY, 458, "D", 3667), unit("M", DAY, 31, "D", 465)];
    const next = unit("M", "2024-06-01", 465, "D", 0);
    const lines = balanceLines([
      filing({ id: "a", filed: DAY, rows }),
      filing({ id: "b", filed: "2024-06-01", rows: [next] }),
    ]);
    expect(lines.map(balances)).toEqual([[496, 465, 0], [3667]]);
  });

  it("begins a grant of units with an award from 0, and goes on with its vesting note over a gap", () => {
    const footnotes = { F1: "Vests from 2022.", F2: "Vests from 2024." };
    const note = (id: string) => ({ exerciseDate: [id] });
    const lines = balanceLines([
      filing({ id: "a", filed: "2024-01-02", footnotes, rows: [unit("M", "2024-01-02", 10, "D", 30, {}, note("F1"))] }),
      filing({ id: "b", filed: "2024-02-02", footnotes, rows: [unit("A", "2024-02-02", 80, "A", 80, {}, note("F2"))] }),
      filing({ id: "c", filed: "2024-09-02", footnotes, rows: [unit("M", "2024-09-02", 10, "D", 10, {}, note("F1"))] }),
    ]);
    expect(lines.map(balances)).toEqual([[30, 10], [80]]);
    expect(lines[0]?.points[1]?.before).toBe(20);
  });

  it("keeps a running total of units on one line", () => {
    const rows = [unit("A", "2024-01-02", 50, "A", 150), unit("M", "2024-02-02", 30, "D", 120)];
    const lines = balanceLines(rows.map((row, i) => filing({ id: `u${i}`, filed: `2024-0${i + 1}-02`, rows: [row] })));
    expect(lines.map(balances)).toEqual([[150, 120]]);
  });

  it("takes a step whose balance has a note for a step, not for disorder", () => {
    const footnotes = { F1: "Includes 154 shares acquired under the ESPP." };
    const rows = [
      tx("G", DAY, 100, 0, "D", 900),
      tx("M", DAY, 50, 0, "A", 1104, {}, { sharesOwnedFollowingTransaction: ["F1"] }),
    ];
    const line = only(balanceLines([filing({ id: "a", filed: DAY, footnotes, rows })]));
    expect([line.marks, line.closing?.balance]).toEqual([[], 1104]);
  });

  it("gives each grant its own line", () => {
    const rows = [option("M", DAY, 10, "D", 90), option("M", DAY, 20, "D", 80, { conversionOrExercisePrice: 12 })];
    expect(balanceLines([filing({ id: "a", rows })]).map((line) => line.opening)).toEqual([100, 100]);
  });

  it("tells grants of units apart by their vesting notes", () => {
    const footnotes = { F1: "Vests yearly from 2022.", F2: "Vests yearly from 2023." };
    const rows = [
      unit("M", DAY, 10, "D", 30, {}, { exerciseDate: ["F1"] }),
      unit("M", DAY, 5, "D", 60, {}, { exerciseDate: ["F2"] }),
    ];
    expect(balanceLines([filing({ id: "a", footnotes, rows })]).map((line) => line.opening)).toEqual([40, 65]);
  });
});

describe("any order of filings", () => {
  const filings = [
    filing({ id: "a", filed: "2024-01-03", rows: [tx("P", "2024-01-02", 100, 5, "A", 100)] }),
    filing({ id: "c", filed: "2024-01-04", rows: [tx("S", "2024-01-03", 60, 5, "D", 60)] }),
    filing({ id: "b", filed: "2024-01-04", rows: [tx("P", "2024-01-03", 20, 5, "A", 120)] }),
    filing({ id: "d", filed: "2024-02-04", owners: ["900"], rows: [tx("P", "2024-02-03", 7, 5, "A", 7)] }),
  ];

  it("gives the same lines, and chains filings of one day by their balances", () => {
    const expected = balanceLines(filings);
    expect(balances(expected.find((line) => line.ownerKey === "100"))).toEqual([100, 120, 60]);
    fc.assert(
      fc.property(fc.shuffledSubarray(filings, { minLength: filings.length }), (shuffled) => {
        expect(balanceLines(shuffled)).toEqual(expected);
      }),
    );
  });
});

describe("several holdings under one description on one form", () => {
  const granted = (shares: number, more = {}) =>
    option("A", "2024-03-01", shares, "A", shares, { conversionOrExercisePrice: 1.5, ...more });

  it("are told apart where each grant begins from nothing: one line, marked, with all that is held", () => {
    const [line, ...others] = balanceLines([
      filing({ id: "a", filed: "2024-03-02", rows: [granted(80000), granted(40000)] }),
    ]);
    expect(others).toEqual([]);
    expect([line?.marks, line?.closing?.balance]).toEqual([["indistinct"], 120000]);
  });
  it("go on where one of them ended", () => {
    const exercised = option("M", "2024-03-01", 100, "D", 79900, { conversionOrExercisePrice: 1.5 });
    const rows = [granted(80000), granted(40000), exercised];
    const [line] = balanceLines([filing({ id: "a", filed: "2024-03-02", rows })]);
    expect([line?.marks, line?.closing?.balance]).toEqual([["indistinct"], 119900]);
  });
  it("are the members' of a group, which the form does not name", () => {
    const owners = ["100", "200", "300"];
    const rows = [
      tx("S", "2024-03-01", 21, 5, "D", 900),
      tx("S", "2024-03-01", 10, 5, "D", 400),
      tx("S", "2024-03-01", 4, 5, "D", 90),
    ];
    const [line] = balanceLines([filing({ id: "a", filed: "2024-03-02", owners, rows })]);
    expect([line?.marks, line?.closing?.balance]).toEqual([["indistinct"], 1390]);
  });
  it("are not made of one person's slip", () => {
    const rows = [tx("S", "2024-03-01", 21, 5, "D", 900), tx("S", "2024-03-01", 10, 5, "D", 400)];
    const [line] = balanceLines([filing({ id: "a", filed: "2024-03-02", rows })]);
    expect([line?.marks, line?.closing?.balance]).toEqual([["unclear-order"], 400]);
  });
});
