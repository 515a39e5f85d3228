import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/client";
import { queueState } from "@/lib/store/edgar/edgar-queue";
import { dialects, type TestDatabase } from "../../support/databases";
import { AGENT, fictionalFilings, type Rehearsal, rehearse } from "../../support/edgar";
import { ingestDirectly } from "../../support/edgar-ledger";
import { dumpLedger } from "../../support/ledger-dump";
import { startInsider } from "../../support/run-insider";

const filings = fictionalFilings(["2024-03-04"], 30);

describe.each(dialects())("the command line on $name", (dialect) => {
  let edgar: Rehearsal;
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    edgar = await rehearse(filings, { holdBack: 10 });
    database = await dialect.create();
    store = await database.open();
  });
  afterEach(async () => {
    await edgar.close();
    await database.drop();
  });

  const environment = () => ({
    DATABASE_URL: database.url,
    EDGAR_URL: edgar.standIn.url,
    EDGAR_CACHE: join(edgar.folder, "cache"),
    EDGAR_PACE_FOLDER: join(edgar.folder, "kill-pace"),
    SEC_USER_AGENT: AGENT,
  });

  it("ends at the undisturbed ledger after kill -9 at any moment, within the limit of requests", async () => {
    // Two processes on one ledger and one pace, killed at ever later moments.
    const words = [
      ["watch", "--every", "5"],
      ["sync", "FERN"],
    ];
    for (const [i, command] of words.slice(dialect.name === "sqlite" ? 0 : 1).entries()) {
      const asked = edgar.standIn.meter.requests;
      const one = startInsider(command, environment());
      const other = startInsider(["backfill", "--daily", "--from", "2024-03-01", "--to", "2024-03-31"], environment());
      const begun = () => edgar.standIn.meter.requests - asked;
      const until = Date.now() + 8_000;
      while (begun() < 5 + 6 * i && (begun() === 0 || Date.now() < until) && other.child.exitCode === null)
        await sleep(10);
      await sleep(37 * i);
      one.child.kill("SIGKILL");
      other.child.kill("SIGKILL");
      await Promise.all([one.ended, other.ended]);
      if (i === 0) edgar.standIn.archive.publish(10);
    }
    const last = startInsider(["sync", "FERN", "MOS.B", "--retry", "--json"], environment());
    expect(await last.ended, last.output()).toBe(0);
    const summary = JSON.parse(last.output().trim().split("\n").at(-1) ?? "");
    expect(summary).toMatchObject({ failed: 0, listed: 30, waiting: 0, stopped: null });
    const direct = await dialect.create();
    const undisturbed = await direct.open();
    await ingestDirectly(undisturbed, filings);
    expect(await dumpLedger(store)).toEqual(await dumpLedger(undisturbed));
    await direct.drop();
    expect(await queueState(store.db)).toEqual({ waiting: 0, failed: {} });
    expect(edgar.standIn.meter.mostPerSecond).toBeLessThanOrEqual(8);
  });

  it("watches, stores what is published, and ends with 0 on SIGTERM", async () => {
    const watch = startInsider(["watch", "--every", "5", "--json"], environment());
    while ((await store.db.filing.count()) < 20 && watch.child.exitCode === null) await sleep(100);
    edgar.standIn.archive.publish(10);
    const published = Date.now();
    while ((await store.db.filing.count()) < 30 && watch.child.exitCode === null) await sleep(100);
    expect(Date.now() - published).toBeLessThan(20_000);
    watch.child.kill("SIGTERM");
    expect(await watch.ended, watch.output()).toBe(0);
    const events = watch
      .output()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    expect(events.map((line) => JSON.parse(line).kind)).toContain("caught-up");
  });
});
