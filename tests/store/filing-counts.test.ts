import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import type { Store } from "@/lib/store/client";
import { countFilings, countFilingsByMonth, type FilingCount } from "@/lib/store/coverage/read-coverage";
import { migrate } from "@/lib/store/migrate";
import { readCounts } from "@/lib/store/read-market";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { LEDGER_MARKET, stream } from "@/tests/support/ledger-market";

const now = () => new Date("2026-01-02T03:04:05Z");
const MIGRATION = "20261123100000_filing_counts";

/** The same, filing by filing. */
async function recount({ db }: Store, until: string | null = null): Promise<FilingCount[]> {
  const groups = new Map<string, FilingCount>();
  for (const filing of await db.filing.findMany()) {
    if (until !== null && (filing.knownAt === null || filing.knownAt > until)) continue;
    const month = (filing.filingDate ?? filing.knownAt)?.slice(0, 7) ?? null;
    const { documentType, format } = filing;
    const key = JSON.stringify([month, documentType, format]);
    const group = groups.get(key) ?? { month, documentType, format, filings: 0, rows: 0, dated: 0 };
    groups.set(key, group);
    group.filings += 1;
    group.rows += filing.rowCount;
    if (filing.filingDate !== null) group.dated += 1;
  }
  return [...groups.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ month, documentType, format }: FilingCount): string {
  return `${month ?? ""} ${documentType} ${format}`;
}

async function counts(store: Store, until: string | null = null): Promise<FilingCount[]> {
  return (await countFilingsByMonth(store, until)).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const plain = {
  documentType: "4",
  issuerCik: "9",
  documentHash: "",
  recordsHash: "",
  format: "xml",
  rowCount: 3,
  warningCount: 0,
  lateness: "on time",
};

describe.each(dialects())("counts of filings on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
  });
  afterAll(() => database.drop());

  it("follow each source as it arrives: one that dates a filing moves it to another month's count", async () => {
    for (const outcome of LEDGER_MARKET) {
      await ingestFilings(store, stream([outcome]), { now });
      expect(await counts(store)).toEqual(await recount(store));
    }
    const stored = await counts(store);
    expect(stored.map(({ filings }) => filings).reduce((a, b) => a + b)).toBe(8);
    expect(stored).toContainEqual({
      month: "2024-03",
      documentType: "4/A",
      format: expect.any(String),
      filings: 2,
      rows: 2,
      dated: 2,
    });
    expect((await checkLedger(store)).differences).toEqual([]);
  });

  it("tell of any instant what was known by then, to the second", async () => {
    const filings = await store.db.filing.findMany();
    const instants = filings.flatMap(({ knownAt }) => knownAt ?? []);
    for (const instant of [...instants, ...instants.map((of) => `${of.slice(0, 7)}-01T00:00:00.000Z`), "1999-12-31"]) {
      const expected = await recount(store, instant);
      expect([instant, await counts(store, instant)]).toEqual([instant, expected]);
      const filings = expected.reduce((sum, one) => sum + one.filings, 0);
      expect(await countFilings(store, instant)).toBe(filings);
      expect((await readCounts(store, instant)).filings).toBe(filings);
    }
    expect((await readCounts(store)).filings).toBe(8);
  });

  it("are found out by the check where they are wrong", async () => {
    const [of] = await store.db.filingCount.findMany({ where: { documentType: "4/A" } });
    if (of === undefined) throw new Error("No amendment is counted.");
    const { knownMonth, month, documentType, format, filings, rows, dated } = of;
    const key = { knownMonth_month_documentType_format: { knownMonth, month, documentType, format } };
    await store.db.filingCount.update({ where: key, data: { filings: filings + 1 } });
    const record = (n: number) => JSON.stringify([knownMonth, month, documentType, format, n, rows, dated]);
    expect((await checkLedger(store)).differences).toEqual([
      { table: "FilingCount", cik: "", kind: "missing", record: record(filings) },
      { table: "FilingCount", cik: "", kind: "unexpected", record: record(filings + 1) },
    ]);
    await store.db.filingCount.update({ where: key, data: { filings } });
  });

  it("are made from what an older version stored, filings that nothing dates among them", async () => {
    await store.db.filing.createMany({
      data: [
        { ...plain, id: "a", filingDate: "2005-02-01", knownAt: "2005-02-02T03:00:00.000Z" },
        { ...plain, id: "b", filingDate: "2005-01-31", knownAt: "2005-02-01T03:00:00.000Z" },
        { ...plain, id: "c", filingDate: null, knownAt: "2005-02-01T03:00:00.000Z" },
        { ...plain, id: "d", filingDate: null, knownAt: null },
        { ...plain, id: "e", filingDate: "2005-03-01", knownAt: null },
      ],
    });
    await store.db.$executeRawUnsafe(`DROP TABLE "FilingCount"`);
    await store.db.$executeRawUnsafe(`DELETE FROM "_prisma_migrations" WHERE "migration_name" = '${MIGRATION}'`);
    expect(await migrate(database.url)).toEqual([MIGRATION]);
    const stored = await counts(store);
    expect(stored).toEqual(await recount(store));
    const of = { documentType: "4", format: "xml", filings: 1, rows: 3 };
    expect(stored.filter(({ month }) => month === null || month < "2006")).toEqual([
      { ...of, month: null, dated: 0 },
      { ...of, month: "2005-01", dated: 1 },
      { ...of, month: "2005-02", filings: 2, rows: 6, dated: 1 },
      { ...of, month: "2005-03", dated: 1 },
    ]);
    // The month of the instant is read filing by filing; what nobody knows the time of is no earlier day's.
    expect(await counts(store, "2005-02-01T04:59:59.999Z")).toEqual([
      ...(await recount(store, "2004-12-31")),
      { ...of, month: "2005-01", dated: 1 },
      { ...of, month: "2005-02", dated: 0 },
    ]);
  });
});
