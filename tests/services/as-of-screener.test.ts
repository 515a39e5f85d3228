import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSample } from "@/lib/sample/write-sample";
import { asOfInstant } from "@/lib/search-params/transactions/conditions";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { exportTransactions, listTransactions } from "@/lib/services/list-transactions";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";

const now = () => new Date("2026-01-02T03:04:05Z");
const DAYS = ["2009-06-30", "2014-03-31", "2018-12-31", "2022-07-15", "2025-01-31"];

describe.each(dialects())("the screener as of a day on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  let replacedDays: string[];
  const folder = mkdtempSync(join(tmpdir(), "as-of-screener-"));
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    const out = join(folder, dialect.name);
    await writeSample({ out, filings: 400, issuers: 5, seed: 21, as: "submission" });
    await ingestFilings(store, readForStore([join(out, "submissions")], {}), { now });
    const rows = await store.db.reportedRow.findMany({ where: { supersededAt: { not: null } } });
    // The days before an amendment: rows that are gone by now were in force.
    replacedDays = [...new Set(rows.map((row) => String(row.supersededAt).slice(0, 10)))]
      .sort()
      .filter((_, n) => n % 2 === 0)
      .map((day) => new Date(Date.parse(`${day}T12:00:00Z`) - 2 * 86_400_000).toISOString().slice(0, 10));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const ask = (search: string) => readTransactionQuery(Object.fromEntries(new URLSearchParams(search))).query;
  const address = (row: { filingId: string; anchor: string }) => `${row.filingId}#${row.anchor}`;

  it("has days on which rows were in force that an amendment has replaced since", () => {
    expect(replacedDays.length).toBeGreaterThan(2);
  });

  it("shows the rows of the issuers' pages at that day, with the same totals, flags, ΔOwn and months", async () => {
    const issuers = await store.db.issuer.findMany();
    let shown = 0;
    for (const day of [...DAYS, ...replacedDays]) {
      for (const { cik } of issuers) {
        const page = await getIssuer(store, { cik, codes: [], asOf: day });
        const search = `issuer=${cik}&superseded=with&joint=all&asof=${day}`;
        const view = await listTransactions(store, ask(search));
        const { rows } = await exportTransactions(store, ask(search));
        const [left, right] = [rows, page?.rows ?? []].map((of) =>
          [...of].sort((a, b) => (address(a) < address(b) ? -1 : 1)),
        );
        const told = (row: (typeof rows)[number] | NonNullable<typeof page>["rows"][number]) => [
          address(row),
          row.value,
          row.supersededBy,
          row.supersededAt,
        ];
        expect([day, cik, left?.map(told)]).toEqual([day, cik, right?.map(told)]);
        shown += rows.length;
        const sums = [page?.totals.buys.value, page?.totals.sales.value, page?.totals.net.value];
        expect([day, cik, view.totals.buys, view.totals.sales, view.totals.net]).toEqual([day, cik, ...sums]);
        expect(view.months).toEqual(page?.months);
        expect([view.asOf, view.params.asof]).toEqual([day, day]);
      }
    }
    expect(shown).toBeGreaterThan(1_000);
  });

  it("has nothing of what was not known yet, in no number", async () => {
    const view = await listTransactions(store, ask("superseded=with&joint=all&asof=2018-12-31"));
    const all = await listTransactions(store, ask("superseded=with&joint=all"));
    expect(view.count).toBeGreaterThan(0);
    expect(view.count).toBeLessThan(all.count);
    const { rows } = await exportTransactions(store, ask("superseded=with&joint=all&asof=2018-12-31"));
    expect(rows.filter((row) => row.knownAt === null || row.knownAt > "2019-01-01T05:00:00.000Z")).toEqual([]);
    expect(rows).toHaveLength(view.count);
    expect(view.months.every(({ month }) => month <= "2018-12")).toBe(true);
  });

  it("keeps rows that were replaced later, and drops those replaced by then", async () => {
    const found: number[] = [];
    const stored: number[] = [];
    for (const day of replacedDays) {
      const rows = (await exportTransactions(store, ask(`asof=${day}&joint=all`))).rows;
      const replaced = (await exportTransactions(store, ask(`asof=${day}&joint=all&superseded=only`))).rows;
      const both = (await exportTransactions(store, ask(`asof=${day}&joint=all&superseded=with`))).rows;
      expect(rows.every((row) => row.supersededBy === null)).toBe(true);
      expect(replaced.map((row) => row.supersededBy)).not.toContain(null);
      expect([...rows, ...replaced].map(address).sort()).toEqual(both.map(address).sort());
      const by = asOfInstant(day);
      found.push(replaced.length);
      stored.push(
        await store.db.reportedRow.count({ where: { kind: "transaction", supersededAt: { not: null, lte: by } } }),
      );
    }
    expect(found).toEqual(stored);
    expect(found[0]).toBe(0);
    expect(found.at(-1)).toBeGreaterThan(found[1] ?? 0);
  });
});
