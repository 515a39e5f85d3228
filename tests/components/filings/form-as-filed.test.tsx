import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FormAsFiled } from "@/components/filings/form/form-as-filed";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const { document } = readOwnershipXml(readFileSync("tests/fixtures/seed/qualys-posey-form4.xml"));

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The markup of one element with an id, to its closing tag. */
function element(html: string, tag: string, id: string): string {
  return new RegExp(`<${tag} [^>]*id="${id}"[\\s\\S]*?</${tag}>`).exec(html)?.[0] ?? "";
}

function draw(changed: Partial<OwnershipDocument> = {}): string {
  return renderToStaticMarkup(<FormAsFiled document={{ ...document, ...changed }} rows={[]} />);
}

describe("the form as filed", () => {
  const html = draw();

  it("gives each row of both tables its anchor, and nothing else one", () => {
    expect([...html.matchAll(/<tr id="([^"]+)"/g)].map((match) => match[1])).toEqual([
      "t1-tx1",
      "t1-tx2",
      "t1-tx3",
      "t1-tx4",
      "t2-tx1",
    ]);
  });

  it("prints every field of a row as the form does, the filed text in the markup", () => {
    const row = element(html, "tr", "t1-tx2");
    expect(textOf(row)).toBe("Common Stock 12/10/2018 S (1) 782 D $75.5351 (2) 58,660 D t1-tx2");
    expect(row).toContain('<data value="75.5351">$75.5351</data>');
    expect(row).toContain('<time dateTime="2018-12-10">12/10/2018</time>');
  });

  it("hangs a footnote on its very field and links it to the words", () => {
    expect(element(html, "td", "t1-tx3-transactionPricePerShare")).toContain('href="#F3"');
    expect(element(html, "td", "t1-tx3-transactionCode")).toContain('href="#F1"');
    expect(element(html, "td", "t2-tx1-exerciseDate")).toContain('href="#F5"');
    expect(textOf(element(html, "td", "t2-tx1-exerciseDate"))).toBe("(5)");
    expect(textOf(element(html, "li", "F5"))).toBe("(5) This option is fully vested and immediately exercisable.");
  });

  it("puts a disposed derivative under (D) alone", () => {
    expect(textOf(element(html, "tr", "t2-tx1"))).toBe(
      "Stock Option (right to buy) $37.28 12/10/2018 M (1) 2,000 (5) 07/29/2025 Common Stock 2,000 $0 15,000 D t2-tx1",
    );
  });

  it("shows the signature, and that there are no remarks", () => {
    expect(textOf(html)).toContain("Signature /s/ Bruce Posey 12/11/2018");
    expect(textOf(element(html, "section", "remarks"))).toBe("Remarks None.");
  });

  it("tells an unanswered box from an empty one", () => {
    expect(textOf(html)).not.toContain("10b5-1(c)");
    expect(textOf(draw({ aff10b5One: "0" }))).toContain("☐ Made pursuant to a contract");
    expect(textOf(draw({ aff10b5One: "true" }))).toContain("☒ Made pursuant to a contract");
  });

  it("stands with empty tables and a footnote that is missing", () => {
    const [row] = document.nonDerivativeTable;
    if (row === undefined) throw new Error("the seed filing has rows");
    const bare = draw({ nonDerivativeTable: [], derivativeTable: [], footnotes: [] });
    expect(textOf(bare).match(/The filing has no row in this table\./g)).toHaveLength(2);
    expect(draw({ footnotes: [] })).toContain("refers to this footnote but does not contain it");
  });

  it("keeps a text that is no number as filed", () => {
    const odd = { kind: "transaction" as const, transactionShares: { value: "see note", footnoteIds: ["F1"] } };
    expect(textOf(element(draw({ nonDerivativeTable: [odd] }), "td", "t1-tx1-transactionShares"))).toBe("see note (1)");
  });

  const holding = {
    kind: "holding" as const,
    securityTitle: { value: "Common Stock", footnoteIds: [] },
    sharesOwnedFollowingTransaction: { value: "370009", footnoteIds: [] },
    directOrIndirectOwnership: { value: "I", footnoteIds: [] },
    natureOfOwnership: { value: "By Trust", footnoteIds: [] },
  };
  const headings = (drawn: string) => [...drawn.matchAll(/<th [^>]*>([^<]+)<\/th>/g)].map((match) => match[1]);

  it("has Form 3's own boxes and columns", () => {
    const drawn = draw({ documentType: "3", nonDerivativeTable: [holding], derivativeTable: [] });
    expect(headings(drawn)).toEqual([
      "1. Title of Security",
      "2. Amount Beneficially Owned",
      "3. Direct or Indirect",
      "4. Nature of Indirect Ownership",
      "Derived",
    ]);
    expect(textOf(element(drawn, "tr", "t1-h1"))).toBe("Common Stock 370,009 I By Trust t1-h1");
    expect(textOf(drawn)).toContain("2. Date of Event Requiring Statement 12/10/2018 3. Issuer Name and Ticker");
    expect(textOf(drawn)).toContain("4. Relationship of Reporting Person(s)");
    expect(textOf(drawn)).toContain("Table I – Non-Derivative Securities Beneficially Owned");
  });

  it("draws a Form 3 that says more than its columns hold as a Form 4, so that nothing is lost", () => {
    const priced = { ...holding, transactionPricePerShare: { value: "12.5", footnoteIds: [] } };
    const drawn = draw({ documentType: "3/A", nonDerivativeTable: [priced], derivativeTable: [] });
    expect(headings(drawn)).toContain("5. Amount Owned Following");
    expect(textOf(element(drawn, "tr", "t1-h1"))).toBe("Common Stock $12.5 370,009 I By Trust t1-h1");
  });

  it("asks in a Form 5 for the fiscal year", () => {
    const drawn = draw({ documentType: "5" });
    expect(textOf(drawn)).toContain("3. Statement for Issuer’s Fiscal Year Ended 12/10/2018");
    expect(headings(drawn)).toContain("5. Amount Owned at Fiscal Year End");
    expect(headings(drawn)).toContain("9. Number Owned at Fiscal Year End");
  });
});
