import { describe, expect, it } from "vitest";
import { accessionInPath, edgarFilingUrl, normaliseAccession, normaliseCik, rowAnchor } from "@/lib/ownership/identity";

describe("accession numbers", () => {
  it.each([
    ["0001107843-18-000099", "0001107843-18-000099"],
    ["000110784318000099", "0001107843-18-000099"],
    [" 0001107843-18-000099 ", "0001107843-18-000099"],
    ["0001107843-18-00099", null],
    ["00011078431800009", null],
    ["0001107843-18-000099.xml", null],
    ["", null],
  ])("“%s” → %s", (text, accession) => {
    expect(normaliseAccession(text)).toBe(accession);
  });

  it.each([
    ["xml/0001107843/0001107843-18-000099.xml", "0001107843-18-000099"],
    ["edgar/data/1107843/000110784318000099/form4.xml", "0001107843-18-000099"],
    ["C:\\filings\\0001107843-18-000099\\doc.xml", "0001107843-18-000099"],
    ["0009990001-24-000001/0001107843-18-000099.txt", "0001107843-18-000099"],
    ["154456789012345678.tar.gz", "154456789012345678"],
    ["form4_000110784318000099-copy.xml", "000110784318000099"],
    ["wf-form4_154456789012345678.xml", null],
    ["wf-form4_1544567890123456789.xml", null],
    ["seed/qualys-posey-form4.xml", null],
  ])("in the path %s: %s", (path, expected) => {
    const dashed = expected?.replace(/^(\d{10})(\d{2})(\d{6})$/, "$1-$2-$3") ?? null;
    expect(accessionInPath(path)).toBe(dashed);
  });
});

describe("CIKs", () => {
  it.each([
    ["0001107843", "1107843"],
    ["1107843", "1107843"],
    [" 0001107843 ", "1107843"],
    ["0000000000", "0"],
    ["12345678901", null],
    ["11O7843", null],
    ["", null],
    [null, null],
  ])("%s → %s", (text, cik) => {
    expect(normaliseCik(text)).toBe(cik);
  });
});

describe("addresses", () => {
  it("anchors a row by table, kind and number", () => {
    expect(rowAnchor("I", "transaction", 2)).toBe("t1-tx2");
    expect(rowAnchor("II", "holding", 1)).toBe("t2-h1");
  });

  it("builds EDGAR's page of a filing", () => {
    expect(edgarFilingUrl("1107843", "0001107843-18-000099")).toBe(
      "https://www.sec.gov/Archives/edgar/data/1107843/000110784318000099/0001107843-18-000099-index.htm",
    );
  });
});
