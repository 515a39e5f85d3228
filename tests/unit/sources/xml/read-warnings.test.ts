import { describe, expect, it } from "vitest";
import { MAX_WARNING_TEXT, MAX_XML_WARNINGS } from "@/lib/sources/xml/limits";
import { codes, read, transaction } from "./sample-xml";

describe("what the form does not know", () => {
  it("becomes one warning that repeats all its contents", () => {
    const { warnings } = read(
      '<novelty level="2">outer<part>inner</part><deep><leaf id="F9"/>tail</deep></novelty><remarks>kept</remarks>',
    );
    expect(codes(warnings)).toEqual(["element-unknown ownershipDocument/novelty"]);
    expect(warnings[0]?.message).toContain("“@level = 2; outer; part: inner; deep/leaf@id = F9; deep: tail”");
  });

  it("is named by its row and the way to it", () => {
    const rows = `<nonDerivativeTable><nonDerivativeTransaction/><nonDerivativeTransaction>
      <transactionAmounts><bonus>1</bonus></transactionAmounts></nonDerivativeTransaction></nonDerivativeTable>`;
    const { document, warnings } = read(rows);
    expect(document.nonDerivativeTable).toHaveLength(2);
    expect(codes(warnings)).toEqual([
      "row-empty t1-tx1",
      "element-unknown t1-tx2/transactionAmounts/bonus",
      "row-empty t1-tx2",
    ]);
  });

  it("warns of an empty unknown element and of the price name of X0101 in a table", () => {
    const { document, warnings } = read(
      `<hint/>${transaction("<transactionAmounts><transactionValue><value>8</value></transactionValue></transactionAmounts>")}`,
    );
    expect(document.nonDerivativeTable[0]).toEqual({ kind: "transaction" });
    expect(codes(warnings).slice(0, 2)).toEqual([
      "element-unknown ownershipDocument/hint",
      "element-unknown t1-tx1/transactionAmounts/transactionValue",
    ]);
    expect(warnings[1]?.message).toContain("“value: 8”");
  });

  it("warns of unknown attributes, and not of namespaces", () => {
    const { warnings } = read(
      '<remarks lang="en" xml:space="preserve" xmlns:xsi="http://example.org" xsi:type="t">x</remarks>',
    );
    expect(codes(warnings)).toEqual(["attribute-unknown ownershipDocument/remarks/@lang"]);
    expect(warnings[0]?.message).toContain("“en”");
  });

  it("keeps the words of markup inside a footnote, in their place, and reports the markup", () => {
    const { document, warnings } = read('<footnotes><footnote id="F1">Sold at <b>$5</b> each.</footnote></footnotes>');
    expect(document.footnotes).toEqual([{ id: "F1", text: "Sold at $5 each." }]);
    expect(codes(warnings)).toEqual(["element-unknown ownershipDocument/footnotes/footnote/b"]);
  });
});

describe("what stands in the wrong place", () => {
  it("takes a field's text without a value element as the value, with a warning", () => {
    const { document, warnings } = read(transaction("<securityTitle>Common</securityTitle>"));
    expect(document.nonDerivativeTable[0]?.securityTitle).toEqual({ value: "Common", footnoteIds: [] });
    expect(codes(warnings)).toEqual(["value-not-wrapped t1-tx1/securityTitle"]);
  });

  it("reads a code that is wrapped in a value element", () => {
    const { document, warnings } = read(
      transaction("<transactionCoding><transactionCode>\n<value>S</value>\n</transactionCode></transactionCoding>"),
    );
    expect(document.nonDerivativeTable[0]?.transactionCode).toEqual({ value: "S", footnoteIds: [] });
    expect(warnings).toEqual([]);
  });

  it("reports text beside a value element and between elements", () => {
    const { document, warnings } = read(
      `stray${transaction(
        "<transactionCoding><transactionCode>X<value>S</value>Y</transactionCode></transactionCoding>",
      )}`,
    );
    expect(document.nonDerivativeTable[0]?.transactionCode?.value).toBe("S");
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "text-misplaced The text “stray” stands where the form has none.",
      "text-misplaced The text “X” stands beside a value element.",
      "text-misplaced The text “Y” stands beside a value element.",
    ]);
  });

  it("reads rows outside their table, with a warning", () => {
    const { document, warnings } = read(
      "<derivativeHolding><securityTitle><value>Option</value></securityTitle></derivativeHolding>",
    );
    expect(document.derivativeTable).toEqual([
      { kind: "holding", securityTitle: { value: "Option", footnoteIds: [] } },
    ]);
    expect(codes(warnings)).toEqual(["row-outside-table t2-h1"]);
  });
});

