import { describe, expect, it } from "vitest";
import { cutText, plainWords } from "@/lib/format/cut-text";

describe("a text that is cut", () => {
  it.each([
    ["abc", 5, "abc"],
    ["abc", 2, "ab"],
    ["a💩", 3, "a💩"],
    ["a💩b", 3, "a💩"],
    ["a💩b", 2, "a"],
    ["💩", 1, ""],
  ])("%s to %i units is %s", (text, most, expected) => {
    expect(cutText(text, most)).toBe(expected);
    expect(() => encodeURIComponent(cutText(text, most))).not.toThrow();
  });

  it("steers no terminal", () => {
    expect(plainWords("\u001b[31mRED\u0007 \u009b2J \u202eabc\r\n", 60)).toBe(
      "\uFFFD[31mRED\uFFFD \uFFFD2J \uFFFDabc\uFFFD\uFFFD",
    );
    expect(plainWords("C".repeat(100_000), 60)).toBe("C".repeat(60));
  });
});
