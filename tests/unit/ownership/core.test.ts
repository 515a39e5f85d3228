import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canonicalValue, documentCore, documentDifferences } from "@/lib/ownership/core";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const text = readFileSync("tests/fixtures/seed/qualys-posey-form4.xml", "utf8");

function seed(change: (xml: string) => string = (xml) => xml): OwnershipDocument {
  return readOwnershipXml(change(text)).document;
}

describe("canonical values", () => {
  it.each([
    ["transactionShares", "2000.00", "2000"],
    ["transactionPricePerShare", ".990", "0.99"],
    ["transactionDate", "2018-12-10-05:00", "2018-12-10"],
    ["transactionDate", " see note ", "see note"],
    ["equitySwapInvolved", "true", "1"],
    ["equitySwapInvolved", "FALSE", "0"],
    ["transactionCode", "s", "S"],
    ["securityTitle", "Common \n Stock", "Common Stock"],
  ] as const)("%s “%s” → “%s”", (leaf, value, canonical) => {
    expect(canonicalValue(leaf, { value, footnoteIds: [] })).toBe(canonical);
  });

  it("keeps null", () => {
    expect(canonicalValue("transactionShares", { value: null, footnoteIds: ["F1"] })).toBeNull();
  });
});

describe("the core of a document", () => {
  it("has the seed filing's facts in canonical spelling", () => {
    const core = documentCore(seed());
    expect(core).toMatchObject({
      documentType: "4",
      periodOfReport: "2018-12-10",
      issuerName: "QUALYS, INC.",
      issuerTradingSymbol: "QLYS",
      ownerNames: ["POSEY BRUCE K"],
      signatures: [["/S/ BRUCE POSEY", "2018-12-11"]],
    });
    expect(core.tables.map((rows) => rows.length)).toEqual([4, 1]);
    expect(core.footnotes).toHaveLength(5);
    expect(core.tables[1]?.[0]?.fields.find(([leaf]) => leaf === "exerciseDate")).toEqual([
      "exerciseDate",
      null,
      ["This option is fully vested and immediately exercisable."],
    ]);
  });

  it.each([
    ["footnote ids", (xml: string) => xml.replaceAll('"F5"', '"F9"').replaceAll('"F1"', '"F5"')],
    ["number spelling", (xml: string) => xml.replace("<value>2000</value>", "<value>2000.00</value>")],
    ["a zone on the date", (xml: string) => xml.replace("2018-12-10</period", "2018-12-10-05:00</period")],
    ["case and spacing of names", (xml: string) => xml.replace("QUALYS, INC.<", "Qualys,  Inc.<")],
    [
      "elements that no printed form has",
      (xml: string) => xml.replaceAll("<equitySwapInvolved>0</equitySwapInvolved>", ""),
    ],
    ["an address", (xml: string) => xml.replace("FOSTER CITY", "REDWOOD CITY")],
    ["a CIK that one of them lacks", (xml: string) => xml.replace("<rptOwnerCik>0001254781</rptOwnerCik>", "")],
    ["zeros before a CIK", (xml: string) => xml.replace("0001107843", "1107843")],
  ])("is the same whatever %s", (_name, change) => {
    expect(documentDifferences(seed(), seed(change))).toEqual([]);
  });

  it.each([
    ["a share count", (xml: string) => xml.replace("<value>782<", "<value>783<"), ["tables"]],
    [
      "a footnote's place",
      (xml: string) => xml.replace('75.5351</value><footnoteId id="F2"/>', "75.5351</value>"),
      ["tables"],
    ],
    ["a footnote's word", (xml: string) => xml.replace("fully vested", "not vested"), ["tables", "footnotes"]],
    ["the period", (xml: string) => xml.replace("2018-12-10</period", "2018-12-11</period"), ["periodOfReport"]],
    ["the signature date", (xml: string) => xml.replace("2018-12-11<", "2018-12-12<"), ["signatures"]],
    ["an issuer's CIK", (xml: string) => xml.replace("0001107843", "0001107844"), ["issuerCik"]],
    ["a flag", (xml: string) => xml.replace("<isDirector>0", "<isDirector>1"), ["owner 1 isDirector"]],
    ["an exit mark", (xml: string) => xml.replace("Section16>0", "Section16>1"), ["notSubjectToSection16"]],
  ])("differs by %s", (_name, change, differences) => {
    expect(documentDifferences(seed(), seed(change))).toEqual(differences);
  });

  it("tells a kind, an order and a missing row", () => {
    const rows = seed();
    rows.nonDerivativeTable.reverse();
    expect(documentDifferences(seed(), rows)).toEqual(["tables"]);
    rows.nonDerivativeTable.reverse().pop();
    expect(documentDifferences(seed(), rows)).toEqual(["tables"]);
  });
});
