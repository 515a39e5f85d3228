import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** The process of the run: its own figures say how much memory it took, and it ends with 1 if anything broke. */
test("2,000 mutations of the project's own filings give documents and coded errors only", { timeout: 120_000 }, () => {
  const report = execFileSync(
    process.execPath,
    ["bin/tsx.mjs", "tests/fuzz/main.ts", "--mutations", "2000", "--seed", "20260101", "--corpus", "own"],
    { encoding: "utf8" },
  );
  expect(report).toMatch(/^2000 mutations of own filings, seed 20260101\n2000 inputs .* 0 failures\n/);
  for (const format of ["xml", "submission", "html", "text", "dataset"]) {
    expect(Number(new RegExp(`(\\d+) {2}${format} document\\n`).exec(report)?.[1])).toBeGreaterThan(20);
  }
  expect(Number(/peak memory (\d+) MB/.exec(report)?.[1])).toBeLessThan(512);
});
