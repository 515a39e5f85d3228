import type { Command } from "commander";
import { ProgressReport } from "@/lib/cli/ingest/progress";
import { databaseUrl } from "@/lib/env";
import { formatCount } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { checkLedger, type LedgerCheck } from "@/lib/services/care/check-ledger";
import { backupLedger, restoreLedger, vacuumLedger } from "@/lib/store/care/backup";
import { type CopiedTable, copyLedger } from "@/lib/store/care/copy-ledger";
import { requireVersion } from "@/lib/store/check-version";
import { type DatabaseTarget, readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";
import { takeIngestLock } from "@/lib/store/writing/ingest-lock";
import { addRefreshCommand } from "./refresh-command";
import { describeOutdated } from "./status-command";

/** Differences that are listed one by one. */
const LISTED = 50;

export function addDatabaseCommand(program: Command, finish: (code: number) => void): void {
  const database = program.command("db").description("Look after the database that DATABASE_URL names.");
  database
    .command("migrate")
    .description("Create the database, or bring it to this version.")
    .action(async () => {
      const url = databaseUrl();
      const applied = await migrate(url);
      const { display } = readDatabaseUrl(url);
      say(applied.length === 0 ? `${display} is up to date.` : `${display}: applied ${applied.join(", ")}.`);
    });
  database
    .command("check-version")
    .description("Whether the web process can serve from the database: exit 0 if so, else what to run first.")
    .action(() => requireVersion(databaseUrl()));
  database
    .command("check")
    .description("Recompute everything from the stored sources and report what differs. Exit 1 when something does.")
    .option("--json", "the result as one line of JSON")
    .action(async (flags: { json?: boolean }) => {
      if (!(await check(await ready(), flags.json ?? false))) finish(1);
    });
  addRefreshCommand(database);
  addCopies(database);
}

function addCopies(database: Command): void {
  database
    .command("backup")
    .description("Write the whole ledger to one SQLite file, also while an ingest is under way.")
    .argument("<file>", "a new file")
    .action(async (file: string) => {
      const target = await ready();
      await backupLedger(target, file);
      say(`${target.display} is backed up in ${file}.`);
    });
  database
    .command("restore")
    .description("Fill the database from a backup, in one transaction.")
    .argument("<file>", "what `insider db backup` wrote")
    .option("--replace", "put it in the place of what the database holds")
    .action(async (file: string, flags: { replace?: boolean }) => {
      const url = databaseUrl();
      await migrate(url);
      const target = readDatabaseUrl(url);
      const lock = await takeIngestLock(target, sayWaiting);
      try {
        report(await restoreLedger(file, target, { replace: flags.replace ?? false }), target);
      } finally {
        await lock.release();
      }
    });
  database
    .command("copy")
    .description("Copy everything to another database, SQLite or PostgreSQL, and verify counts and checksums.")
    .requiredOption("--to <url>", "file:<path> or postgresql://user@host/database")
    .action(async (flags: { to: string }) => {
      const from = await ready();
      const to = readDatabaseUrl(flags.to);
      await migrate(flags.to);
      report(await copyLedger(from, to), to);
    });
  database
    .command("vacuum")
    .description("Give freed room back and bring the query planner's statistics up to date.")
    .action(async () => {
      const target = await ready();
      const lock = await takeIngestLock(target, sayWaiting);
      try {
        await vacuumLedger(target);
      } finally {
        await lock.release();
      }
      say(`${target.display} is compact.`);
    });
}

/** The database, once it is there and at this version. */
async function ready(): Promise<DatabaseTarget> {
  const url = databaseUrl();
  await requireVersion(url);
  return readDatabaseUrl(url);
}

async function check(target: DatabaseTarget, json: boolean): Promise<boolean> {
  const found = await checkAloud(target);
  const sound = found.differences.length === 0 && found.waiting.length === 0;
  if (json) {
    say(JSON.stringify(found));
    return sound;
  }
  for (const { table, cik, kind, record } of found.differences.slice(0, LISTED)) {
    say(`${table} of ${cik}: ${kind}: ${record}`);
  }
  if (found.differences.length > LISTED) say(`… and ${formatCount(found.differences.length - LISTED)} more.`);
  if (found.waiting.length > 0) {
    say(`${countOf(found.waiting.length, "issuer")} wait to be derived: insider db refresh completes them.`);
  }
  if (found.outdated.length > 0) say(describeOutdated(found.outdated.length));
  const checked = `${countOf(found.issuers, "issuer")} and ${countOf(found.insiders, "insider")} recomputed`;
  say(
    `${checked}: ${found.differences.length === 0 ? "no differences" : countOf(found.differences.length, "difference")}.`,
  );
  return sound;
}

/** The check, which takes minutes of a large ledger, with its progress. */
async function checkAloud(target: DatabaseTarget): Promise<LedgerCheck> {
  const progress = new ProgressReport({ terminal: process.stderr.isTTY === true });
  try {
    return await checkLedger(
      { target },
      {
        onProgress: (done, total) => progress.update({ phase: "checking", done, total, part: done / total }),
        onWait: sayWaiting,
      },
    );
  } finally {
    progress.end();
  }
}

function report(copied: readonly CopiedTable[], to: DatabaseTarget): void {
  const rows = copied.reduce((sum, table) => sum + table.rows, 0);
  for (const { table, rows: count, checksum } of copied)
    say(`${table.padEnd(16)} ${String(count).padStart(10)}  ${checksum}`);
  say(`${countOf(rows, "row")} copied to ${to.display}; counts and checksums agree.`);
}

function sayWaiting(): void {
  process.stderr.write("insider: an ingest is under way; waiting for it to end.\n");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
