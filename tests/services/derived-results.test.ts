import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, tx } from "@/tests/support/filing-builder";
import { source, stream } from "@/tests/support/ledger-market";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

const now = () => new Date("2026-01-02T03:04:05Z");

const buy = (n: number, owner: string, day: string, shares: number, price: number) =>
  source(
    `buy-${n}.txt`,
    "submission",
    documentOf({
      id: `0000000009-24-00000${n}`,
      issuer: "9",
      filed: day,
      signed: day,
      owners: [{ cik: owner, officer: true }],
      rows: [tx("P", day, shares, price, "A", shares * 3)],
    }),
  );

describe.each(dialects())("what is derived on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), { now });
  });
  afterAll(() => database.drop());

  it("is the seed filing's episode", async () => {
    const [episode, ...others] = await store.db.episode.findMany();
    expect(others).toEqual([]);
    expect(episode).toMatchObject({
      issuerCik: "1107843",
      ownerKey: "1254781",
      date: "2018-12-10",
      type: "option-exercise",
      outcome: "sale",
      exercised: 2000,
      sold: 2000,
      withheld: 0,
      returned: 0,
      kept: 0,
      cost: 74560,
      matchedShares: 2000,
      proceeds: 152750.7458,
      spread: 78190.7458,
      retention0: 0,
      knownAt: "2018-12-12T03:00:00.000Z",
    });
    expect(JSON.parse(episode?.rows ?? "[]")).toHaveLength(5);
  });

  it("is the seed filing's plan, 207 days after its adoption", async () => {
    expect(await store.db.plan.findMany()).toMatchObject([
      {
        adoptionDate: "2018-05-17",
        adoptionPrecision: "day",
        firstTrade: "2018-12-10",
        daysMin: 207,
        daysMax: 207,
        waitingOutcome: "rule did not apply",
        tradeCount: 3,
        buyValue: 0,
        saleValue: 152750.7458,
        singleTrade: true,
      },
    ]);
  });

  it("is a month of planned sales beside an exercise", async () => {
    const sums = await store.db.monthlySum.findMany({ orderBy: { transactionClass: "asc" } });
    expect(sums.map((sum) => [sum.month, sum.transactionClass, sum.planned, sum.rowCount, sum.value])).toEqual([
      ["2018-12", "exercise", "yes", 1, 74560],
      ["2018-12", "sale", "yes", 3, 152750.7458],
    ]);
  });

  it("is the change of holding of each row, over the balance before it", async () => {
    const rows = await store.db.reportedRow.findMany({ where: { tableNumber: 1 }, orderBy: { position: "asc" } });
    // 2,000 / 57,442; −782 / 59,442; −1,018 / 58,660; −200 / 57,642.
    expect(rows.map((row) => row.deltaOwn)).toEqual([0.034818, -0.013156, -0.017354, -0.00347]);
  });

  it("is a cluster of three persons and the flag of a price that is a total", async () => {
    const market = [
      buy(1, "91", "2024-05-01", 2000, 20),
      buy(2, "92", "2024-05-02", 2000, 20.5),
      buy(3, "93", "2024-05-08", 2000, 21),
      buy(4, "94", "2024-05-02", 500, 10250),
    ];
    await ingestFilings(store, stream(market), { now });
    expect(await store.db.cluster.findMany()).toMatchObject([
      {
        issuerCik: "9",
        side: "buy",
        fromDate: "2024-05-01",
        toDate: "2024-05-08",
        personCount: 3,
        value: 123000,
        visibleAt: "2024-05-08T22:00:00.000Z",
        visibleBy: "0000000009-24-000003",
        persons: '["91","92","93"]',
      },
    ]);
    const flagged = await store.db.reportedRow.findMany({ where: { flag: { not: null } } });
    expect(flagged.map((row) => [row.filingId, row.flag])).toEqual([["0000000009-24-000004", "price is a total"]]);
    expect(await store.db.rowFlag.findMany()).toMatchObject([
      { filingId: "0000000009-24-000004", anchor: "t1-tx1", flag: "price is a total", leavesTotals: true },
    ]);
    expect(await store.db.monthlySum.findMany({ where: { issuerCik: "9" } })).toMatchObject([
      { month: "2024-05", transactionClass: "buy", rowCount: 3, value: 123000, leftOut: 1 },
    ]);
  });

  it("is found out of date by the check, to the record", async () => {
    await store.db.episode.updateMany({ data: { sold: 1 } });
    await store.db.reportedRow.deleteMany({ where: { anchor: "t1-tx2" } });
    await store.db.insider.updateMany({ where: { cik: "91" }, data: { filingCount: 7 } });
    await store.db.filingSource.updateMany({ where: { file: "buy-2.txt" }, data: { hash: "0000000000000000" } });
    const { differences } = await checkLedger(store);
    expect(differences.map(({ table, kind }) => `${table} ${kind}`).sort()).toEqual([
      "Episode missing",
      "Episode unexpected",
      "Filing missing",
      "Filing unexpected",
      "FilingSource damaged",
      "Insider missing",
      "Insider unexpected",
      "ReportedRow missing",
    ]);
  });
});
