import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SIGNAL_NAMES } from "@/lib/paths";
import { writeSample } from "@/lib/sample/write-sample";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { getData } from "@/lib/services/get-data";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { listTransactions } from "@/lib/services/list-transactions";
import { getMarket } from "@/lib/services/market/get-market";
import { getMarketBoards } from "@/lib/services/market/get-market-boards";
import { endOfDay } from "@/lib/services/parties/issuer-filings";
import { getSignals } from "@/lib/services/signals/get-signals";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";

const now = () => new Date("2026-01-02T03:04:05Z");

/** A ledger as of a day is the ledger that holds only what was public by then: two databases must say the same. */
describe.each(dialects())("the market as of a day on $name", (dialect) => {
  const databases: TestDatabase[] = [];
  const folder = mkdtempSync(join(tmpdir(), "as-of-market-"));
  let all: Store;
  let files: Map<string, string>;
  beforeAll(async () => {
    const out = join(folder, dialect.name);
    await writeSample({ out, filings: 320, issuers: 5, seed: 33, as: "submission" });
    files = new Map(
      readdirSync(join(out, "submissions"), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".txt"))
        .map((name) => [name.split(/[\\/]/).at(-1)?.replace(".txt", "") ?? "", join(out, "submissions", name)]),
    );
    all = await ledgerOf([...files.values()]);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const database of databases) await database.drop();
  });

  async function ledgerOf(paths: readonly string[]): Promise<Store> {
    const database = await dialect.create();
    databases.push(database);
    const store = await database.open();
    await ingestFilings(store, readForStore(paths, {}), { now });
    return store;
  }

  /** Days just before an amendment, and the middle of the history. */
  async function days(): Promise<string[]> {
    const replaced = await all.db.reportedRow.findMany({
      where: { supersededAt: { not: null } },
      orderBy: [{ supersededAt: "asc" }],
    });
    const before = replaced.map(({ supersededAt }) =>
      new Date(Date.parse(supersededAt ?? "") - 36 * 3_600_000).toISOString().slice(0, 10),
    );
    return [...new Set([before[Math.floor(before.length / 2)] ?? "", "2019-03-31"])].filter(Boolean);
  }

  it("says what a ledger of that day says: boards, months, signals, coverage and screener", async () => {
    for (const day of await days()) {
      const known = await all.db.filing.findMany({ where: { knownAt: { lte: endOfDay(day) } } });
      const then = await ledgerOf(known.map(({ id }) => files.get(id) ?? ""));
      expect(known.length).toBeGreaterThan(40);
      const { dataVersion: _a, asOf, firstMonth, ...past } = await getMarketBoards(all, day);
      const { dataVersion: _b, asOf: _now, firstMonth: _first, ...present } = await getMarketBoards(then);
      expect([asOf, firstMonth]).toEqual([day, null]);
      expect({ ...past, months: past.months.map(rounded) }).toEqual({
        ...present,
        months: present.months.map(rounded),
      });
      const { filings, counts, through } = await getMarket(all, day);
      const market = await getMarket(then);
      expect([filings, through]).toEqual([market.filings, market.through]);
      expect(counts).toEqual({ ...market.counts, failed: null });
      for (const board of SIGNAL_NAMES) {
        const [left, right] = [await getSignals(all, board, {}, { asOf: day }), await getSignals(then, board, {})];
        expect([board, day, left.rows]).toEqual([board, day, right.rows]);
      }
      const data = await getData(all, day);
      const { quarters, forms, sources } = await getData(then);
      expect({ quarters: data.quarters, forms: data.forms, sources: data.sources }).toEqual({
        quarters,
        forms,
        sources,
      });
      for (const search of ["", "code=S", "code=P&sort=value", "superseded=with&joint=all", "flagged=no&sort=delta"]) {
        const ask = (extra: string) =>
          readTransactionQuery(Object.fromEntries(new URLSearchParams(`${search}${extra}`))).query;
        const left = await listTransactions(all, ask(`&asof=${day}`));
        const right = await listTransactions(then, ask(""));
        expect([search, left.count, left.totals, left.months]).toEqual([
          search,
          right.count,
          right.totals,
          right.months,
        ]);
        expect([search, left.facets, left.notes]).toEqual([search, right.facets, []]);
        expect(left.rows).toEqual(right.rows);
      }
    }
  });

  it("knows nothing before the first filing", async () => {
    const boards = await getMarketBoards(all, "1999-01-01");
    expect([boards.purchases, boards.clusters, boards.months, boards.leftOut]).toEqual([[], [], [], 0]);
    expect((await getMarket(all, "1999-01-01")).counts).toEqual({ filings: 0, issuers: 0, insiders: 0, failed: null });
  });
});

function rounded<T extends object>(month: T): object {
  return Object.fromEntries(
    Object.entries(month).map(([name, value]) => [name, typeof value === "number" ? Number(value.toFixed(4)) : value]),
  );
}
