import { describe, expect, it } from "vitest";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { findSplits } from "@/lib/analytics/holdings/splits";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filing, holding, seedFiling, tx } from "../../../support/filing-builder";

const audit = (filings: FilingFacts[]) => {
  const lines = balanceLines(filings);
  return ledgerAudit(lines, findSplits(lines, filings));
};
const bought = (id: string, date: string, shares: number, after: number, more = {}, owners = ["100"]) =>
  filing({ id, filed: date, owners, rows: [tx("P", date, shares, 5, "A", after, more)] });
const first = bought("a", "2024-01-02", 100, 1000);

describe("the ledger audit", () => {
  it("closes the seed filing in three steps", () => {
    expect(audit([seedFiling()])).toMatchObject({ checked: 3, closed: 3, residuals: [] });
  });
  it("leaves a gap unexplained rather than guess", () => {
    const result = audit([first, bought("b", "2024-02-01", 50, 1100)]);
    expect(result).toMatchObject({ checked: 1, closed: 0 });
    expect(result.residuals).toMatchObject([
      { explanation: "unexplained", evidence: "", hint: null, step: { left: 1000, found: 1050, residual: 50 } },
    ]);
    expect(result.residuals[0]?.step.to.address).toBe("b#t1-tx1");
    expect([...result.byExplanation]).toEqual([["unexplained", 1]]);
  });
  it("explains it by a footnote that names the number", () => {
    const footnotes = { F1: "Includes 312 shares acquired under the ESPP." };
    const noted = tx("P", "2024-02-01", 50, 5, "A", 1362, {}, { sharesOwnedFollowingTransaction: ["F1"] });
    const result = audit([first, filing({ id: "b", filed: "2024-02-01", footnotes, rows: [noted] })]);
    expect(result.residuals).toMatchObject([
      { explanation: "footnote", evidence: footnotes.F1, step: { residual: 312 } },
    ]);
  });
  it("explains it by several notes together", () => {
    const footnotes = {
      F1: "Includes 300 shares acquired under the ESPP and 12 shares acquired through dividend reinvestment.",
    };
    const noted = tx("P", "2024-02-01", 50, 5, "A", 1362, {}, { securityTitle: ["F1"] });
    const result = audit([first, filing({ id: "b", filed: "2024-02-01", footnotes, rows: [noted] })]);
    expect(result.residuals).toMatchObject([{ explanation: "footnote", step: { residual: 312 } }]);
  });
  it("explains it by rounding", () => {
    expect(
      audit([bought("a", "2024-01-02", 100, 1000.4), bought("b", "2024-02-01", 50, 1050)]).residuals,
    ).toMatchObject([{ explanation: "rounding" }]);
  });
  it("explains it by a change of form: leaves direct, arrives in the trust", () => {
    const trust = { directOrIndirectOwnership: "I", natureOfOwnership: "By Trust" };
    const result = audit([
      first,
      filing({ id: "b", filed: "2024-02-01", rows: [tx("P", "2024-02-01", 10, 5, "A", 610), holding(400, trust)] }),
    ]);
    expect(result.residuals).toMatchObject([
      {
        explanation: "change of form",
        evidence: "+400 shares on the line indirect, By Trust",
        step: { residual: -400 },
      },
    ]);
  });
  it("explains it by an amendment", () => {
    const amended = filing({
      id: "b",
      type: "4/A",
      filed: "2024-02-01",
      rows: [tx("P", "2024-02-01", 50, 5, "A", 1234)],
    });
    expect(audit([first, amended]).residuals).toMatchObject([{ explanation: "amendment", evidence: "b#t1-tx1" }]);
  });
  it("hints at a turned A/D box without turning it", () => {
    const gift = filing({ id: "b", filed: "2024-02-01", rows: [tx("G", "2024-02-01", 100, 0, "A", 900)] });
    expect(audit([first, gift]).residuals).toMatchObject([
      { explanation: "unexplained", hint: "direction of the row", step: { residual: -200 } },
    ]);
  });
});

describe("the split finder", () => {
  const before = [bought("a", "2024-01-02", 100, 1000), bought("b", "2024-01-05", 100, 700, {}, ["200"])];
  const after = [bought("c", "2024-03-01", 10, 3010), bought("d", "2024-03-05", 10, 2110, {}, ["200"])];

  it("finds 3-for-1 where two lines jump alike, with the days between", () => {
    const filings = [...before, ...after];
    const splits = findSplits(balanceLines(filings), filings);
    expect(splits).toMatchObject([
      { ratio: { to: 3, for: 1 }, after: "2024-01-05", by: "2024-03-01", confirmed: true, against: [] },
    ]);
    expect(splits[0]?.steps.map((step) => step.to.address)).toEqual(["c#t1-tx1", "d#t1-tx1"]);
    expect(audit(filings).residuals.map((residual) => residual.explanation)).toEqual(["split", "split"]);
  });
  it("does not take one line's jump for a split, unless words name the ratio", () => {
    const filings = [before[0] as FilingFacts, after[0] as FilingFacts];
    expect(findSplits(balanceLines(filings), filings)).toMatchObject([{ confirmed: false }]);
    const told = filing({
      id: "e",
      filed: "2024-03-02",
      owners: ["300"],
      remarks: "Adjusted for the issuer's three-for-one stock split.",
      rows: [holding(5)],
    });
    expect(findSplits(balanceLines(filings), [...filings, told])).toMatchObject([
      { confirmed: true, words: [{ factor: 3 }] },
    ]);
  });
  it("believes lines that went through unchanged", () => {
    const steady = ["300", "400", "500"].flatMap((owner) => [
      bought(`x${owner}`, "2024-01-02", 5, 500, {}, [owner]),
      bought(`y${owner}`, "2024-03-10", 5, 505, {}, [owner]),
    ]);
    const filings = [...before, ...after, ...steady];
    const splits = findSplits(balanceLines(filings), filings);
    expect(splits).toMatchObject([{ confirmed: false }]);
    expect(splits[0]?.against).toHaveLength(3);
  });
});
