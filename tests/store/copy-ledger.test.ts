import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { backupLedger, restoreLedger, vacuumLedger } from "@/lib/store/care/backup";
import { copyLedger } from "@/lib/store/care/copy-ledger";
import { openStore, type Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { migrate } from "@/lib/store/migrate";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { dumpLedger } from "@/tests/support/ledger-dump";
import { LEDGER_MARKET, stream } from "@/tests/support/ledger-market";

const now = () => new Date("2024-04-01T12:00:00Z");
const pairs = dialects().flatMap((from) => dialects().map((to) => ({ from, to, name: `${from.name} to ${to.name}` })));

describe.each(pairs)("copying from $name", ({ from, to }) => {
  let source: TestDatabase;
  let target: TestDatabase;
  let store: Store;
  let copy: Store;
  beforeAll(async () => {
    source = await from.create();
    target = await to.create();
    store = await source.open();
    copy = await target.open();
    await ingestFilings(store, stream(LEDGER_MARKET), { now });
  });
  afterAll(async () => {
    await source.drop();
    await target.drop();
  });

  it("moves every table, to the bit", async () => {
    const copied = await copyLedger(store.target, copy.target);
    const rows = Object.fromEntries(copied.map((table) => [table.table, table.rows]));
    expect(rows).toMatchObject({ Filing: 8, FilingSource: 10, FilingOwner: 9, IngestRun: 1, LedgerState: 1 });
    // Booleans are numbers on SQLite: the same records through Prisma are equal, and what is derived from them too.
    expect(await copy.db.filingSource.findMany({ orderBy: { hash: "asc" } })).toEqual(
      await store.db.filingSource.findMany({ orderBy: { hash: "asc" } }),
    );
    expect(await copy.db.reportedRow.findMany({ orderBy: [{ filingId: "asc" }, { anchor: "asc" }] })).toEqual(
      await store.db.reportedRow.findMany({ orderBy: [{ filingId: "asc" }, { anchor: "asc" }] }),
    );
    expect((await checkLedger(copy)).differences).toEqual([]);
  });

  it("takes the next ingest as the source would", async () => {
    const summary = await ingestFilings(copy, stream(LEDGER_MARKET), { now });
    expect(summary).toMatchObject({ created: 0, replaced: 0, unchanged: 8, failed: 0 });
  });

  it("refuses a target that holds documents", async () => {
    await expect(copyLedger(store.target, copy.target)).rejects.toMatchObject({ code: "copy-target-not-empty" });
  });
});

describe.each(dialects())("backups of $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  let folder: string;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    folder = mkdtempSync(join(tmpdir(), "ledger-backup-"));
    await ingestFilings(store, stream(LEDGER_MARKET), { now });
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are one file that a new database can be filled from", async () => {
    const file = join(folder, "a%20b?.db");
    await backupLedger(store.target, file);
    const other = await dialect.create();
    const restored = await other.open();
    await restoreLedger(file, restored.target, { replace: false });
    expect(await dumpLedger(restored)).toEqual(await dumpLedger(store));
    expect((await checkLedger(restored)).differences).toEqual([]);
    await other.drop();
  });

  it("are never written over a file", async () => {
    const file = join(folder, "taken.db");
    writeFileSync(file, "mine");
    await expect(backupLedger(store.target, file)).rejects.toMatchObject({ code: "backup-exists" });
  });

  it("take the place of what is there only when told to, and the data version goes on", async () => {
    const file = join(folder, "before.db");
    await backupLedger(store.target, file);
    const before = await dumpLedger(store);
    const version = await readDataVersion(store.db);
    await store.db.filing.deleteMany();
    await expect(restoreLedger(file, store.target, { replace: false })).rejects.toMatchObject({
      code: "copy-target-not-empty",
    });
    await restoreLedger(file, store.target, { replace: true });
    expect(await dumpLedger(store)).toEqual(before);
    expect(await readDataVersion(store.db)).toBe(version + 1);
  });

  it("hold what was committed while an ingest writes on", async () => {
    const other = await dialect.create();
    const live = await other.open();
    const file = join(folder, "during.db");
    const paused = async function* () {
      yield* LEDGER_MARKET.slice(0, 4);
      await backupLedger(live.target, file);
      yield* LEDGER_MARKET.slice(4);
    };
    await ingestFilings(live, paused(), { now, batchSize: 2 });
    await migrate(`file:${file}`);
    const backup = await openStore(`file:${file}`);
    // Two batches of two sources were committed; their issuer had not been derived yet, and is marked so.
    expect(await backup.db.filingSource.count()).toBe(3);
    expect(await backup.db.staleIssuer.findMany()).toEqual([{ issuerCik: "1" }]);
    expect(await backup.db.filing.count()).toBe(0);
    await backup.close();
    await other.drop();
  });

  it("are told from other files", async () => {
    const file = join(folder, "other.db");
    writeFileSync(file, "no database at all, though its name says so");
    await expect(restoreLedger(file, store.target, { replace: true })).rejects.toMatchObject({
      code: "backup-unreadable",
    });
    await expect(restoreLedger(join(folder, "none.db"), store.target, { replace: true })).rejects.toMatchObject({
      code: "backup-missing",
    });
  });

  it("leave the ledger as it is when it is made compact", async () => {
    const before = await dumpLedger(store);
    await vacuumLedger(store.target);
    expect(await dumpLedger(store)).toEqual(before);
  });
});
