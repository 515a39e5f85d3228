import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AmendmentChanges } from "@/components/filings/related/amendment-changes";
import { fieldText } from "@/components/filings/related/field-words";
import type { AmendmentView, FilingSummary } from "@/lib/services/views/shapes/filing";
import type { RowLabel } from "@/lib/services/views/shapes/row";

function filing(id: string, documentType: string, filingDate: string): FilingSummary {
  return {
    id,
    accession: id,
    documentType,
    issuer: { cik: "9", name: "EXAMPLE CORP", symbol: "EXMP" },
    owners: [],
    periodOfReport: null,
    filingDate,
    knownAt: null,
    knownAtBasis: null,
    codes: ["S"],
    rowCount: 1,
    warningCount: 0,
  };
}

const row = (filingId: string, shares: number): RowLabel => ({
  filingId,
  anchor: "t1-tx1",
  tradeDate: "2024-03-01",
  code: "S",
  securityTitle: "Common Stock",
  shares,
});

const AMENDMENT: AmendmentView = {
  amendment: filing("b", "4/A", "2024-03-08"),
  original: filing("a", "4", "2024-03-05"),
  rule: "filing date",
  problem: null,
  changed: [
    {
      before: row("a", 400),
      after: row("b", 300),
      changes: [
        { field: "shares", before: 400, after: 300 },
        { field: "price", before: null, after: 25.5 },
      ],
    },
  ],
  repeated: [],
  added: [],
  leftOut: [],
};

describe("what an amendment changed", () => {
  const html = renderToStaticMarkup(<AmendmentChanges amendment={AMENDMENT} own="b" />);

  it("stands as old → new by field, the old struck", () => {
    expect(html).toContain("<del>400</del>");
    expect(html).toContain(">300</ins>");
    expect(html).toContain("<del>—</del>");
    expect(html).toContain(">$25.50</ins>");
  });

  it("leads to both rows, and to the other filing only", () => {
    expect(html).toContain('href="/filings/a#t1-tx1"');
    expect(html).toContain('href="/filings/b#t1-tx1"');
    expect(html).toMatch(/this form 4\/A.*amends.*href="\/filings\/a"[^>]*>Form 4 of 5 Mar 2024</s);
  });

  it("says so where nothing can be replaced", () => {
    const lost = { ...AMENDMENT, original: null, rule: null, problem: "original not found", changed: [] };
    const words = renderToStaticMarkup(<AmendmentChanges amendment={lost} own="b" />);
    expect(words).toContain("not in this ledger, so nothing is replaced");
    expect(words).not.toContain("No field of a row differs");
  });

  it("writes each field in its own unit", () => {
    expect(fieldText("tradeDate", "2024-03-01")).toBe("1 Mar 2024");
    expect(fieldText("equitySwapInvolved", false)).toBe("no");
    expect(fieldText("totalValue", 1200)).toBe("$1,200.00");
    expect(fieldText("securityTitle", null)).toBe("—");
  });
});
