import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasFilings, xmlPaths } from "./filings";
import { summary } from "./summary";

const PAGE = "docs/measures/real-filings.md";

describe.skipIf(!hasFilings || xmlPaths().length !== 8968)("the page on real filings", () => {
  it("shows the figures that the measures give today (node bin/tsx.mjs tests/corpus/summary.ts prints them)", () => {
    expect(readFileSync(PAGE, "utf8")).toContain(summary());
  });
});
