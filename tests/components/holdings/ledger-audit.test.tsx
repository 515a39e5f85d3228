import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { gapWords, isExplained } from "@/components/charts/holdings/holdings-words";
import { auditAnchor } from "@/components/holdings/audit-address";
import { holdingLines } from "@/components/holdings/holding-lines";
import { auditWords, LedgerAudit } from "@/components/holdings/ledger-audit";
import type { AuditView, ResidualView } from "@/lib/services/sections/section-views";
import type { BalanceLineView } from "@/lib/services/views/shapes/balance-line";

const TO = { filingId: "b", anchor: "t1-tx1" };

function residual(explanation: ResidualView["explanation"], evidence = ""): ResidualView {
  return {
    from: { filingId: "a", anchor: "t1-tx1", date: "2024-01-10", balance: 1100 },
    to: { ...TO, date: "2024-03-01", code: "S", change: -200, balance: 1100 },
    owners: [{ cik: "70", name: "SAMPLE PERSON" }],
    securityTitle: "Common Stock",
    directOrIndirect: "D",
    natureOfOwnership: null,
    left: 1100,
    found: 1300,
    residual: 200,
    explanation,
    evidence,
    hint: null,
  };
}

const audit = (residuals: ResidualView[]): AuditView => ({
  checked: 3,
  closed: 3 - residuals.length,
  indistinctLines: 0,
  residuals,
  byExplanation: residuals.map(({ explanation }) => ({ explanation, count: 1 })),
  splits: [],
});

describe("the ledger audit", () => {
  it("says in a sentence what adds up", () => {
    expect(auditWords(audit([residual("unexplained")]))).toBe(
      "2 of 3 steps between reported balances add up (66.7 %). The others: 1 unexplained.",
    );
    expect(auditWords({ ...audit([]), checked: 0, closed: 0 })).toBe("No line has two reported balances to compare.");
  });

  it("shows an unexplained difference at once, with both rows; an explained one with its note", () => {
    const open = renderToStaticMarkup(<LedgerAudit audit={audit([residual("unexplained")])} />);
    expect(open).toContain('id="gap-b-t1-tx1"');
    expect(open).toContain('href="/filings/a#t1-tx1"');
    expect(open).toContain("+200");
    expect(open).not.toContain("<details");
    const noted = renderToStaticMarkup(
      <LedgerAudit audit={audit([residual("footnote", "Includes 200 ESPP shares.")])} />,
    );
    expect(noted).toContain("1 explained difference");
    expect(noted).toContain("Includes 200 ESPP shares.");
  });

  it("is where a gap in the holdings chart leads", () => {
    const line: BalanceLineView = {
      key: "k",
      owners: [{ cik: "70", name: "SAMPLE PERSON" }],
      issuer: { cik: "7", name: "EXAMPLE CORP", symbol: "EXMP" },
      table: "I",
      unit: "shares",
      securityTitle: "Common Stock",
      directOrIndirect: "D",
      natureOfOwnership: null,
      grant: null,
      opening: 1000,
      closing: null,
      points: [
        { filingId: "a", anchor: "t1-tx1", date: "2024-01-10", code: "P", change: 100, balance: 1100 },
        { ...TO, date: "2024-03-01", code: "S", change: -200, balance: 1100 },
      ],
      marks: [],
    };
    const [open] = holdingLines([line], [residual("unexplained")]);
    expect(open?.points.map((point) => [point.residual, point.gap])).toEqual([
      [0, null],
      [200, { anchor: auditAnchor(TO), explanation: "unexplained" }],
    ]);
    const [noted] = holdingLines([line], [residual("footnote")]);
    const point = noted?.points[1];
    if (point === undefined) throw new Error("no point");
    expect([isExplained(point), gapWords(point)]).toEqual([true, "between the rows: footnote"]);
  });
});
