import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";
import { ingestApart, type Loaded } from "./ingest-apart";
import { insertRaw } from "./raw-insert";
import { openLedger } from "./stored-rows";
import { type Form, type Market, writeMarket } from "./write-market";

/** Filings added at each size: what one more costs then. */
const MORE = 5_000;

/**
 * `npm run bench -- ingest [--filings N] [--as xml|dataset] [--growth N,N,…] [--url URL] [--folder FOLDER]`: filings of the sample
 * market, stored end to end (read, parsed, hashed, packed, stored, everything derived) by a process of its own, beside the floor: the
 * very rows that this left in every table, inserted by the bare driver into an empty database with the same tables and
 * indexes. With `--growth` the ledger is loaded to each size in turn, and 5,000 filings of other issuers are added there.
 */
export async function benchIngest(): Promise<void> {
  const growth = option("--growth");
  const sizes = (growth ?? option("--filings") ?? "10000").split(",").map(Number);
  const as = (option("--as") ?? "xml") as Form;
  const folder = mkdtempSync(join(option("--folder") ?? tmpdir(), "ledger-bench-"));
  const url = option("--url") ?? `file:${join(folder, "ledger", "ledger.db")}`;
  mkdirSync(join(folder, "ledger"));
  try {
    const market = await writeMarket(join(folder, "market"), sizes, MORE, as);
    await migrate(url);
    await run(url, market, sizes, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(url: string, market: Market, sizes: readonly number[], folder: string): Promise<void> {
  let filings = 0;
  for (const [at, { load, more }] of market.entries()) {
    const first = ingestApart(url, load);
    report(
      filings === 0 ? "from an empty ledger" : `from ${format(filings)} to ${format(filings + first.filings)}`,
      first,
    );
    filings += first.filings;
    if (at === 0 && sizes.length === 1) await compare(url, first, folder);
    if (more !== null) {
      const added = ingestApart(url, more);
      report(`with ${format(filings)} stored`, added);
      filings += added.filings;
    }
    await reportSize(url, filings);
  }
}

function report(what: string, { filings, seconds, busy, megabytes }: Loaded): void {
  console.log(
    `${what.padEnd(34)} ${format(filings)} filings in ${seconds.toFixed(1)} s: ${format(filings / seconds)} filings/s, ` +
      `${((busy / filings) * 1e6).toFixed(0)} µs of processor each, ${format(megabytes)} MB at most`,
  );
}

/** Ratios first: they say the same on a busy machine and an idle one. */
async function compare(url: string, first: Loaded, folder: string): Promise<void> {
  const raw = await insertRaw(url, join(folder, "raw.db"), first.filings);
  const rows = raw.rows / first.filings;
  const floor = raw.rows / raw.seconds;
  const whole = raw.rows / first.seconds;
  const each = (first.busy / raw.rows) * 1e6;
  console.log(
    `ratio to the floor  ${(whole / floor).toFixed(2)} (aim: 0.35): ${format(whole)} of ${format(floor)} rows/s, ${rows.toFixed(1)} rows a filing`,
  );
  console.log(
    `processor time      ${((raw.busy / raw.rows) * 1e6).toFixed(1)} µs a row on the floor, ${each.toFixed(1)} µs a row end to end, all threads together`,
  );
}

async function reportSize(url: string, filings: number): Promise<void> {
  const bytes = await sizeOf(url);
  console.log(
    `on disk             ${format(bytes / filings)} bytes a filing of ${format(filings)}, everything included (aim: 4,000)`,
  );
}

async function sizeOf(url: string): Promise<number> {
  const { provider, location } = readDatabaseUrl(url);
  if (provider === "sqlite") {
    const folder = join(location, "..");
    return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  }
  const ledger = await openLedger(url);
  try {
    const [size] = await ledger.all<{ bytes: number }>("SELECT pg_database_size(current_database()) AS bytes");
    return size?.bytes ?? 0;
  } finally {
    await ledger.close();
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

function format(value: number): string {
  return Math.round(value).toLocaleString("en-US").padStart(9);
}