describe("what stands there twice", () => {
  it("keeps the first text of a single element and repeats the second", () => {
    const { document, warnings } = read("<remarks>one</remarks><remarks>two</remarks>");
    expect(document.remarks).toBe("one");
    expect(codes(warnings)).toEqual(["element-repeated ownershipDocument/remarks"]);
    expect(warnings[0]?.message).toContain("“two”");
  });

  it("takes the second text when the first is empty, and still warns", () => {
    const { document, warnings } = read("<remarks/><remarks>two</remarks>");
    expect(document.remarks).toBe("two");
    expect(codes(warnings)).toEqual(["element-repeated ownershipDocument/remarks"]);
  });

  it("warns of a field that comes twice in a row, and keeps both fields' footnotes", () => {
    const field = (value: string, id: string) =>
      `<securityTitle><value>${value}</value><footnoteId id="${id}"/></securityTitle>`;
    const { document, warnings } = read(
      `${transaction(field("A", "F1") + field("B", "F2"))}<footnotes><footnote id="F1">a</footnote><footnote id="F2">b</footnote></footnotes>`,
    );
    expect(document.nonDerivativeTable[0]?.securityTitle).toEqual({ value: "A", footnoteIds: ["F1", "F2"] });
    expect(codes(warnings)).toEqual(["element-repeated t1-tx1/securityTitle"]);
    expect(warnings[0]?.message).toContain("“B”");
  });

  it("warns of a leaf that a repeated group gives again, and of a second value", () => {
    const amounts = (shares: string) =>
      `<transactionAmounts><transactionShares>${shares}</transactionShares></transactionAmounts>`;
    const { document, warnings } = read(
      transaction(amounts("<value>1</value><value>2</value>") + amounts("<value>3</value>")),
    );
    expect(document.nonDerivativeTable[0]?.transactionShares?.value).toBe("1");
    expect(codes(warnings)).toEqual([
      "element-repeated t1-tx1/transactionAmounts/transactionShares/value",
      "element-repeated t1-tx1/transactionAmounts/transactionShares",
      "element-repeated t1-tx1/transactionAmounts",
    ]);
  });

  it("reads the rows of a second table too, with a warning", () => {
    const table = transaction("<securityTitle><value>X</value></securityTitle>");
    const { document, warnings } = read(table + table);
    expect(document.nonDerivativeTable).toHaveLength(2);
    expect(codes(warnings)).toEqual(["element-repeated ownershipDocument/nonDerivativeTable"]);
  });
});

describe("footnotes that do not fit", () => {
  it("names a reference that leads nowhere, ids that repeat and ids that are missing", () => {
    const { document, warnings } = read(
      `${transaction('<securityTitle><value>X</value><footnoteId id="F7"/><footnoteId/></securityTitle>')}
       <footnotes><footnote id="F1">a</footnote><footnote id="F1">b</footnote><footnote>c</footnote></footnotes>`,
    );
    expect(document.footnotes).toEqual([
      { id: "F1", text: "a" },
      { id: "F1", text: "b" },
      { id: "", text: "c" },
    ]);
    expect(document.nonDerivativeTable[0]?.securityTitle?.footnoteIds).toEqual(["F7"]);
    expect(codes(warnings)).toEqual([
      "footnote-id-missing t1-tx1/securityTitle/footnoteId",
      "footnote-id-missing ownershipDocument/footnotes/footnote",
      "footnote-id-repeated ownershipDocument/footnotes",
      "footnote-missing ownershipDocument/footnotes",
    ]);
  });
});

describe("the list itself", () => {
  it("counts what it does not list", () => {
    const { warnings } = read("<oddity/>".repeat(MAX_XML_WARNINGS + 5));
    expect(warnings).toHaveLength(MAX_XML_WARNINGS + 1);
    expect(warnings.at(-1)).toEqual({
      code: "warnings-not-listed",
      message: `5 more warnings are not listed; the first ${MAX_XML_WARNINGS} are.`,
      path: "ownershipDocument",
    });
  });

  it("cuts a very long text and counts the rest", () => {
    const { warnings } = read(`<oddity>${"x".repeat(MAX_WARNING_TEXT + 30)}</oddity>`);
    expect(warnings[0]?.message).toContain("x…” (and 30 more characters)");
  });
});
