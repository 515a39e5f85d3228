import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Libsql from "libsql";
import { writeSample } from "@/lib/sample/write-sample";
import { withDerivingThreads } from "@/lib/services/deriving/deriving-threads";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import { collectGarbage } from "@/lib/services/workers/collect-garbage";
import { openStore, type Store } from "@/lib/store/client";
import { migrate } from "@/lib/store/migrate";
import { openReadStore } from "@/lib/store/readers/open-read-store";
import { growLedger } from "./screener-ledger";

/** Filings of the sample market that the ledger is grown from. */
const FILINGS = 6_000;

/**
 * Measures on a ledger of `--rows` rows (2 million by default), opened as the web process opens it. `--keep FILE` is used as it is
 * where it holds rows, else filled and kept.
 */
export async function onLargeLedger(
  measure: (store: Store, ledger: { file: string; rows: number }) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ledger-large-"));
  const file = option("--keep") ?? join(folder, "ledger.db");
  try {
    const rows = await prepare(file, folder, Number(option("--rows") ?? 2_000_000));
    const store = withDerivingThreads(await openReadStore(`file:${file}`));
    await measure(store, { file, rows });
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

async function prepare(file: string, folder: string, rows: number): Promise<number> {
  await migrate(`file:${file}`);
  const db = new Libsql(file);
  const { n } = db.prepare(`SELECT COUNT(*) AS n FROM "ReportedRow"`).get() as { n: number };
  db.close();
  if (n > 0) return n;
  const out = join(folder, "market");
  await writeSample({ out, filings: FILINGS, issuers: 60, seed: 11, as: "xml" });
  const store = await openStore(`file:${file}`);
  await ingestPaths(store, [join(out, "xml")], {}, { now: () => new Date() });
  await store.close();
  // A connection ends with its last statement, and that with the garbage: growing wants the file for itself.
  collectGarbage();
  await setTimeout(500);
  return growLedger(file, rows);
}
