import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { backfillDays } from "@/lib/services/edgar/backfill-days";
import { syncParties } from "@/lib/services/edgar/sync-parties";
import { FAULT_KINDS, type FaultKind } from "@/lib/sources/edgar/stand-in/faults";
import type { Store } from "@/lib/store/client";
import { queueState } from "@/lib/store/edgar/edgar-queue";
import { dialects, type TestDatabase } from "../../support/databases";
import { fastClock, fictionalFilings, type Rehearsal, rehearse } from "../../support/edgar";
import { contextOf, ingestDirectly } from "../../support/edgar-ledger";
import { dumpLedger } from "../../support/ledger-dump";

const filings = fictionalFilings(["2023-12-29", "2024-03-04"], 6);
const request = { issuers: ["FERN", "MOS-B"], insiders: [], since: null, limit: null, retry: false };
/** What another try of the same run does not mend: the next run has it. */
const FOR_THE_NEXT_RUN: readonly FaultKind[] = ["not-yet", "redirect-away"];

describe.each(dialects())("faults on $name", (dialect) => {
  let edgar: Rehearsal;
  let undisturbed: Record<string, string[]>;
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    edgar = await rehearse(filings, { recent: 4 });
    const direct = await dialect.create();
    const other = await direct.open();
    await ingestDirectly(other, filings);
    undisturbed = await dumpLedger(other);
    await direct.drop();
  });
  beforeEach(async () => {
    edgar.standIn.faults.clear();
    database = await dialect.create();
    store = await database.open();
    return () => database.drop();
  });
  afterAll(() => edgar.close());

  const kinds = Object.keys(FAULT_KINDS) as FaultKind[];

  // One by one on the embedded database; all of them together on both.
  it.each(dialect.name === "sqlite" ? kinds : [])(
    "%s on the first answer of every address leaves no mark on the ledger",
    async (kind) => {
      edgar.standIn.faults.add({ kind, times: 1, each: true });
      const { summary: first } = await syncParties(contextOf(edgar, store, { clock: fastClock() }), request);
      if (!FOR_THE_NEXT_RUN.includes(kind)) expect(first).toMatchObject({ created: 12, failed: 0 });
      else expect(first.failed).toBeGreaterThan(0);
      // An outage ends a run early, so that it takes some runs to get past a fault on every address.
      for (let runs = 0; runs < 6 && (await store.db.filing.count()) < 12; runs++) {
        await syncParties(contextOf(edgar, store, { clock: fastClock() }), request);
      }
      const { summary: last } = await syncParties(contextOf(edgar, store, { clock: fastClock() }), request);
      expect(last).toMatchObject({ created: 0, unchanged: 12, failed: 0, waiting: 0 });
      expect(await dumpLedger(store)).toEqual(undisturbed);
      expect(await queueState(store.db)).toEqual({ waiting: 0, failed: {} });
      expect(await store.db.failedDocument.count()).toBe(0);
    },
  );

  it("all of them, one after another, day by day", async () => {
    for (const kind of kinds) edgar.standIn.faults.add({ kind, times: 4 });
    let runs = 0;
    for (; runs < 20; runs++) {
      const context = contextOf(edgar, store, {
        clock: fastClock(),
        backOff: { tries: 3, first: 1, firstBlocked: 1, longest: 4 },
      });
      const outcome = await backfillDays(context, "2023-12-29", "2024-03-04").catch((error) => error);
      const stored = await store.db.filing.count();
      if (stored === 12 && outcome.failed === 0) break;
    }
    expect(runs).toBeGreaterThan(0);
    expect(runs).toBeLessThan(20);
    expect(await dumpLedger(store)).toEqual(undisturbed);
    expect(await queueState(store.db)).toEqual({ waiting: 0, failed: {} });
  });
});
