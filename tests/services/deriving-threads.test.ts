import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SIGNAL_NAMES } from "@/lib/paths";
import { writeSample } from "@/lib/sample/write-sample";
import { withDerivingThreads } from "@/lib/services/deriving/deriving-threads";
import { reckonIssuer } from "@/lib/services/deriving/reckon-issuer";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { getSignals } from "@/lib/services/signals/get-signals";
import type { Store } from "@/lib/store/client";
import { openReadStore } from "@/lib/store/readers/open-read-store";
import { dialects, type TestDatabase } from "@/tests/support/databases";

const DAY = "2019-03-31";

describe.each(dialects())("deriving in threads on $name", (dialect) => {
  const folder = mkdtempSync(join(tmpdir(), "deriving-threads-"));
  let database: TestDatabase;
  let direct: Store;
  let threaded: Store;
  beforeAll(async () => {
    const out = join(folder, dialect.name);
    await writeSample({ out, filings: 300, issuers: 4, seed: 33, as: "xml" });
    database = await dialect.create();
    direct = await database.open();
    const now = () => new Date("2026-01-02T03:04:05Z");
    await ingestFilings(direct, readForStore([join(out, "xml")], {}), { now });
    threaded = withDerivingThreads(await openReadStore(database.url));
  });
  afterAll(async () => {
    await threaded.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says of every issuer what this thread would say, as of a day and as of now", async () => {
    const issuers = await direct.db.issuer.findMany();
    expect(issuers.length).toBe(4);
    let rows = 0;
    for (const { cik } of issuers) {
      for (const day of [null, DAY]) {
        for (const name of ["rows", "Cluster", "Episode", "Plan", "ShortSwing", "Residual"] as const) {
          expect(await reckonIssuer(threaded, name, cik, day)).toEqual(await reckonIssuer(direct, name, cik, day));
        }
        rows += (await reckonIssuer(threaded, "rows", cik, day)).deltaOwn.size;
      }
    }
    expect(rows).toBeGreaterThan(50);
  });

  it("makes the same boards", async () => {
    for (const board of SIGNAL_NAMES) {
      const asked = { asOf: DAY };
      expect(await getSignals(threaded, board, {}, asked)).toEqual(await getSignals(direct, board, {}, asked));
    }
  });

  it("fails with a clear error where its thread is lost, and derives again when asked again", async () => {
    const [issuer] = await direct.db.issuer.findMany();
    if (issuer === undefined) throw new Error("The sample has issuers.");
    const ended: Worker[] = [];
    // At once: a thread that is stopped inside the database's driver ends this process.
    const onWorker = (worker: Worker) => {
      const isDeriving = worker.resourceLimits?.maxOldGenerationSizeMb === 1_000;
      if (!isDeriving || ended.length > 0) return;
      ended.push(worker);
      void worker.terminate();
    };
    const other = withDerivingThreads(await openReadStore(database.url));
    process.on("worker", onWorker);
    try {
      // A day that nobody asked for before, so that no answer is at hand.
      const asked = reckonIssuer(other, "rows", issuer.cik, "2018-02-03");
      await expect(asked).rejects.toMatchObject({ code: "thread-lost" });
      expect(ended.length).toBe(1);
      const again = await reckonIssuer(other, "rows", issuer.cik, "2018-02-03");
      expect(again).toEqual(await reckonIssuer(direct, "rows", issuer.cik, "2018-02-03"));
    } finally {
      process.off("worker", onWorker);
      await other.close();
    }
  });
});
