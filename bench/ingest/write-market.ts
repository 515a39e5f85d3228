import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";

export type Form = "xml" | "dataset";

/** What is stored to come to each size, and what is added there; null where the form can't be cut. */
export type Market = { load: string; more: string | null }[];

/**
 * The sample market, written by a process of its own. As XML with sidecars the issuers' folders are dealt out: those that fill
 * the ledger to each size, and `more` filings of other issuers to add there. A market as data sets stays whole.
 */
export async function writeMarket(folder: string, sizes: readonly number[], more: number, as: Form): Promise<Market> {
  const whole = process.env.BENCH_MARKET ?? join(folder, "all");
  const filings = Math.max(...sizes) + (as === "xml" ? more * sizes.length : 0);
  if (!existsSync(whole)) {
    const sample = ["sample", "--filings", String(filings), "--seed", "11", "--as", as, "--out", whole];
    execFileSync(process.execPath, ["bin/insider.mjs", ...sample], { stdio: "ignore" });
  }
  if (as === "dataset") return [{ load: whole, more: null }];
  const issuers = readdirSync(join(whole, "xml")).sort();
  let stored = 0;
  return sizes.map((size, n) => {
    const load = join(folder, `load-${n}`);
    const added = join(folder, `more-${n}`);
    stored += deal(join(whole, "xml"), issuers, load, size - stored);
    stored += deal(join(whole, "xml"), issuers, added, more);
    return { load, more: added };
  });
}

/** Moves issuers into a folder until it holds that many filings; each has its file and a sidecar. */
function deal(from: string, issuers: string[], to: string, filings: number): number {
  mkdirSync(to, { recursive: true });
  let moved = 0;
  while (moved < filings) {
    const issuer = issuers.shift();
    if (issuer === undefined) break;
    moved += readdirSync(join(from, issuer)).length / 2;
    renameSync(join(from, issuer), join(to, issuer));
  }
  return moved;
}
