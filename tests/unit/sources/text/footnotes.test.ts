import { describe, expect, it } from "vitest";
import { read } from "./written-forms";

const row = (title: string, price: string, nature = "") =>
  `| ${title} | 03/04/2024 | | S | | 100 | D | ${price} | 900 | D | ${nature} |`;

function marks(title: string, price: string, explanations = "1. One.\n2. Two.\n3. Three.") {
  const { document } = read({ tableI: row(title, price), explanations });
  const [first] = document.nonDerivativeTable;
  return [first?.securityTitle, first?.transactionPricePerShare].map((field) =>
    field === undefined ? null : [field.value, ...field.footnoteIds],
  );
}

describe("footnote marks in cells", () => {
  it.each([
    ["Common Stock ⁽¹⁾", "$5 ⁽²⁾⁽³⁾"],
    ["Common Stock⁽¹⁾", "$5⁽²⁾ ⁽³⁾"],
    ["Common Stock¹", "$5² ³"],
    ["Common Stock (1)", "$5 (2)(3)"],
    ["Common Stock(1)", "$5 (2), (3)"],
    ["Common Stock ( 1 )", "(2,3) $5"],
    ["Common Stock <sup>(1)</sup>", "$5 <sup>2, 3</sup>"],
    ["Common Stock^(1)^", "$5^2^ ^(3)"],
    ["Common Stock[^1]", "$5[^2][^3]"],
    ["Common Stock \\(1\\)", "\\$5 \\(2\\) \\(3\\)"],
  ])("reads %s and %s", (title, price) => {
    expect(marks(title, price)).toEqual([
      ["Common Stock", "F1"],
      ["5", "F2", "F3"],
    ]);
  });

  it("reads a price that stands in a footnote only", () => {
    expect(marks("Common Stock", "(2)")[1]).toEqual([null, "F2"]);
    expect(marks("Common Stock", "")[1]).toBe(null);
    expect(marks("Common Stock", "$0")[1]).toEqual(["0"]);
  });

  it("leaves a number in a name alone when no footnote has it, or when marks are raised elsewhere", () => {
    expect(marks("Units (12)", "$5 (1)")[0]).toEqual(["Units (12)"]);
    expect(marks("Units (2018)", "$5 (1)")[0]).toEqual(["Units (2018)"]);
    expect(marks("Class B (2)", "$5 ⁽¹⁾")[0]).toEqual(["Class B (2)"]);
  });
});

describe("explanations", () => {
  const notes = (explanations: string) => {
    const { document, warnings } = read({ explanations });
    return [...document.footnotes.map(({ id, text }) => `${id} ${text}`), ...warnings.map(({ code }) => code)];
  };

  it.each([
    "1. First.\n2. Second.",
    "(1) First.\n\n(2) Second.",
    "F1: First.\nF2: Second.",
    "F1 - First.\nF2 - Second.",
    "- First.\n- Second.",
    "* (1) First.\n* (2) Second.",
    "1\\. First.\n2\\. Second.",
    "⁽¹⁾ First.\n⁽²⁾ Second.",
    "[^1]: First.\n[^2]: Second.",
    "| 1. | First. |\n|---|---|\n| 2. | Second. |",
    "First.\n\nSecond.",
  ])("reads %j", (explanations) => {
    expect(notes(explanations)).toEqual(["F1 First.", "F2 Second."]);
  });

  it("keeps wrapped lines together, figures at their start included", () => {
    const wrapped =
      "(1) Sold at prices from $4.10 to\n12. Full information is given\non request.\n\n(2) Second:\n\nstill second.";
    expect(notes(wrapped)).toEqual([
      "F1 Sold at prices from $4.10 to 12. Full information is given on request.",
      "F2 Second: still second.",
    ]);
  });

  it("reads footnotes out of order and with gaps", () => {
    expect(notes("3. Third.\n1. First.\n7. Seventh.")).toEqual(["F3 Third.", "F1 First.", "F7 Seventh."]);
  });

  it("never drops a text silently", () => {
    expect(notes("A preface.\n\n1. First.")).toEqual(["F1 First.", "explanation-unnumbered"]);
  });

  it("keeps signs and figures as filed", () => {
    expect(notes("1. AT&T &amp; 3 < 5, \\$75.30 \\| \\*x\\* <b>bold</b>.")).toEqual([
      "F1 AT&T & 3 < 5, $75.30 | *x* bold.",
    ]);
  });
});

describe("remarks and signatures", () => {
  it("reads remarks of several paragraphs, dates in them included", () => {
    const remarks = "The plan was adopted on 05/17/2023\nand ends on 05/17/2025.\n\nSee Exhibit 24.";
    const { document } = read({ remarks });
    expect(document.remarks).toBe("The plan was adopted on 05/17/2023 and ends on 05/17/2025. See Exhibit 24.");
    expect(document.signatures).toEqual([{ signatureName: "/s/ Jane Doe", signatureDate: "2024-03-05" }]);
  });

  it("has null remarks where none stand", () => {
    expect(read({}).document.remarks).toBe(null);
  });

  it.each([
    ["/s/ Jane Doe 03/05/2024\n/s/ John Roe 03/06/2024", ["/s/ Jane Doe 2024-03-05", "/s/ John Roe 2024-03-06"]],
    ["/s/ Jane Doe 03/05/2024\n\n/s/ John Roe 03/06/2024", ["/s/ Jane Doe 2024-03-05", "/s/ John Roe 2024-03-06"]],
    ["Jane Doe 03/05/2024\nJohn Roe 03/06/2024", ["Jane Doe 2024-03-05", "John Roe 2024-03-06"]],
    ["| <u>/s/ Jane Doe</u> | <u>03/05/2024</u> |", ["/s/ Jane Doe 2024-03-05"]],
    ["/s/ Jane Doe\n\n03/05/2024", ["/s/ Jane Doe 2024-03-05"]],
    ["By: Ann Poe, Esq.\n(Attorney-in-Fact) 03/05/2024", ["By: Ann Poe, Esq. (Attorney-in-Fact) 2024-03-05"]],
    ["/s/ Jane Doe", ["/s/ Jane Doe null"]],
  ])("reads %j", (signatures, expected) => {
    const { document, warnings } = read({ signatures, remarks: "See Exhibit 24." });
    expect(document.signatures.map((one) => `${one.signatureName} ${one.signatureDate}`)).toEqual(expected);
    expect([document.remarks, warnings]).toEqual(["See Exhibit 24.", []]);
  });

  it("takes a footnote that ends in a date for no signature", () => {
    const { document } = read({ explanations: "(1) Vested.\n(2) Held by the Doe Trust DTD 7/6/2020" });
    expect(document.footnotes).toEqual([
      { id: "F1", text: "Vested." },
      { id: "F2", text: "Held by the Doe Trust DTD 7/6/2020" },
    ]);
    expect(document.signatures).toEqual([{ signatureName: "/s/ Jane Doe", signatureDate: "2024-03-05" }]);
  });

  it("names a line among the signatures that is none", () => {
    const { warnings } = read({ signatures: "/s/ Jane Doe 03/05/2024\nAn afterthought." });
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ["line-unread", "This line belongs to no part of the form, and is left out: “An afterthought.”"],
    ]);
  });
});
