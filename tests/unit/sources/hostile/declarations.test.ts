import { describe, expect, test } from "vitest";
import { readDocument } from "@/lib/sources/read-document";
import { outcome, submission, TEXT, XML } from "./outcomes";

const declared = (doctype: string, reference: string) =>
  XML.replace(/^<\?xml[^>]*\?>/, (declaration) => `${declaration}\n${doctype}`).replace(
    /(?<=<issuerName>)[^<]*/,
    () => reference,
  );

const LAUGHS = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("");

const DOCTYPES: [string, string, string][] = [
  ["a billion laughs", `<!DOCTYPE x [<!ENTITY a0 "ha">${LAUGHS}]>`, "&a9;"],
  ["one long entity said often", `<!DOCTYPE x [<!ENTITY a "${"a".repeat(100_000)}">]>`, "&a;".repeat(1_000)],
  ["an external entity", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"],
  ["an external DTD", '<!DOCTYPE ownershipDocument SYSTEM "http://example.invalid/x.dtd">', "A"],
  ["a parameter entity", '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.invalid/x">%a;]>', "A"],
  ["an empty DOCTYPE", "<!DOCTYPE ownershipDocument>", "A"],
];

describe("Entities and DTDs are refused, in a file of its own and inside a submission", () => {
  test.each(DOCTYPES)("%s", (_, doctype, reference) => {
    const xml = declared(doctype, reference);
    expect(xml).toContain(doctype);
    expect(outcome(xml)).toBe("xml-dtd-refused");
    expect(outcome(submission("").replace(XML, () => xml))).toBe("xml-dtd-refused");
  });
  test("entities that nothing declares", () => {
    expect(outcome(declared("", "&lol;"))).toBe("xml-malformed");
    expect(outcome(declared("", "&#0;"))).toBe("xml-malformed");
    expect(outcome(declared("", "&#x110000;"))).toBe("xml-malformed");
  });
  test("an entity in a page or a text stays what it is", () => {
    expect(
      readDocument(TEXT.replaceAll(/QUALYS, INC\./gi, "&lol; &unknown;"), "hostile").document.issuer.issuerName,
    ).toContain("&lol; &unknown;");
  });
});

describe("Encodings", () => {
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  test("UTF-16 with its mark is read, in each form, to the same document", () => {
    for (const text of [XML, TEXT, submission("")]) {
      const narrow = readDocument(Buffer.from(text), "hostile").document;
      expect(readDocument(wide(text), "hostile").document).toEqual(narrow);
      expect(readDocument(wide(text).swap16(), "hostile").document).toEqual(narrow);
    }
  });
  test("UTF-16 that is cut in the middle of a sign, or has no mark, is refused", () => {
    expect(outcome(wide(XML).subarray(0, 2_001))).toBe("xml-encoding");
    expect(outcome(wide(XML).subarray(2))).toBe("xml-encoding");
  });
  test("bytes that are no UTF-8 are refused in XML, and read as Windows-1252 with a warning in a text", () => {
    const dirty = Buffer.from(XML.replace(/(?<=<issuerName>)[^<]*/, "\u0093A\u0094"), "latin1");
    expect(outcome(dirty)).toBe("xml-encoding");
    const { document, warnings } = readDocument(
      Buffer.from(
        TEXT.replaceAll(/[^\0-\x7f]/g, " ").replace(/effected pursuant to/, "\u0093pursuant\u0094 to \u0080"),
        "latin1",
      ),
      "hostile",
    );
    expect(warnings.map(({ code }) => code)).toContain("text-not-utf8");
    expect(document.footnotes[0]?.text).toContain("“pursuant” to €");
  });
  test("a header's quotes in Windows-1252 are quotes", () => {
    const header =
      "REPORTING-OWNER:\n\n\tOWNER DATA:\n\t\tCOMPANY CONFORMED NAME:\tO\u0092NEIL\n\t\tCENTRAL INDEX KEY:\t0001254781\n";
    const { document } = readDocument(Buffer.from(submission("", header), "latin1"), "hostile");
    expect(document.header?.owners[0]?.name).toBe("O’NEIL");
  });
  test.each([0, 1, 500, 3_000])("a zero byte at %i is an error or a document, never a crash", (at) => {
    for (const text of [XML, TEXT, submission("")]) {
      const bytes = Buffer.from(text);
      bytes[at] = 0;
      expect(outcome(bytes)).toMatch(/^(document|xml-malformed|xml-encoding|source-not-recognised|xml-not-xml)$/);
    }
  });
});
