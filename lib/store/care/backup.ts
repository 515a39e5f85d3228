import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import Libsql from "libsql";
import { LedgerError } from "@/lib/errors";
import { type DatabaseTarget, readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";
import { openConnection } from "@/lib/store/writing/open-connection";
import { type CopiedTable, copyLedger } from "./copy-ledger";

/**
 * Writes the whole ledger to one SQLite file, whatever database it lies in: consistent, also while an ingest writes.
 * @throws LedgerError `backup-exists`, `database-not-writable`
 */
export async function backupLedger(from: DatabaseTarget, file: string): Promise<void> {
  const path = resolve(file);
  if (existsSync(path)) {
    throw new LedgerError("backup-exists", `${path} exists already.`, { advice: "Name a new file." });
  }
  if (from.provider === "sqlite") return vacuumInto(from.location, path);
  await inScratch(dirname(path), async (scratch) => {
    await migrate(fileUrl(scratch));
    await copyLedger(from, readDatabaseUrl(fileUrl(scratch)));
    vacuumInto(scratch, path);
  });
}

/** SQLite's own way: a compact copy made inside one read transaction. */
function vacuumInto(from: string, path: string): void {
  const db = new Libsql(from, { timeout: 30_000 });
  try {
    db.prepare("VACUUM INTO ?").run([path]);
  } catch (cause) {
    removeDatabase(path);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LedgerError("backup-failed", `The backup ${path} can't be written: ${reason}`, {
      advice: "Check that its folder exists, may be written and has room.",
      cause,
    });
  } finally {
    db.close();
  }
}

/**
 * Puts a backup in the place of what a database holds, in one transaction: readers see the old ledger, then the new one.
 * A backup of an earlier version is brought up to this one first, in a copy of the file.
 * @throws LedgerError `backup-missing`, `backup-unreadable`, `copy-target-not-empty`, `database-newer`
 */
export async function restoreLedger(
  file: string,
  to: DatabaseTarget,
  options: { replace: boolean },
): Promise<CopiedTable[]> {
  const path = resolve(file);
  if (!existsSync(path))
    throw new LedgerError("backup-missing", `There is no file ${path}.`, { place: { file: path } });
  requireLedger(path);
  return inScratch(tmpdir(), async (scratch) => {
    copyFileSync(path, scratch);
    await migrate(fileUrl(scratch));
    return copyLedger(readDatabaseUrl(fileUrl(scratch)), to, options);
  });
}

function requireLedger(path: string): void {
  try {
    const db = new Libsql(path, { readonly: true });
    const check = db.prepare("PRAGMA integrity_check").get() as { integrity_check: string };
    const tables = db
      .prepare(`SELECT COUNT(*) AS n FROM sqlite_master WHERE name IN ('FilingSource', '_prisma_migrations')`)
      .get() as { n: number };
    const sound = check.integrity_check === "ok" && tables.n === 2;
    db.close();
    if (sound) return;
  } catch {
    // Said below: it is no database, or a damaged one.
  }
  throw new LedgerError("backup-unreadable", `${path} is no whole backup of a ledger.`, {
    place: { file: path },
    advice: "Name a file that `insider db backup` wrote.",
  });
}

/** Gives freed room back and brings the planner's statistics up to date. */
export async function vacuumLedger(target: DatabaseTarget): Promise<void> {
  const connection = await openConnection(target);
  try {
    if (target.provider === "sqlite") {
      await connection.run("VACUUM");
      await connection.run("ANALYZE");
      await connection.all("PRAGMA wal_checkpoint(TRUNCATE)");
    } else await connection.run("VACUUM ANALYZE");
  } finally {
    await connection.close();
  }
}

/** Runs `work` on the path of a SQLite file in a folder of its own under `place`, removed afterwards. */
async function inScratch<T>(place: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(place, "ledger-copy-"));
  try {
    return await work(join(folder, "ledger.db"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${path}${suffix}`, { force: true });
}

/** `%` and `?` mean something in a URL. */
function fileUrl(path: string): string {
  return `file:${path.split("/").map(encodeURIComponent).join("/")}`;
}
