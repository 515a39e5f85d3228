import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { getStatus } from "@/lib/services/care/get-status";
import { refreshLedger } from "@/lib/services/care/refresh-ledger";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { derivingRules } from "@/lib/services/refresh/deriving-rules";
import { WorkerPool } from "@/lib/services/workers/worker-pool";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { openConnection } from "@/lib/store/writing/open-connection";
import { markStale } from "@/lib/store/writing/write-state";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { dumpLedger } from "@/tests/support/ledger-dump";
import { LEDGER_MARKET, stream } from "@/tests/support/ledger-market";

const now = () => new Date("2026-01-02T03:04:05Z");

/** As if an earlier version of the program had derived everything, with other sums and another lateness. */
async function derivedByOthers(store: Store): Promise<void> {
  await store.db.derivedIssuer.updateMany({ data: { rules: "0000000000000000" } });
  await store.db.monthlySum.updateMany({ data: { value: 1 } });
  await store.db.filing.updateMany({ where: { issuerCik: "1" }, data: { recordsHash: "", lateness: "late" } });
}

describe.each(dialects())("deriving again on $name", (dialect) => {
  const databases: TestDatabase[] = [];
  let store: Store;
  let expected: Record<string, string[]>;
  beforeEach(async () => {
    const database = await dialect.create();
    databases.push(database);
    store = await database.open();
    await ingestFilings(store, stream(LEDGER_MARKET), { now });
    expected = await dumpLedger(store);
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });

  it("finds nothing to do after an ingest by the same program", async () => {
    expect(await store.db.derivedIssuer.findMany({ orderBy: { issuerCik: "asc" } })).toEqual([
      { issuerCik: "1", rules: derivingRules() },
      { issuerCik: "7", rules: derivingRules() },
    ]);
    expect(await refreshLedger(store, "outdated", { now })).toEqual({ issuers: 0, changed: 0 });
    expect(await refreshLedger(store, "all", { now })).toEqual({ issuers: 2, changed: 0 });
    expect(await dumpLedger(store)).toEqual(expected);
  });

  it("brings everything up to date that other rules derived, and says so before", async () => {
    await derivedByOthers(store);
    expect(await getStatus(store)).toMatchObject({ outdatedIssuers: 2, waitingIssuers: 0 });
    const check = await checkLedger(store);
    expect(check.outdated).toEqual(["1", "7"]);
    expect(check.differences.map(({ table }) => table)).toContain("MonthlySum");
    const ofOne = await store.db.filing.count({ where: { issuerCik: "1" } });
    const seen: [number, number][] = [];
    const refreshed = await refreshLedger(store, "outdated", { now, onProgress: (...of) => seen.push(of) });
    expect(refreshed).toEqual({ issuers: 2, changed: ofOne });
    const sources = await store.db.filingSource.count();
    expect(seen.at(-1)).toEqual([sources, sources]);
    expect(await dumpLedger(store)).toEqual(expected);
    expect(await checkLedger(store)).toMatchObject({ outdated: [], differences: [] });
    expect(await getStatus(store)).toMatchObject({ outdatedIssuers: 0 });
  });

  it("does the issuers that are named, and refuses those that aren't there", async () => {
    await derivedByOthers(store);
    expect(await refreshLedger(store, ["7"], { now })).toMatchObject({ issuers: 1 });
    expect(await getStatus(store)).toMatchObject({ outdatedIssuers: 1 });
    await expect(refreshLedger(store, ["7", "77"], { now })).rejects.toMatchObject({ code: "issuer-unknown" });
  });

  it("ends the task under way whole and begins none of those that wait when its threads are closed early", async () => {
    await derivedByOthers(store);
    const before = await readDataVersion(store.db);
    const stamp = { now: now().toISOString(), rules: derivingRules() };
    const pool = new WorkerPool(1);
    for (let n = 0; n < 40; n += 1) pool.add({ kind: "refresh", target: store.target, ciks: ["1"], stamp });
    expect(await pool.next()).toMatchObject({ kind: "refreshed", ciks: ["1"] });
    await pool.close();
    // Each refresh raises the version by one.
    const begun = (await readDataVersion(store.db)) - before;
    expect(begun).toBeGreaterThanOrEqual(1);
    expect(begun).toBeLessThan(40);
    expect((await checkLedger(store)).differences.filter(({ cik }) => cik === "1")).toEqual([]);
  });

  it("goes on where a killed one was, as the next ingest does", async () => {
    await derivedByOthers(store);
    const connection = await openConnection(store.target);
    await connection.transaction(() => markStale(connection, ["1", "7"]));
    await connection.close();
    await ingestFilings(store, stream([]), { now });
    expect(await getStatus(store)).toMatchObject({ outdatedIssuers: 0, waitingIssuers: 0 });
    expect(await dumpLedger(store)).toEqual(expected);
  });
});
