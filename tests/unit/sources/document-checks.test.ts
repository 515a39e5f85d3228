import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentDifferences } from "@/lib/ownership/core";
import { emptyDocument, type OwnershipDocument } from "@/lib/ownership/document";
import { checkDocument } from "@/lib/sources/document-checks";
import { coreId, documentId } from "@/lib/sources/document-id";
import { readOwnershipText } from "@/lib/sources/text/read-ownership-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const markdown = readFileSync("tests/fixtures/seed/qualys-posey-form4.md", "utf8");
const text = readOwnershipText(markdown).document;
const xml = readOwnershipXml(readFileSync("tests/fixtures/seed/qualys-posey-form4.xml")).document;

describe("one filing from text and from XML", () => {
  it("is one document", () => {
    expect(documentDifferences(text, xml)).toEqual([]);
  });

  it("has one id", () => {
    expect(documentId(text)).toBe(documentId(xml));
    expect(coreId({ ...xml, accession: "0000000001-18-000001" })).toBe(documentId(text));
  });

  it("has another id when a figure differs", () => {
    const other = markdown.replace("| 782 |", "| 783 |");
    expect(documentId(readOwnershipText(other).document)).not.toBe(documentId(text));
  });
});

function changed(change: (document: OwnershipDocument) => void): OwnershipDocument {
  const copy = structuredClone(text);
  change(copy);
  return copy;
}

describe("checking a document", () => {
  it("finds nothing to say of the seed filing", () => {
    expect(checkDocument(text)).toEqual([]);
    expect(checkDocument(xml)).toEqual([]);
  });

  it("finds the exercise without its derivative side", () => {
    const warnings = checkDocument(changed((copy) => (copy.derivativeTable = [])));
    expect(warnings).toEqual([
      {
        code: "exercise-without-derivative",
        message:
          "The exercise (M on 2018-12-10) has no row of that date and code in Table II, so its option and exercise price are unknown.",
        path: "t1-tx1",
      },
    ]);
  });

  it("takes a date with a zone for the same day", () => {
    const zoned = changed((copy) => {
      const row = copy.derivativeTable[0];
      if (row !== undefined) row.transactionDate = { value: "2018-12-10-05:00", footnoteIds: [] };
    });
    expect(checkDocument(zoned)).toEqual([]);
  });

  it("finds references to footnotes that aren't there, at their fields", () => {
    const warnings = checkDocument(
      changed((copy) => (copy.footnotes = copy.footnotes.filter(({ id }) => id !== "F5"))),
    );
    expect(warnings).toEqual([
      {
        code: "footnote-missing",
        message: "The field refers to footnote F5, which the document doesn't have.",
        path: "t2-tx1/exerciseDate",
      },
    ]);
  });

  it("says nothing of a footnote that no field refers to", () => {
    const more = changed((copy) => copy.footnotes.push({ id: "F6", text: "Loose." }));
    expect(checkDocument(more)).toEqual([]);
  });

  it("finds codes that the list lacks, V among them", () => {
    const coded = changed((copy) => {
      const row = copy.nonDerivativeTable[1];
      if (row !== undefined) row.transactionCode = { value: "V", footnoteIds: [] };
    });
    expect(checkDocument(coded).map(({ code, path }) => [code, path])).toEqual([
      ["transaction-code-unknown", "t1-tx2/transactionCode"],
    ]);
  });

  it("finds what an empty document lacks", () => {
    expect(checkDocument(emptyDocument()).map(({ code }) => code)).toEqual([
      "form-missing",
      "period-missing",
      "issuer-name-missing",
      "owner-missing",
      "signature-missing",
    ]);
  });

  it("does not say twice what the reader has said", () => {
    const reported = [
      { code: "element-missing", message: "", path: "ownershipDocument/documentType" },
      { code: "element-missing", message: "", path: "ownershipDocument/reportingOwner" },
    ];
    expect(checkDocument(emptyDocument(), reported).map(({ code }) => code)).toEqual([
      "period-missing",
      "issuer-name-missing",
      "signature-missing",
    ]);
  });
});
