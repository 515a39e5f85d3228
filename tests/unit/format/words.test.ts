import { describe, expect, it } from "vitest";
import { countOf, listOf } from "@/lib/format/words";

describe("words", () => {
  it("counts with the right noun", () => {
    expect(countOf(1, "day")).toBe("1 day");
    expect(countOf(207, "day")).toBe("207 days");
    expect(countOf(0, "filing")).toBe("0 filings");
    expect(countOf(null, "day")).toBe("—");
    expect(countOf(2, "company", "companies")).toBe("2 companies");
  });

  it("lists", () => {
    expect(listOf([])).toBe("");
    expect(listOf(["M"])).toBe("M");
    expect(listOf(["M", "S"])).toBe("M and S");
    expect(listOf(["P", "M", "S"])).toBe("P, M and S");
  });
});
