import { describe, expect, it } from "vitest";
import { filingPath, insiderPath, issuerPath, rowPath, searchPath } from "@/lib/paths";

describe("paths", () => {
  it("builds the addresses of the seed filing", () => {
    expect(issuerPath("1107843")).toBe("/issuers/1107843");
    expect(issuerPath("1107843", ["S", "M"])).toBe("/issuers/1107843?code=S,M");
    expect(insiderPath("1254781")).toBe("/insiders/1254781");
    expect(filingPath("doc-0123456789ab")).toBe("/filings/doc-0123456789ab");
    expect(filingPath("doc-0123456789ab", "t1-tx2")).toBe("/filings/doc-0123456789ab#t1-tx2");
    expect(rowPath("0001127602-18-035416#t2-tx1")).toBe("/filings/0001127602-18-035416#t2-tx1");
  });

  it("escapes what a user typed", () => {
    expect(searchPath()).toBe("/search");
    expect(searchPath("a b&c")).toBe("/search?q=a+b%26c");
    expect(issuerPath("BRK/B")).toBe("/issuers/BRK%2FB");
  });
});
