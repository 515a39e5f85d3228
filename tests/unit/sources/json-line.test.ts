import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import schema from "@/docs/formats/document.schema.json";
import { errorRecord, LedgerError } from "@/lib/errors";
import { emptyDocument, emptyOwner } from "@/lib/ownership/document";
import { LEAF_NAMES } from "@/lib/ownership/leaves";
import { toPublicDocument, toPublicError } from "@/lib/sources/json-line";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { read, transaction } from "./xml/sample-xml";

const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

const seedFile = "tests/fixtures/seed/qualys-posey-form4.xml";
const seed = readOwnershipXml(readFileSync(seedFile));
const seedLine = toPublicDocument(seedFile, "doc-0123456789ab", seed.document, seed.warnings);

function accepts(line: unknown): boolean {
  return validate(JSON.parse(JSON.stringify(line)));
}

describe("the public line of a document", () => {
  it("has exactly the format's keys, in its order", () => {
    expect(Object.keys(seedLine)).toEqual([
      "file",
      "id",
      "accession",
      "filingDate",
      "acceptedAt",
      "schemaVersion",
      "documentType",
      "periodOfReport",
      "dateOfOriginalSubmission",
      "noSecuritiesOwned",
      "notSubjectToSection16",
      "form3HoldingsReported",
      "form4TransactionsReported",
      "aff10b5One",
      "remarks",
      "issuer",
      "reportingOwners",
      "nonDerivativeTable",
      "derivativeTable",
      "footnotes",
      "signatures",
      "warnings",
    ]);
    expect(Object.keys(seedLine.reportingOwners[0] ?? {})).toEqual(Object.keys(emptyOwner()));
  });

  it("is valid for the seed filing, an empty document and one with warnings", () => {
    expect(accepts(seedLine), JSON.stringify(validate.errors)).toBe(true);
    expect(accepts(toPublicDocument("-", "doc-0123456789ab", emptyDocument(), []))).toBe(true);
    const odd = read(`<oddity>x</oddity>${transaction('<securityTitle><footnoteId id="F1"/></securityTitle>')}`);
    expect(odd.warnings).toHaveLength(2);
    expect(accepts(toPublicDocument("x.xml", "0009990001-24-000001", odd.document, odd.warnings))).toBe(true);
  });

  it("carries filing facts and instants where a source gave them", () => {
    const document = { ...seed.document, accession: "0001107843-18-000099", filingDate: "2018-12-11" };
    const line = toPublicDocument(
      "x",
      "0001107843-18-000099",
      { ...document, acceptedAt: "2018-12-11T22:01:02.000Z" },
      [],
    );
    expect([line.accession, line.filingDate, line.acceptedAt]).toEqual([
      "0001107843-18-000099",
      "2018-12-11",
      "2018-12-11T22:01:02.000Z",
    ]);
    expect(accepts(line)).toBe(true);
  });

  it("keeps what only the header says, and stray keys, out of the line", () => {
    const owner = { ...emptyOwner(), rptOwnerCcc: "x#code1", extra: "no" };
    const header = { formType: "4", periodOfReport: null, issuer: null, owners: [] };
    const line = toPublicDocument(
      "x",
      "doc-0123456789ab",
      { ...emptyDocument(), reportingOwners: [owner], header },
      [],
    );
    expect(line).not.toHaveProperty("header");
    expect(line.reportingOwners[0]).not.toHaveProperty("extra");
    expect(line.reportingOwners[0]?.rptOwnerCcc).toBe("x#code1");
  });
});

describe("the schema", () => {
  it("knows every leaf of a row and no other", () => {
    expect(Object.keys(schema.definitions.row.properties)).toEqual(["kind", ...LEAF_NAMES]);
  });

  it.each([
    ["a missing key", { ...seedLine, remarks: undefined }],
    ["an extra key", { ...seedLine, filed: "2018-12-11" }],
    ["an untrimmed text", { ...seedLine, remarks: " x" }],
    ["an empty text", { ...seedLine, remarks: "" }],
    ["a number", { ...seedLine, documentType: 4 }],
    [
      "an unknown leaf",
      { ...seedLine, derivativeTable: [{ kind: "holding", price: { value: "1", footnoteIds: [] } }] },
    ],
    ["a row without a kind", { ...seedLine, derivativeTable: [{}] }],
    [
      "a leaf with neither value nor footnote",
      { ...seedLine, derivativeTable: [{ kind: "holding", securityTitle: { value: null, footnoteIds: [] } }] },
    ],
    ["an id that is neither", { ...seedLine, id: "x" }],
    ["an error without its place", { file: "x", error: { code: "xml-empty", message: "Empty." } }],
  ])("refuses %s", (_name, line) => {
    expect(accepts(line)).toBe(false);
  });
});

describe("the public line of an error", () => {
  it("says code, message, line and column, and nothing more", () => {
    let thrown: unknown;
    try {
      readOwnershipXml("<ownershipDocument>\n<issuer>", { file: "cut.xml" });
    } catch (error) {
      thrown = error;
    }
    const line = toPublicError("cut.xml", errorRecord(thrown));
    expect(line).toEqual({
      file: "cut.xml",
      error: {
        code: "xml-malformed",
        message: "The XML is not well-formed: unclosed tag: issuer.",
        line: 2,
        column: 8,
      },
    });
    expect(accepts(line)).toBe(true);
  });

  it("has null places where there are none, and keeps foreign errors' messages", () => {
    expect(toPublicError("a", errorRecord(new LedgerError("identity-missing", "No CIK."))).error).toEqual({
      code: "identity-missing",
      message: "No CIK.",
      line: null,
      column: null,
    });
    expect(toPublicError("a", errorRecord(new Error("disk"))).error.code).toBe("unexpected");
    expect(accepts(toPublicError("a", errorRecord("odd")))).toBe(true);
  });
});
