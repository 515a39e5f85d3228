import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { dumpLedger, emptyLedger } from "@/tests/support/ledger-dump";
import {
  AMENDMENT,
  FUND,
  LEDGER_MARKET,
  SALE,
  SALE_AGAIN,
  SECOND_AMENDMENT,
  stream,
} from "@/tests/support/ledger-market";

const now = () => new Date("2024-04-01T12:00:00Z");

describe.each(dialects())("order of arrival on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  let expected: Record<string, string[]>;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, stream(LEDGER_MARKET), { now });
    expected = await dumpLedger(store);
  });
  afterAll(() => database.drop());

  it("keeps eight filings of eleven sources, the text with the smaller accession of its core", async () => {
    const filings = await store.db.filing.findMany({ orderBy: { id: "asc" } });
    expect(filings.map((filing) => filing.id)).toEqual([
      SALE,
      AMENDMENT,
      SECOND_AMENDMENT,
      SALE_AGAIN,
      "0000000002-23-000001",
      FUND,
      "0000000003-24-000001",
      expect.stringMatching(/^doc-[0-9a-f]{12}$/),
    ]);
    const sources = await store.db.filingSource.findMany({ where: { filingId: SALE }, orderBy: { format: "asc" } });
    expect(sources.map((source) => [source.format, source.file])).toEqual([
      ["submission", "a/sale.txt"],
      ["text", "sale.md"],
      ["xml", "sale.xml"],
    ]);
  });

  it("supersedes by the amendments in the order of acceptance", async () => {
    const rows = await store.db.reportedRow.findMany({ where: { anchor: "t1-tx2", filingId: SALE } });
    expect(rows[0]).toMatchObject({ supersededAt: "2024-03-08T22:00:00.000Z", supersededBy: `${AMENDMENT}#t1-tx1` });
    expect(rows[0]?.supersededRule).toMatch(/^filing date: 4\/A names the original filed on 2024-03-05/);
    const first = await store.db.reportedRow.findFirstOrThrow({ where: { filingId: AMENDMENT } });
    expect(first).toMatchObject({
      supersededAt: "2024-03-12T22:00:00.000Z",
      supersededBy: `${SECOND_AMENDMENT}#t1-tx1`,
    });
    const last = await store.db.reportedRow.findFirstOrThrow({ where: { filingId: SECOND_AMENDMENT } });
    expect(last).toMatchObject({ supersededAt: null, supersededBy: null, supersededRule: null });
  });

  it("counts the joint event once, in the filing that was known first", async () => {
    const copy = await store.db.reportedRow.findFirstOrThrow({ where: { filingId: "0000000003-24-000001" } });
    expect(copy.countedAs).toBe(`${FUND}#t1-tx1`);
    expect(copy.countedRule).toMatch(/^file jointly elsewhere: /);
    const sums = await store.db.monthlySum.findMany({ where: { issuerCik: "1", month: "2024-02" } });
    expect(sums).toEqual([
      {
        issuerCik: "1",
        month: "2024-02",
        transactionClass: "buy",
        planned: "unknown",
        rowCount: 1,
        value: 20000,
        unvalued: 0,
        leftOut: 1,
      },
    ]);
  });

  it("finds no difference when everything is derived again", async () => {
    const check = await checkLedger(store);
    expect(check.differences).toEqual([]);
    expect(check).toMatchObject({ issuers: 2, waiting: [] });
  });

  it("gives the same ledger for any order of the sources and any size of batch", async () => {
    const orders = fc.shuffledSubarray([...LEDGER_MARKET], { minLength: LEDGER_MARKET.length });
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 12 }), async (outcomes, batchSize) => {
        await emptyLedger(store);
        await ingestFilings(store, stream(outcomes), { now, batchSize });
        expect(await dumpLedger(store)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it("gives the same ledger whatever part came first, in a run of its own", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...LEDGER_MARKET]), async (first) => {
        await emptyLedger(store);
        await ingestFilings(store, stream(first), { now });
        await ingestFilings(store, stream([...LEDGER_MARKET].reverse()), { now });
        expect(await dumpLedger(store)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});
