import { describe, expect, it } from "vitest";
import { generateIssuers } from "@/lib/sample/generate-sample";

/** Megabytes in use at the most, and filings a second, over a market taken issuer by issuer. */
function run(filings: number): { peak: number; perSecond: number; taken: number } {
  const start = performance.now();
  let peak = 0;
  let taken = 0;
  for (const issuer of generateIssuers({ filings, seed: 11 })) {
    taken += issuer.filings.length;
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }
  return { peak: peak / 2 ** 20, perSecond: (taken / (performance.now() - start)) * 1000, taken };
}

describe("a market of any size", () => {
  it("takes no more memory for ten times the filings, and time in proportion", () => {
    run(2000);
    const small = run(4000);
    const large = run(40_000);
    console.log(`sample: ${Math.round(large.perSecond)} filings/s, heap ${Math.round(large.peak)} MB at most`);
    expect(large.taken).toBe(40_000);
    expect(large.peak).toBeLessThan(small.peak + 120);
    expect(large.perSecond).toBeGreaterThan(small.perSecond / 3);
  });

  it("one issuer may have thousands of filings", () => {
    const [issuer, ...others] = generateIssuers({ filings: 6000, seed: 12, issuers: 1 });
    expect([issuer?.filings.length, others.length]).toEqual([6000, 0]);
  });
});
