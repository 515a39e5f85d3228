import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import { workerCount } from "@/lib/services/workers/worker-pool";
import { openStore } from "@/lib/store/client";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";
import { readMigrations } from "@/lib/store/migrations";

/** Filings added once the ledger holds the others: what one more costs then. */
const MORE = 5_000;
/** Rows held in memory at a time for the raw insert. */
const RAW_CHUNK = 20_000;

/**
 * `npm run bench -- ingest [--filings N] [--url URL]`: filings of the sample market as XML files, stored end to end (read,
 * parsed, hashed, packed, stored, everything derived), beside a bare prepared insert of the very rows that this gave, into the
 * same tables with the same indexes, in the same run. Then some more on top, for the growth.
 */
export async function benchIngest(): Promise<void> {
  const filings = Number(option("--filings") ?? 10_000);
  const folder = mkdtempSync(join(tmpdir(), "ledger-bench-"));
  const url = option("--url") ?? `file:${join(folder, "ledger.db")}`;
  try {
    writeXml(folder, filings);
    await migrate(url);
    const first = await timed(url, join(folder, "first"));
    report(`from an empty ledger`, first);
    report(`with ${format(first.filings)} stored`, await timed(url, join(folder, "more")));
    if (readDatabaseUrl(url).provider === "sqlite") await compare(join(folder, "ledger.db"), folder, first);
    console.log(`memory, at most     ${format(process.resourceUsage().maxRSS / 1024)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

interface Timing {
  filings: number;
  seconds: number;
  /** Seconds of processor time in all threads. */
  busy: number;
}

function report(what: string, { filings, seconds, busy }: Timing): void {
  console.log(
    `${what.padEnd(28)} ${format(filings)} filings in ${seconds.toFixed(1)} s: ${format(filings / seconds)} filings/s ` +
      `(${((busy / filings) * 1000).toFixed(2)} ms of processor each)`,
  );
}

/**
 * The sample market as XML files with sidecars, written by a process of its own so that its memory is not ours: all but
 * `MORE` filings or so in one folder, the rest, of other issuers, in another.
 */
function writeXml(folder: string, filings: number): void {
  const sample = [
    "sample",
    "--filings",
    String(filings + MORE),
    "--seed",
    "11",
    "--as",
    "xml",
    "--out",
    join(folder, "all"),
  ];
  execFileSync(process.execPath, ["bin/insider.mjs", ...sample], { stdio: "ignore" });
  mkdirSync(join(folder, "more"));
  renameSync(join(folder, "all", "xml"), join(folder, "first"));
  let moved = 0;
  for (const issuer of readdirSync(join(folder, "first")).reverse()) {
    if (moved >= MORE) break;
    moved += readdirSync(join(folder, "first", issuer)).length / 2;
    renameSync(join(folder, "first", issuer), join(folder, "more", issuer));
  }
}

async function timed(url: string, folder: string): Promise<Timing> {
  const store = await openStore(url);
  const start = performance.now();
  const used = process.cpuUsage();
  const summary = await ingestPaths(store, [folder], {}, { now: () => new Date() });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  await store.close();
  if (summary.failed > 0) throw new Error(`${summary.failed} filings failed: ${JSON.stringify(summary.reasons)}`);
  return { filings: summary.created, seconds, busy: (user + system) / 1e6 };
}

/** The rows of every table, inserted again through the bare driver. */
async function compare(path: string, folder: string, first: Timing): Promise<void> {
  const from = new Libsql(path);
  const to = new Libsql(join(folder, "raw.db"));
  to.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  for (const { sql } of readMigrations("sqlite")) to.exec(sql);
  const count = (from.prepare(`SELECT COUNT(*) AS n FROM "Filing"`).get() as { n: number }).n;
  let rows = 0;
  let milliseconds = 0;
  let busy = 0;
  to.exec("BEGIN");
  for (const table of tablesOf(from)) {
    for (const chunk of chunks(from, table)) {
      const marks = (chunk[0] ?? []).map(() => "?").join(", ");
      const start = performance.now();
      const used = process.cpuUsage();
      const insert = to.prepare(`INSERT INTO "${table}" VALUES (${marks})`);
      for (const row of chunk) insert.run(row);
      milliseconds += performance.now() - start;
      const { user, system } = process.cpuUsage(used);
      busy += user + system;
      rows += chunk.length;
    }
  }
  const start = performance.now();
  to.exec("COMMIT");
  milliseconds += performance.now() - start;
  from.close();
  to.close();
  const raw = rows / (milliseconds / 1000);
  const whole = ((rows / count) * first.filings) / first.seconds;
  const bytes = readdirSync(folder)
    .filter((name) => name.startsWith("ledger.db"))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  console.log(`rows a filing       ${(rows / count).toFixed(1)}`);
  console.log(`bare insert         ${format(raw)} rows/s`);
  console.log(`end to end          ${format(whole)} rows/s`);
  console.log(`ratio               ${(whole / raw).toFixed(2)} (aim: 0.35)`);
  const each = (first.busy / first.filings) * 1e6 * (count / rows);
  console.log(
    `processor time      ${(busy / rows).toFixed(1)} µs a row bare, ${each.toFixed(1)} µs a row end to end in ` +
      `${1 + workerCount()} threads (on a machine with other work to do this tells more than the clock)`,
  );
  console.log(`on disk             ${format(bytes / count)} bytes a filing, everything included (aim: 4,000)`);
}

function tablesOf(db: Libsql.Database): string[] {
  const names = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all() as { name: string }[];
  return names.map(({ name }) => name).filter((name) => !name.startsWith("_"));
}

function* chunks(db: Libsql.Database, table: string): Generator<unknown[][]> {
  const select = db.prepare(`SELECT rowid, * FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ${RAW_CHUNK}`).raw();
  for (let last = -1; ; ) {
    const rows = select.all([last]) as unknown[][];
    if (rows.length === 0) return;
    last = Number(rows.at(-1)?.[0]);
    yield rows.map((row) => row.slice(1).map((value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value)));
  }
}

function format(value: number): string {
  return Math.round(value).toLocaleString("en-US").padStart(7);
}
