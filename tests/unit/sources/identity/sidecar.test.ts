import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { readSidecar, sidecarName } from "@/lib/sources/identity/sidecar";

const FILE = "form4.md.identity.json";

function refusal(text: string): LedgerError {
  try {
    readSidecar(text, FILE);
  } catch (error) {
    if (error instanceof LedgerError) return error;
  }
  throw new Error("nothing was refused");
}

describe("a sidecar", () => {
  it("stands beside its document", () => {
    expect(sidecarName("a/form4.md")).toBe("a/form4.md.identity.json");
  });

  it("gives the seed filing its CIKs", () => {
    const text = readFileSync("tests/fixtures/identity/qualys-posey-form4.md.identity.json", "utf8");
    expect(readSidecar(text, FILE)).toEqual({ issuerCik: "1107843", ownerCiks: ["1254781"] });
  });

  it("takes the accession number from an address", () => {
    const url = "https://www.sec.gov/Archives/edgar/data/1107843/000110784318000123/xslF345X03/form4.xml";
    expect(readSidecar(JSON.stringify({ url, filed: "2018-12-11" }), FILE)).toEqual({
      accession: "0001107843-18-000123",
      filed: "2018-12-11",
    });
  });

  it("prefers its accession field to its address, and reads CIKs written as numbers", () => {
    const text = JSON.stringify({ issuerCik: 1107843, accession: "0000000001-18-000001", url: "https://example.org/" });
    expect(readSidecar(text, FILE)).toEqual({ issuerCik: "1107843", accession: "0000000001-18-000001" });
  });

  it.each([
    ["{", "sidecar-malformed", undefined],
    ["[]", "sidecar-malformed", undefined],
    ['{"issuerCIK": "1"}', "sidecar-malformed", "issuerCIK"],
    ['{"issuerCik": true}', "sidecar-malformed", "issuerCik"],
    ['{"ownerCiks": "1254781"}', "sidecar-malformed", "ownerCiks"],
    ['{"ownerCiks": ["1", null]}', "sidecar-malformed", "ownerCiks.1"],
    ['{"url": "https://example.org/a"}', "sidecar-malformed", "url"],
    ['{"issuerCik": "x"}', "identity-invalid", "issuerCik"],
    ['{"filed": "2018-13-01"}', "identity-invalid", "filed"],
  ])("refuses %s with file and field", (text, code, field) => {
    const error = refusal(text);
    expect(error.code).toBe(code);
    expect(error.place.file).toBe(FILE);
    expect(error.place.field).toBe(field);
    expect(error.message).toContain(FILE);
  });
});
