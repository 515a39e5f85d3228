import { execFileSync } from "node:child_process";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import { readDatabaseUrl } from "@/lib/store/database-url";

export interface Loaded {
  filings: number;
  seconds: number;
  /** Seconds of processor time in all threads. */
  busy: number;
  /** The most memory that the process held. */
  megabytes: number;
}

/** Stores a folder in a process of its own, so that time and memory are the ingest's alone. */
export function ingestApart(url: string, path: string): Loaded {
  const output = execFileSync(process.execPath, ["bin/tsx.mjs", "bench/main.ts", "ingest-once", url, path], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Loaded;
}

/** What that process does. */
export async function ingestOnce(): Promise<void> {
  const [url = "", path = ""] = process.argv.slice(3);
  const start = performance.now();
  const used = process.cpuUsage();
  const summary = await ingestPaths({ target: readDatabaseUrl(url) }, [path], {}, { now: () => new Date() });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  if (summary.failed > 0) throw new Error(`${summary.failed} filings failed: ${JSON.stringify(summary.reasons)}`);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const loaded: Loaded = { filings: summary.created, seconds, busy: (user + system) / 1e6, megabytes };
  console.log(JSON.stringify(loaded));
}
