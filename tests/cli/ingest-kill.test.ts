import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSample } from "@/lib/sample/write-sample";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import { dialects } from "@/tests/support/databases";
import { dumpLedger } from "@/tests/support/ledger-dump";
import { startInsider } from "@/tests/support/run-insider";

const now = () => new Date("2026-01-02T03:04:05Z");
/** More than one batch of 2,000: the load is a bulk load, derived in a pass at the end. */
const FILINGS = 2_600;

describe.each(dialects())("an ingest that is killed on $name", (dialect) => {
  let folder: string;
  let expected: Record<string, string[]>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "ledger-kill-"));
    await writeSample({ filings: FILINGS, seed: 3, issuers: 40, as: "xml", out: join(folder, "sample") });
    const database = await dialect.create();
    const store = await database.open();
    const summary = await ingestPaths(store, [join(folder, "sample", "xml")], {}, { now });
    expect(summary).toMatchObject({ created: FILINGS, failed: 0 });
    expected = await dumpLedger(store);
    await database.drop();
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("leaves whole batches at any moment, and the next run completes it", { timeout: 240_000 }, async () => {
    const database = await dialect.create();
    const store = await database.open();
    const paths = [join(folder, "sample", "xml")];
    const seen: string[] = [];
    // Killed once while sources come in, once while issuers are derived, once at whatever moment comes.
    for (const moment of ["sources", "issuers", "any"] as const) {
      const running = startInsider(["ingest", ...paths, "--json"], { DATABASE_URL: database.url });
      await Promise.race([reached(moment), running.ended]);
      running.child.kill("SIGKILL");
      await running.ended;
      const sources = await store.db.filingSource.count();
      const filings = await store.db.filing.count();
      seen.push(`${sources} ${filings}`);
      expect(sources % 2_000 === 0 || sources === FILINGS).toBe(true);
      // Whatever filing is there has its rows: their counts agree.
      const counted = await store.db.filing.aggregate({ _sum: { rowCount: true } });
      expect(await store.db.reportedRow.count()).toBe(counted._sum.rowCount ?? 0);
    }
    const last = startInsider(["ingest", ...paths, "--json"], { DATABASE_URL: database.url });
    expect(await last.ended, last.output()).toBe(0);
    const summary = JSON.parse(last.output().trim().split("\n").at(-1) ?? "{}");
    expect(summary.created + summary.unchanged, seen.join(", ")).toBe(FILINGS);
    expect(await dumpLedger(store)).toEqual(expected);
    expect(await checkLedger(store)).toMatchObject({ issuers: 40, waiting: [], differences: [] });
    await database.drop();

    async function reached(moment: "sources" | "issuers" | "any"): Promise<void> {
      for (let tries = 0; tries < 4_000; tries++) {
        if (moment === "sources" && (await store.db.filingSource.count()) >= 2_000) return;
        if (moment === "issuers" && (await store.db.filing.count()) > 0) return;
        if (moment === "any" && tries === 40) return;
        await sleep(15);
      }
    }
  });
});
