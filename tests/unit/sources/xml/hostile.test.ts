import { describe, expect, it } from "vitest";
import { errorRecord } from "@/lib/errors";
import { MAX_XML_BYTES, MAX_XML_DEPTH } from "@/lib/sources/xml/limits";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { read, transaction, xml } from "./sample-xml";

/** The error's code, or "read". */
function outcome(input: Uint8Array | string): string {
  try {
    readOwnershipXml(input);
    return "read";
  } catch (error) {
    return errorRecord(error).code;
  }
}

/** Seconds that reading takes; the limits below are ten times what this takes on a slow machine. */
function seconds(input: string): number {
  const start = performance.now();
  outcome(input);
  return (performance.now() - start) / 1000;
}

describe("oversized input", () => {
  it("refuses a text node of 100 MB before it is decoded", () => {
    const bytes = new Uint8Array(100_000_000).fill(0x61);
    bytes.set(new TextEncoder().encode("<ownershipDocument><remarks>"));
    expect(outcome(bytes)).toBe("xml-too-large");
    expect(outcome("<a>".padEnd(MAX_XML_BYTES + 1, "x"))).toBe("xml-too-large");
  });

  it("reads a text node of 20 MB whole", () => {
    const { document } = read(`<remarks>${"x".repeat(20_000_000)}</remarks>`);
    expect(document.remarks?.length).toBe(20_000_000);
  });

  it("refuses a million nested elements", () => {
    expect(outcome(xml("<a>".repeat(1_000_000)))).toBe("xml-too-deep");
    expect(outcome(xml("<a>".repeat(MAX_XML_DEPTH - 1) + "</a>".repeat(MAX_XML_DEPTH - 1)))).toBe("read");
    expect(outcome(xml("<a>".repeat(MAX_XML_DEPTH) + "</a>".repeat(MAX_XML_DEPTH)))).toBe("xml-too-deep");
  });

  it("reads a hundred thousand footnotes and their references", () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `F${i + 1}`);
    const { document, warnings } = read(
      `${transaction(`<securityTitle>${ids.map((id) => `<footnoteId id="${id}"/>`).join("")}</securityTitle>`)}
       <footnotes>${ids.map((id) => `<footnote id="${id}">n</footnote>`).join("")}</footnotes>`,
    );
    expect(document.footnotes).toHaveLength(100_000);
    expect(document.nonDerivativeTable[0]?.securityTitle?.footnoteIds).toHaveLength(100_000);
    expect(warnings).toEqual([]);
  });

  it("reads a hundred thousand rows", () => {
    const row = "<nonDerivativeHolding><securityTitle><value>X</value></securityTitle></nonDerivativeHolding>";
    const { document } = read(`<nonDerivativeTable>${row.repeat(100_000)}</nonDerivativeTable>`);
    expect(document.nonDerivativeTable).toHaveLength(100_000);
  });
});

describe("input that tempts to quadratic work", () => {
  const size = 2_000_000;
  it.each([
    ["entities", xml(`<remarks>${"&amp;".repeat(size / 5)}</remarks>`)],
    ["split texts", xml(`<remarks>${"x<!---->".repeat(size / 8)}</remarks>`)],
    ["CDATA sections", xml(`<remarks>${"<![CDATA[x]]>".repeat(size / 13)}</remarks>`)],
    ["brackets", xml(`<remarks>${"]".repeat(size)}</remarks>`)],
    ["a comment of dashes", xml(`<!--${"- ".repeat(size / 2)}-->`)],
    ["attributes", xml(`<remarks ${Array.from({ length: size / 20 }, (_, i) => `a${i}="1"`).join(" ")}/>`)],
    ["a name of megabytes", xml(`<${"n".repeat(size)}/>`)],
    ["unknown elements", xml("<a>x</a>".repeat(size / 8))],
    ["stray texts", xml("x<remarks/>".repeat(size / 11))],
    ["an unclosed doctype", `<!DOCTYPE ${"[".repeat(size)}`],
    ["a long beginning comment", `<!--${"x".repeat(size)}`],
    ["repeated fields", xml(transaction('<securityTitle><footnoteId id="F1"/></securityTitle>'.repeat(size / 50)))],
    ["white space", xml(" ".repeat(size))],
    ["carriage returns", xml(`<remarks>a${"\r".repeat(size)}b</remarks>`)],
  ])("%s: a document or a coded error in time", (_name, text) => {
    expect(seconds(text)).toBeLessThan(5);
    expect(outcome(text)).toMatch(/^(?:read|xml-[a-z-]+)$/);
  });

  it("does not repeat a hostile name at length", () => {
    const { warnings } = read(`<${"n".repeat(100_000)}/>`);
    expect(warnings[0]?.path.length).toBeLessThan(200);
  });
});

describe("every beginning of a good file", () => {
  it("is a coded error, never a crash", () => {
    const whole = xml(transaction("<securityTitle><value>A &amp; B</value></securityTitle>"));
    for (let length = 0; length < whole.length; length++) {
      expect(outcome(whole.slice(0, length))).toMatch(/^xml-(?:empty|malformed|not-xml)$/);
    }
    expect(outcome(whole)).toBe("read");
  });
});
