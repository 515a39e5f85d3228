import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { xml } from "./sample-xml";

function refusal(input: Uint8Array | string): LedgerError {
  try {
    readOwnershipXml(input, { file: "filing.xml" });
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error("The input was read.");
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("files that are no ownership XML", () => {
  it.each([
    ["an empty file", "", "xml-empty"],
    ["a blank file", " \n\t ", "xml-empty"],
    ["a long blank file", "\n".repeat(5000), "xml-empty"],
    ["a byte order mark alone", "\uFEFF", "xml-empty"],
    ["a PDF", "%PDF-1.4\n%âãÏÓ", "xml-is-pdf"],
    ["an HTML page", "<!DOCTYPE html>\n<html><body>Form 4</body></html>", "xml-is-html"],
    ["an old HTML page", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<HTML>', "xml-is-html"],
    ["an HTML page without a doctype", "\n\n<HTML><BODY><P>x", "xml-is-html"],
    ["a page of XHTML", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html/>', "xml-is-html"],
    ["XHTML without a doctype", '<?xml version="1.0"?><html><body/></html>', "xml-is-html"],
    ["a zip archive", "PK\u0003\u0004rest", "xml-is-archive"],
    ["a submission text", "<SEC-DOCUMENT>0009990001-24-000001.txt : 20240306\n", "xml-is-submission"],
    ["a submission in PEM lines", "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n", "xml-is-submission"],
    ["JSON", '{"documentType": "4"}', "xml-not-xml"],
    ["plain text", "FORM 4\nSTATEMENT OF CHANGES", "xml-not-xml"],
    ["another EDGAR form", '<?xml version="1.0"?><edgarSubmission/>', "xml-not-ownership"],
  ])("%s is refused as such, from bytes and from text", (_name, text, code) => {
    expect(refusal(utf8(text)).code).toBe(code);
    expect(refusal(text).code).toBe(code);
  });

  it("knows a gzip file by its first bytes", () => {
    expect(refusal(new Uint8Array(gzipSync("x"))).code).toBe("xml-is-archive");
  });

  it("names the root that it found instead, with file and place", () => {
    const error = refusal('<?xml version="1.0"?>\n<edgarSubmission/>');
    expect(error.message).toBe("The document is a <edgarSubmission>, not an <ownershipDocument>.");
    expect(error.place).toEqual({ file: "filing.xml", line: 2, column: 18 });
  });

  it("says what to do about each", () => {
    for (const text of ["", "%PDF-1.4", "<html>", "PK\u0003\u0004", "<SEC-DOCUMENT>", "x", "<a/>"]) {
      expect(refusal(text).advice).toMatch(/\.$/);
    }
  });
});

describe("broken XML", () => {
  it.each([
    ["a cut-off file", xml("<remarks>x</remarks>").slice(0, -25)],
    ["wrong nesting", xml("<issuer><issuerCik>1</issuer></issuerCik>")],
    ["an unknown entity", xml("<remarks>&nbsp;</remarks>")],
    ["a bare ampersand", xml("<remarks>A & B</remarks>")],
    ["two roots", `${xml("")}<ownershipDocument/>`],
    ["text after the root", `${xml("")}tail`],
    ["an attribute without quotes", xml("<footnotes><footnote id=F1>x</footnote></footnotes>")],
    ["the same attribute twice", xml('<footnotes><footnote id="F1" id="F2">x</footnote></footnotes>')],
    ["a control character", xml("<remarks>\u0001</remarks>")],
    ["a NUL", xml("<remarks>a\u0000b</remarks>")],
    ["a reference to a control character", xml("<remarks>&#0;</remarks>")],
    ["half a surrogate pair", xml("<remarks>\uD83D</remarks>")],
  ])("%s is malformed", (_name, text) => {
    expect(refusal(text).code).toBe("xml-malformed");
  });

  it("gives line and column", () => {
    const error = refusal("<ownershipDocument>\n  <issuer>\n  </owner>\n</ownershipDocument>");
    expect(error.place).toEqual({ file: "filing.xml", line: 3, column: 10 });
    expect(error.message).toBe("The XML is not well-formed: unexpected close tag.");
  });
});

describe("document type declarations", () => {
  it.each([
    ["a plain one", "<!DOCTYPE ownershipDocument>"],
    ["an external one", '<!DOCTYPE ownershipDocument SYSTEM "file:///etc/passwd">'],
    ["an entity", '<!DOCTYPE ownershipDocument [<!ENTITY x "y">]>'],
    ["an external entity", '<!DOCTYPE o [<!ENTITY x SYSTEM "http://127.0.0.1/secret">]>'],
    [
      "an entity bomb",
      '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    ],
    ["a parameter entity", '<!DOCTYPE o [<!ENTITY % p SYSTEM "p.dtd"> %p;]>'],
  ])("%s is refused", (_name, doctype) => {
    expect(refusal(`<?xml version="1.0"?>${doctype}<ownershipDocument>&a;</ownershipDocument>`).code).toBe(
      "xml-dtd-refused",
    );
  });
});
