import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IngestSummary, ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import type { IdentityOptions } from "@/lib/sources/identity/identity-options";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { dumpLedger } from "@/tests/support/ledger-dump";
import { SEED_IDENTITY, SEED_TEXT, SEED_XML } from "@/tests/support/seed";

const now = () => new Date("2026-01-02T03:04:05Z");

describe.each(dialects())("ingesting the seed filing into $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await dialect.create();
    store = await database.open();
  });
  afterEach(() => database.drop());

  const ingest = (path: string, identity: IdentityOptions = SEED_IDENTITY): Promise<IngestSummary> =>
    ingestFilings(store, readForStore([path], identity), { now });

  it("stores it once, and again changes nothing", async () => {
    expect(await ingest(SEED_TEXT)).toMatchObject({ created: 1, replaced: 0, unchanged: 0, failed: 0 });
    const before = await dumpLedger(store);
    expect(await ingest(SEED_TEXT)).toMatchObject({ created: 0, replaced: 0, unchanged: 1, failed: 0 });
    expect(await dumpLedger(store)).toEqual(before);
  });

  it("stores each row with its typed values and its plan status", async () => {
    await ingest(SEED_TEXT);
    const rows = await store.db.reportedRow.findMany({ orderBy: { position: "asc" } });
    expect(
      rows.map((row) => [row.anchor, row.code, row.shares, row.price, row.value, row.sharesAfter, row.planned]),
    ).toEqual([
      ["t1-tx1", "M", 2000, 37.28, 74560, 59442, true],
      ["t1-tx2", "S", 782, 75.5351, 59068.4482, 58660, true],
      ["t1-tx3", "S", 1018, 76.7832, 78165.2976, 57642, true],
      ["t1-tx4", "S", 200, 77.585, 15517, 57442, true],
      ["t2-tx1", "M", 2000, 0, 0, 15000, true],
    ]);
    expect(new Set(rows.map((row) => `${row.planBasis} ${row.planFootnoteId}`))).toEqual(new Set(["row footnote F1"]));
    const filing = await store.db.filing.findFirstOrThrow();
    expect(filing).toMatchObject({
      accession: null,
      filingDate: null,
      acceptedAt: null,
      knownAt: "2018-12-12T03:00:00.000Z",
      knownAtBasis: "signature-date",
      issuerCik: "1107843",
      lateness: "not assessed",
    });
  });

  it("gives the text and the XML one filing, in either order", async () => {
    await ingest(SEED_TEXT);
    await ingest(SEED_XML);
    const textFirst = await dumpLedger(store);
    const other = await dialect.create();
    const second = await other.open();
    for (const path of [SEED_XML, SEED_TEXT]) await ingestFilings(second, readForStore([path], SEED_IDENTITY), { now });
    expect(await dumpLedger(second)).toEqual(textFirst);
    expect(textFirst.Filing).toHaveLength(1);
    expect(textFirst.FilingSource).toHaveLength(2);
    await other.drop();
  });

  it("lets a source with an accession take the place of the filing without, in either order", async () => {
    const named = { ...SEED_IDENTITY, accession: "0001209191-18-062222" };
    await ingest(SEED_TEXT);
    const docId = (await store.db.filing.findFirstOrThrow()).id;
    expect(await ingest(SEED_XML, named)).toMatchObject({ created: 0, replaced: 1 });
    const textFirst = await dumpLedger(store);
    expect(textFirst.Filing).toHaveLength(1);
    expect(await store.db.filingAlias.findMany()).toEqual([{ alias: docId, filingId: "0001209191-18-062222" }]);
    const other = await dialect.create();
    const second = await other.open();
    await ingestFilings(second, readForStore([SEED_XML], named), { now });
    await ingestFilings(second, readForStore([SEED_TEXT], SEED_IDENTITY), { now });
    expect(await dumpLedger(second)).toEqual(textFirst);
    await other.drop();
  });

  it("stores nothing of a text whose parties are not identified, and says which options are missing", async () => {
    expect(await ingest(SEED_TEXT, {})).toMatchObject({ created: 0, failed: 1, reasons: { "identity-missing": 1 } });
    expect(await store.db.filing.count()).toBe(0);
    const [failure] = await store.db.failedDocument.findMany();
    expect(failure?.message).toContain("--issuer-cik");
    expect(failure?.message).toContain("--owner-cik");
    expect(await ingest(SEED_TEXT)).toMatchObject({ created: 1, failed: 0 });
    expect(await store.db.failedDocument.count()).toBe(0);
  });
});
