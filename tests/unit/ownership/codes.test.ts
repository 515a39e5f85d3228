import { describe, expect, it } from "vitest";
import { CODES, classOf, codeEntry, isContradictory, TRANSACTION_CLASSES } from "@/lib/ownership/codes";

describe("the table of codes", () => {
  it("has the 19 codes of Form 4, each once, and not the mark V", () => {
    expect(
      CODES.map((entry) => entry.code)
        .sort()
        .join(""),
    ).toBe("ACDEFGHIJKLMOPSUWXZ");
    expect(codeEntry("V")).toBeNull();
    expect(codeEntry("Q")).toBeNull();
    expect(codeEntry(null)).toBeNull();
  });

  it.each([
    ["P", "buy"],
    ["S", "sale"],
    ["A", "award"],
    ["D", "to-issuer"],
    ["F", "tax"],
    ["I", "plan-fund"],
    ["M", "exercise"],
    ["C", "conversion"],
    ["X", "exercise"],
    ["O", "exercise"],
    ["E", "expiration"],
    ["H", "expiration"],
    ["G", "gift"],
    ["L", "small"],
    ["W", "inheritance"],
    ["Z", "voting-trust"],
    ["J", "other"],
    ["K", "swap"],
    ["U", "tender"],
  ])("%s counts as %s", (code, expected) => {
    expect(classOf(code, false)).toBe(expected);
    expect(classOf(code, null)).toBe(expected);
    expect(classOf(code, true)).toBe("swap");
  });

  it("has no class for an unknown code, and each class has a code", () => {
    expect(classOf("Q", null)).toBeNull();
    expect(classOf(null, null)).toBeNull();
    expect(new Set(CODES.map((entry) => entry.class))).toEqual(new Set(TRANSACTION_CLASSES));
  });
});

describe("code against direction", () => {
  const contradictions = (table: "I" | "II") =>
    CODES.flatMap(({ code }) =>
      (["A", "D"] as const).filter((way) => isContradictory(code, way, table)).map((way) => code + way),
    ).sort();

  it("contradicts in Table I for exactly six pairs, in Table II for two", () => {
    expect(contradictions("I")).toEqual(["AD", "DA", "FA", "MD", "PD", "SA"]);
    expect(contradictions("II")).toEqual(["PD", "SA"]);
  });

  it("says nothing where one of them is missing", () => {
    expect(isContradictory(null, "A", "I")).toBe(false);
    expect(isContradictory("P", null, "I")).toBe(false);
  });
});
