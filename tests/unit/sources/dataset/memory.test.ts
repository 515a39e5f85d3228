import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** What the process takes with no data set at all: Node, the loader, the modules. */
const BASE_RSS = 150_000_000;

test("A quarter is joined in a heap a sixth of its size, and leaves no file with a name", () => {
  const filings = 300_000;
  const output = execFileSync(
    process.execPath,
    ["--max-old-space-size=40", "--import", "tsx", "tests/unit/sources/dataset/large-set.ts", String(filings)],
    { encoding: "utf8", timeout: 110_000 },
  );
  const seen = JSON.parse(output);
  expect(seen).toMatchObject({ documents: filings, sum: (filings * (filings - 1)) / 2, left: 0 });
  expect(seen.bytes).toBeGreaterThan(200_000_000);
  expect(seen.maxRss).toBeLessThan(BASE_RSS + 120_000_000);
}, 120_000);
