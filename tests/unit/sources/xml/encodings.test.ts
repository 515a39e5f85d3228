import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { codes, HEAD } from "./sample-xml";

function document(remarks: string, declaration = '<?xml version="1.0"?>'): string {
  return `${declaration}\n<ownershipDocument>${HEAD}<remarks>${remarks}</remarks></ownershipDocument>`;
}

function declared(encoding: string, remarks: string): string {
  return document(remarks, `<?xml version="1.0" encoding="${encoding}"?>`);
}

/** Text as bytes, one a character (ISO-8859-1). */
function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return new Uint8Array(order === "le" ? bytes : bytes.swap16());
}

function remarksOf(bytes: Uint8Array | string): string | null {
  return readOwnershipXml(bytes).document.remarks;
}

function place(bytes: Uint8Array): unknown {
  try {
    readOwnershipXml(bytes);
  } catch (error) {
    if (error instanceof LedgerError) return { code: error.code, ...error.place };
  }
  return null;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("encodings", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(remarksOf(utf8(document("café – 日本 😀")))).toBe("café – 日本 😀");
    expect(remarksOf(utf8(`\uFEFF${document("café")}`))).toBe("café");
    expect(remarksOf(`\uFEFF${document("café")}`)).toBe("café");
  });

  it("lets the byte order mark win over the declaration", () => {
    expect(remarksOf(utf8(`\uFEFF${declared("ISO-8859-1", "café")}`))).toBe("café");
  });

  it("reads UTF-16 of both orders with a byte order mark", () => {
    expect(remarksOf(utf16(declared("UTF-16", "café 日本"), "le"))).toBe("café 日本");
    expect(remarksOf(utf16(declared("utf-16", "café 日本"), "be"))).toBe("café 日本");
  });

  it.each(["ISO-8859-1", "iso-8859-1", "windows-1252", "Windows-1252"])("reads %s when declared", (name) => {
    expect(remarksOf(latin1(declared(name, "caf\u00e9 \u0093q\u0094 \u0080")))).toBe("café “q” €");
  });

  it("reads declared UTF-8 and ASCII, in single quotes too", () => {
    expect(remarksOf(utf8(declared("utf-8", "café")))).toBe("café");
    expect(remarksOf(utf8(document("x", "<?xml version='1.0' encoding='US-ASCII'?>")))).toBe("x");
  });

  it("does not take an encoding from beyond the declaration", () => {
    expect(remarksOf(utf8(document('encoding="koi8-r" é')))).toBe('encoding="koi8-r" é');
  });

  it("reads UTF-8 that calls itself UTF-16, with a warning", () => {
    const { document: read, warnings } = readOwnershipXml(utf8(declared("utf-16", "café")));
    expect(read.remarks).toBe("café");
    expect(codes(warnings)).toEqual(["encoding-contradicted ownershipDocument"]);
  });

  it("refuses bytes that are not valid, with their place", () => {
    expect(place(latin1(document("caf\u00e9!")))).toMatchObject({
      code: "xml-encoding",
      line: 4,
      column: `${HEAD.split("\n").at(-1)}<remarks>caf`.length + 1,
    });
    expect(place(utf16(document("x"), "le").slice(0, -1))).toMatchObject({ code: "xml-encoding" });
  });

  it("refuses overlong and surrogate forms of UTF-8", () => {
    const bytes = (middle: number[]) =>
      new Uint8Array([...utf8("<ownershipDocument><remarks>"), ...middle, ...utf8("</remarks></ownershipDocument>")]);
    expect(place(bytes([0xc0, 0xaf]))).toMatchObject({ code: "xml-encoding", line: 1, column: 29 });
    expect(place(bytes([0xed, 0xa0, 0x80]))).toMatchObject({ code: "xml-encoding", line: 1, column: 29 });
  });

  it("refuses other encodings and UTF-16 without a mark", () => {
    expect(place(utf8(declared("Shift_JIS", "x")))).toMatchObject({ code: "xml-encoding" });
    expect(place(new Uint8Array(Buffer.from(document("x"), "utf16le")))).toMatchObject({ code: "xml-encoding" });
    expect(place(new Uint8Array(Buffer.from(document("x"), "utf16le").swap16()))).toMatchObject({
      code: "xml-encoding",
    });
  });
});
