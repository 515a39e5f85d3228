import { describe, expect, it } from "vitest";
import { type BalanceLine, balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { deltaOwnByRow } from "@/lib/analytics/holdings/delta-own";
import { filing, holding, tx, unit } from "../../../support/filing-builder";

const DAY = "2024-03-01";
const balances = (line: BalanceLine | undefined) => line?.points.map((point) => point.balance);
const byTrust = { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" };

function deltas(lines: readonly BalanceLine[]): string[] {
  return lines.flatMap((line) => [...deltaOwnByRow(line)].map(([address, { share }]) => `${address} ${share}`)).sort();
}

describe("a note on the balance that tells of shares moved without a row", () => {
  // 500 vest, 200 are withheld for tax, the other 300 go to a trust: 0 are left. 200 − 200 + 500 = 500 fits as well.
  const footnotes = { F3: "Reflects the contribution of the shares acquired on the vesting to a family trust." };
  const withheld = (note: string) => tx("F", DAY, 200, 9, "D", 0, {}, { sharesOwnedFollowingTransaction: [note] });
  const vest = tx("A", DAY, 500, 0, "A", 500);

  it("keeps filed order against an order in which the figures happen to fit", () => {
    const [line, ...others] = balanceLines([filing({ id: "a", filed: DAY, footnotes, rows: [vest, withheld("F3")] })]);
    expect(others).toEqual([]);
    expect([balances(line), line?.closing?.balance, line?.marks]).toEqual([[500, 0], 0, []]);
  });
  it("gives way to the filing before, where the figures go on from its end", () => {
    const before = filing({ id: "a", filed: "2024-02-01", rows: [tx("P", "2024-02-01", 200, 9, "A", 200)] });
    const after = filing({ id: "b", filed: DAY, footnotes, rows: [vest, withheld("F3")] });
    const [line] = balanceLines([before, after]);
    expect([balances(line), line?.closing?.balance]).toEqual([[200, 0, 500], 500]);
  });
  it("says nothing where it only tells what the balance includes", () => {
    const includes = { F3: "Includes 154 shares acquired under the ESPP." };
    const [line] = balanceLines([filing({ id: "a", filed: DAY, footnotes: includes, rows: [vest, withheld("F3")] })]);
    expect([balances(line), line?.marks]).toEqual([[0, 500], ["reordered"]]);
  });
});

describe("notes that name the holders", () => {
  const footnotes = {
    F1: "Includes 663 shares held in escrow.",
    F2: "Held by the Fictional Family Trust.",
    F3: "Held by the First Child's Trust.",
    F4: "Held by the Second Child's Trust.",
  };
  const bought = (after: number, holder: string) =>
    tx("P", DAY, 675, 1.23, "A", after, byTrust, {
      sharesOwnedFollowingTransaction: ["F1"],
      natureOfOwnership: [holder],
    });
  const rows = [bought(33365, "F2"), bought(887, "F3"), bought(887, "F4")];

  it("tell three trusts apart, though a note on each balance would let pass the steps between them", () => {
    const lines = balanceLines([filing({ id: "a", filed: DAY, footnotes, rows })]);
    expect(lines.map((line) => line.closing?.balance)).toEqual([33365, 887, 887]);
    expect(lines.map((line) => line.opening)).toEqual([32690, 212, 212]);
    expect(lines.map((line) => line.marks)).toEqual([[], [], []]);
  });
  it("do not split what one person holds directly", () => {
    const direct = rows.map((row) => ({
      ...row,
      values: { ...row.values, directOrIndirectOwnership: "D", natureOfOwnership: "" },
    }));
    expect(balanceLines([filing({ id: "a", filed: DAY, footnotes, rows: direct })])).toHaveLength(1);
  });
  it("tell a manager's accounts from its funds, and add the accounts that share a note", () => {
    const redeemed = (shares: number, after: number, holder: string) =>
      tx("J", DAY, shares, 10.49, "D", after, byTrust, { natureOfOwnership: [holder] });
    const words = {
      F4: "Held for a separately managed account.",
      F5: "Held by Fictional Fund I.",
      F6: "Held by Fund II.",
    };
    const table = [
      redeemed(6799, 0, "F4"),
      redeemed(1603, 5227, "F5"),
      redeemed(2789, 3, "F4"),
      redeemed(3807, 1, "F4"),
      holding(3910, byTrust, { natureOfOwnership: ["F6"] }),
    ];
    const lines = balanceLines([
      filing({ id: "a", filed: DAY, owners: ["100", "200"], footnotes: words, rows: table }),
    ]);
    const found = lines.map((line) => [line.closing?.balance, line.marks]);
    expect(found.sort()).toEqual([
      [3910, []],
      [4, ["indistinct"]],
      [5227, []],
    ]);
  });
  it("tell two vested grants apart that both end at 0: all of each is gone", () => {
    const notes = { F1: "Vested in twelve quarterly installments.", F2: "Vested in full on this day." };
    const atMarket = { conversionOrExercisePrice: 75.38 };
    const vested = [
      unit("M", DAY, 1816, "D", 0, atMarket, { expirationDate: ["F1"] }),
      unit("M", DAY, 4322, "D", 0, atMarket, { expirationDate: ["F2"] }),
    ];
    expect(deltas(balanceLines([filing({ id: "a", filed: DAY, footnotes: notes, rows: vested })]))).toEqual([
      "a#t2-tx1 -1",
      "a#t2-tx2 -1",
    ]);
  });
});

describe("rows of one filing that report one balance", () => {
  const byDaughter = { directOrIndirectOwnership: "I", natureOfOwnership: "By Daughter" };
  const gift = (after: number) => tx("G", DAY, 150, 0, "A", after, byDaughter);

  it("are two daughters' accounts where they are indirect and equal in everything: one line, marked, each row from its own balance", () => {
    const lines = balanceLines([filing({ id: "a", filed: DAY, rows: [gift(1199), gift(1199)] })]);
    expect(lines.map((line) => [line.closing?.balance, line.marks])).toEqual([[2398, ["indistinct"]]]);
    expect(deltas(lines)).toEqual(["a#t1-tx1 0.142993", "a#t1-tx2 0.142993"]);
  });
  it("begin with no less than nothing: 422 less twice 227 is no balance before", () => {
    const rows = [tx("P", DAY, 227, 5, "A", 422), tx("P", DAY, 227, 6, "A", 422)];
    const [line] = balanceLines([filing({ id: "a", filed: DAY, rows })]);
    expect([line?.opening, line?.marks]).toEqual([195, ["unclear-order"]]);
  });
});
