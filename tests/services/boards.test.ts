import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSample } from "@/lib/sample/write-sample";
import { readSignalQuery } from "@/lib/search-params/signals";
import { getData } from "@/lib/services/get-data";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { getMarketBoards } from "@/lib/services/market/get-market-boards";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { getSignals } from "@/lib/services/signals/get-signals";
import type { MonthView } from "@/lib/services/views/shapes/activity";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

const now = () => new Date("2026-01-02T03:04:05Z");

describe.each(dialects())("the boards on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  const folder = mkdtempSync(join(tmpdir(), "boards-"));
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), { now });
    const out = join(folder, dialect.name);
    await writeSample({ out, filings: 320, issuers: 6, seed: 7, as: "submission" });
    await ingestFilings(store, readForStore([join(out, "submissions")], {}), { now });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const board = (name: Parameters<typeof getSignals>[1], search = "") =>
    getSignals(store, name, readSignalQuery(name, Object.fromEntries(new URLSearchParams(search))).query);

  it("say why the seed filing's episode and plan are there", async () => {
    const [episode] = (await board("exercise-and-sell", "issuer=QLYS")).rows;
    expect(episode?.reason).toBe(
      "Option exercise: 2,000 exercised, 2,000 sold, 0 % kept that day; at $76.3754 on average, exercise cost $74,560.00, spread +$78,190.75.",
    );
    expect([episode?.figure, episode?.date, episode?.evidence.length]).toEqual([152750.7458, "2018-12-10", 5]);
    const [plan] = (await board("plans", "issuer=QLYS")).rows;
    expect(plan?.reason).toBe(
      "Adopted 17 May 2018, first trade 207 days later; single trade so far, sold $152,750.75. Waiting period: rule did not apply.",
    );
    expect([plan?.figure, plan?.insiders]).toEqual([152750.7458, [{ cik: "1254781", name: "POSEY BRUCE K" }]]);
  });

  it("narrow by their parameters", async () => {
    const all = (await board("clusters")).rows;
    expect(all.length).toBeGreaterThan(0);
    const most = Math.max(...all.map((row) => row.figure ?? 0));
    expect((await board("clusters", `value=${most}`)).rows.map((row) => row.figure)).toEqual([most]);
    expect((await board("clusters", `value=${most + 1}`)).rows).toEqual([]);
    const sides = [await board("clusters", "side=buy"), await board("clusters", "side=sale")];
    expect(sides.map((view) => view.rows.length).reduce((a, b) => a + b)).toBe(all.length);
    const late = (await board("late")).rows;
    const days = late.map((row) => row.figure ?? 0).sort((a, b) => b - a);
    const latest = days.filter((count) => count === days[0]);
    expect((await board("late", `days=${days[0]}`)).rows.map((row) => row.figure)).toEqual(latest);
    expect((await board("plans", "issuer=NOSUCH")).rows).toEqual([]);
  });

  it("tell what of the URL is less than what is stored", () => {
    expect(readSignalQuery("clusters", { persons: "2", value: "50000", side: "buy", from: "2020-13-01" })).toEqual({
      query: { side: "buy" },
      unread: ["persons=2", "value=50000", "from=2020-13-01"],
    });
  });

  it("lead to rows that exist", async () => {
    for (const name of ["clusters", "exercise-and-sell", "plans", "short-swing", "ledger"] as const) {
      for (const { evidence } of (await board(name)).rows) {
        expect(evidence.length).toBeGreaterThan(0);
        for (const { filingId, anchor } of evidence) {
          expect(await store.db.reportedRow.count({ where: { filingId, anchor } })).toBe(1);
        }
      }
    }
  });

  it("draw the months that the issuers' pages add up to", async () => {
    const { months, purchases, unplannedSales } = await getMarketBoards(store);
    const pages: MonthView[] = [];
    for (const { cik } of await store.db.issuer.findMany()) {
      pages.push(...((await getIssuer(store, { cik, codes: [] }))?.months ?? []));
    }
    type Part = "buys" | "sales" | "plannedBuys" | "plannedSales" | "transactions" | "unvalued";
    const sum = (of: readonly MonthView[], part: Part) => of.reduce((total, month) => total + (month[part] ?? 0), 0);
    for (const month of months) {
      const same = pages.filter((page) => page.month === month.month);
      for (const part of ["buys", "sales", "plannedBuys", "plannedSales", "transactions", "unvalued"] as const) {
        expect([month.month, part, month[part]]).toEqual([month.month, part, expect.closeTo(sum(same, part), 4)]);
      }
    }
    expect(months.find((month) => month.month === "2018-12")?.plannedSales).toBeGreaterThanOrEqual(152750.7458);
    for (const rows of [purchases, unplannedSales]) {
      const figures = rows.map((row) => row.figure ?? 0);
      expect(figures).toEqual([...figures].sort((a, b) => b - a));
    }
  });

  it("put a filing's rows of one day into one row of the largest trades, and add all of them", async () => {
    const counted = { tableNumber: 1, value: { gt: 0 }, flag: null, countedAs: null, supersededBy: null } as const;
    const parts = await store.db.reportedRow.groupBy({
      by: ["filingId", "tradeDate", "knownAt"],
      where: { ...counted, OR: [{ code: "P" }, { code: "S", planned: false }] },
      having: { filingId: { _count: { gt: 1 } } },
      orderBy: { filingId: "asc" },
    });
    const { purchases, unplannedSales } = await getMarketBoards(store, parts[0]?.knownAt?.slice(0, 10));
    const rows = [...purchases, ...unplannedSales];
    expect(new Set(rows.map((row) => `${row.evidence[0]?.filingId} ${row.date}`)).size).toBe(rows.length);
    expect(rows.some((row) => row.evidence.length > 1)).toBe(true);
    for (const { evidence, figure, date } of rows) {
      const own = await store.db.reportedRow.findMany({ where: { filingId: evidence[0]?.filingId ?? "" } });
      const cited = own.filter((row) => evidence.some(({ anchor }) => anchor === row.anchor));
      expect(cited.map((row) => row.tradeDate)).toEqual(evidence.map(() => date));
      expect(figure).toBeCloseTo(
        cited.reduce((sum, row) => sum + (row.value ?? 0), 0),
        4,
      );
    }
  });

  it("count every filing in a quarter, a form and a source", async () => {
    const data = await getData(store);
    const total = await store.db.filing.count();
    expect(data.counts.filings).toBe(total);
    const sum = (of: readonly { filings: number }[]) => of.reduce((count, one) => count + one.filings, 0);
    expect([sum(data.quarters), sum(data.sources)]).toEqual([total, total]);
    expect(data.sources.find((source) => source.format === "text")).toEqual({
      format: "text",
      filings: 1,
      rows: 5,
      undated: 1,
    });
    const byForm = data.quarters.flatMap((quarter) => Object.values(quarter.byForm)).reduce((a, b) => a + b);
    expect(byForm).toBe(total);
    expect(data.quarters.reduce((count, quarter) => count + quarter.rows, 0)).toBe(await store.db.reportedRow.count());
  });
});
