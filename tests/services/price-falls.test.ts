import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvText } from "@/lib/format/tables/csv";
import { screenTable } from "@/lib/format/tables/transaction-table";
import { PRESETS } from "@/lib/search-params/transactions/presets";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { exportTransactions, listTransactions } from "@/lib/services/list-transactions";
import { fallsAfter } from "@/lib/services/prices/falls-after";
import { importPrices } from "@/lib/services/prices/import-prices";
import { findRows } from "@/lib/services/screener/find-rows";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, option, type RowSpec, tx } from "@/tests/support/filing-builder";
import { source, stream } from "@/tests/support/ledger-market";

const options = { now: () => new Date("2026-01-02T03:04:05Z") };
const folder = mkdtempSync(join(tmpdir(), "insider-falls-"));
afterAll(() => rmSync(folder, { recursive: true }));

let number = 0;
const form = (issuer: string, filed: string, row: RowSpec, ticker = `FIC${issuer}`) => {
  number += 1;
  const id = `0000000009-24-${String(number).padStart(6, "0")}`;
  return documentOf({ id, issuer, ticker, filed, signed: filed, owners: [{ cik: "91", officer: true }], rows: [row] });
};

const gift = (day: string, shares: number) => tx("G", day, shares, 0, "D", 10_000 - shares);

/** Told apart by their shares. */
const FORMS = () => [
  form("1", "2024-03-05", gift("2024-03-01", 101)), // a Friday
  form("1", "2024-03-05", gift("2024-03-02", 102)), // the Saturday after
  form("1", "2024-03-07", gift("2024-03-05", 103)),
  form("1", "2024-03-07", gift("2024-02-20", 104)),
  form("1", "2024-03-05", tx("G", "2024-03-01", 105, 0, "A", 105)),
  form("1", "2024-03-05", tx("S", "2024-03-01", 106, 50, "D", 500)),
  form("1", "2024-03-05", option("G", "2024-03-01", 107, "D", 0)),
  form("2", "2024-03-05", gift("2024-03-01", 201)),
  form("3", "2024-03-05", gift("2024-03-01", 301)),
  form("4", "2024-03-05", gift("2024-03-01", 401), "FICB"),
  form("4", "2024-03-05", gift("2024-03-01", 402), "FICA"),
  form("4", "2024-03-05", gift("2024-03-01", 403), "FICC"),
];

const DAYS = ["2024-03-01", "2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11"];
const CLOSES: [cik: string, symbol: string, closes: number[]][] = [
  ["1", "FIC1", [50, 48, 47, 46, 46, 45, 44]],
  // A 2-for-1 split on 5 March that the file is not adjusted for.
  ["3", "FIC3", [50, 50, 25, 25, 25, 25, 25]],
  ["4", "FICA", [50, 40, 40, 40, 40, 30, 30]],
  ["4", "FICB", [50, 51, 52, 53, 54, 55, 56]],
];

describe.each(dialects())("rows before a fall on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    number = 0;
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, stream(FORMS().map((one, n) => source(`${n}.xml`, "submission", one))), options);
    await store.db.stockSplit.create({
      data: { issuerCik: "3", after: "2024-03-04", by: "2024-03-05", ratioTo: 2, ratioFor: 1 },
    });
  });
  afterAll(() => database.drop());

  const queryOf = (search: string) => readTransactionQuery(Object.fromEntries(new URLSearchParams(search))).query;
  const list = (search: string) => listTransactions(store, queryOf(search));
  const GIFTS = "code=G&direction=D";

  it("are not told of without prices, and the page says so", async () => {
    const view = await list(`${GIFTS}&fell=10&fellIn=5`);
    expect([view.hasPrices, view.count, view.isCapped, view.rows]).toEqual([false, 0, false, []]);
    expect(view.notes).toEqual([expect.stringContaining("insider prices import")]);
    // All gifts given away: 4 of Table I and 1 of Table II at issuer 1, one each at 2 and 3, three at 4.
    expect(view.fall).toEqual({
      atLeast: 10,
      days: 5,
      unknown: [{ reason: "no prices imported for the issuer", count: 10, isCapped: false }],
    });
    expect((await list(GIFTS)).fall).toBeNull();
  });

  it("are those after which the close stood so much lower, and the others are counted by reason", async () => {
    const lines = CLOSES.flatMap(([cik, symbol, closes]) =>
      closes.map((close, n) => `${cik},${symbol},${DAYS[n]},${close}`),
    );
    const path = join(folder, `${dialect.name}.csv`);
    writeFileSync(path, `cik,symbol,date,close\n${lines.join("\n")}\n`);
    await importPrices(store, path, options);
    const view = await list(`${GIFTS}&fell=10&fellIn=5`);
    const told = view.rows.map((row) => [row.shares, row.fall?.value]).sort();
    // Friday 1 March to Friday 8 March: 45 ÷ 50 − 1; FICA 30 ÷ 50 − 1. From Monday 48 to Monday 44 it is −8.3 %.
    expect(told).toEqual([
      [101, -0.1],
      [402, -0.4],
    ]);
    expect(view.rows.find((row) => row.shares === 101)?.fall).toEqual({
      symbol: "FIC1",
      days: 5,
      value: -0.1,
      from: { date: "2024-03-01", close: 50 },
      to: { date: "2024-03-08", close: 45 },
    });
    expect([view.count, view.isCapped, view.hasPrices, view.notes]).toEqual([2, false, true, []]);
    expect(view.fall?.unknown).toEqual(
      [
        "in Table II, or without a trade date",
        "no price on the day of the trade",
        "no prices imported for the issuer",
        "no prices of this class of shares",
        "prices end before",
        "prices not adjusted for a split",
      ].map((reason) => ({ reason, count: 1, isCapped: false })),
    );
  });

  it("count a weekend's gift from Monday's close", async () => {
    const view = await list(`${GIFTS}&fell=8&fellIn=5&issuer=1`);
    const saturday = view.rows.find((row) => row.shares === 102);
    // 44 ÷ 48 − 1.
    expect(saturday?.fall).toMatchObject({
      value: -0.083333,
      from: { date: "2024-03-04" },
      to: { date: "2024-03-11" },
    });
    expect((await list(`${GIFTS}&fell=8.34&fellIn=5&issuer=1`)).rows.map((row) => row.shares)).toEqual([101]);
    // One day on: 48 ÷ 50 − 1 = −4 %, 47 ÷ 48 − 1 = −2.1 %, 46 ÷ 47 − 1 = −2.1 %.
    const nextDay = await list(`${GIFTS}&fell=2&fellIn=1&issuer=1`);
    expect(nextDay.rows.map((row) => [row.shares, row.fall?.value]).sort()).toEqual([
      [101, -0.04],
      [102, -0.020833],
      [103, -0.021277],
    ]);
  });

  it("have facets, totals and months of the same rows", async () => {
    const view = await list("direction=D&table=1&fell=8&fellIn=5");
    expect(view.rows.map((row) => row.shares).sort()).toEqual([101, 102, 106, 402]);
    const codes = view.facets.find(({ name }) => name === "code");
    expect(codes?.options.filter(({ count }) => count > 0)).toEqual([
      { value: "S", count: 1 },
      { value: "G", count: 3 },
    ]);
    expect([view.totals.sales, view.totals.saleRows]).toEqual([5300, 1]);
    const gifts = await list(`${GIFTS}&table=1&fell=8&fellIn=5`);
    expect(gifts.facets.find(({ name }) => name === "code")).toEqual(codes);
    expect(gifts.totals.leftOut).toEqual([{ reason: "neither code P nor code S", count: 3 }]);
  });

  it("sort, turn pages and export like all rows", async () => {
    const sorted = await list(`${GIFTS}&fell=8&fellIn=5&sort=shares`);
    expect(sorted.rows.map((row) => row.shares)).toEqual([402, 102, 101]);
    const limits = { rows: 8, lookedAt: 100_000 };
    const few = await listTransactions(store, queryOf("table=1&fell=8&fellIn=5"), limits);
    expect([few.isCapped, few.reach.lookedAt]).toEqual([true, 8]);
    expect(few.notes).toEqual([expect.stringContaining("among the 8 rows first found")]);
    const { rows } = await exportTransactions(store, queryOf(`${GIFTS}&fell=10&fellIn=5&issuer=1`));
    const table = screenTable(rows);
    const cells = Object.fromEntries(table.headings.map((heading, n) => [heading, table.rows[0]?.[n]]));
    expect(cells).toMatchObject({ fall_from: "2024-03-01", fall_to: "2024-03-08", fall_days: 5, fall_return: -0.1 });
    expect(csvText(table.headings, table.rows)).toContain("2024-03-01,2024-03-08,5,-0.1");
  });

  it("use no close of a later day than the page's", async () => {
    const view = await list(`${GIFTS}&issuer=1&fell=2&fellIn=1&asof=2024-03-05`);
    // Known by then: the gifts of the 1st and 2nd. 47 ÷ 48 − 1 ends on the 5th.
    expect(view.rows.map((row) => [row.shares, row.fall?.value]).sort()).toEqual([
      [101, -0.04],
      [102, -0.020833],
    ]);
    const five = await list(`${GIFTS}&table=1&issuer=1&fell=2&fellIn=5&asof=2024-03-05`);
    expect([five.rows, five.fall?.unknown]).toEqual([[], [{ reason: "prices end before", count: 2, isCapped: false }]]);
  });

  it("never take the close of another class, whose prices begin later or are told with other rows", async () => {
    const path = join(folder, `${dialect.name}-later.csv`);
    const prices = DAYS.map((day, n) => `2,FIC2,${day},${[50, 40, 40, 40, 40, 40, 40][n]}`);
    writeFileSync(path, `cik,symbol,date,close\n${prices.join("\n")}\n2,FICZ,2025-03-03,10\n`);
    await importPrices(store, path, options);
    // 40 ÷ 50 − 1.
    expect((await list(`${GIFTS}&issuer=2&fell=10&fellIn=1`)).rows.map((row) => row.fall?.value)).toEqual([-0.2]);
    await ingestFilings(
      store,
      stream([source("z.xml", "submission", form("2", "2024-03-05", gift("2024-03-01", 202), "FICZ"))]),
      options,
    );
    const view = await list(`${GIFTS}&issuer=2&fell=10&fellIn=1`);
    expect(view.rows.map((row) => row.shares)).toEqual([201]);
    expect(view.fall?.unknown).toEqual([{ reason: "no prices of this class of shares", count: 1, isCapped: false }]);
  });

  it("counts a fall of just so much, whatever the double of it", async () => {
    const path = join(folder, `${dialect.name}-just.csv`);
    // 989 ÷ 1000 − 1 = −1.1 %; 1.1 ÷ 100 is a hair more than 0.011 as doubles.
    writeFileSync(path, `cik,symbol,date,close\n3,FIC3,2024-03-01,1000\n3,FIC3,2024-03-04,989\n`);
    await importPrices(store, path, options);
    expect((await list(`${GIFTS}&issuer=3&fell=1.1&fellIn=1`)).rows.map((row) => row.fall?.value)).toEqual([-0.011]);
  });

  it("are not looked for beyond a bound, and counted as such", async () => {
    const { rows } = await findRows(store, [{ isPriced: true }, { column: "code", in: ["G"] }], {
      rows: 100,
      lookedAt: 1000,
    });
    const { matched, unknown } = await fallsAfter(store, rows, { atLeast: 10, days: 5 }, { asOf: null, most: -1 });
    expect(matched.size).toBe(0);
    expect([...unknown]).toEqual([["not looked at: too many issuers at once, narrow the filter", rows.length]]);
  });
});

describe("the address of a fall", () => {
  const read = (search: string) => readTransactionQuery(Object.fromEntries(new URLSearchParams(search)));

  it("takes either part for the other's usual one", () => {
    expect(read("fell=15").query.fall).toEqual({ atLeast: 15, days: 126 });
    expect(read("fellIn=21").query.fall).toEqual({ atLeast: 10, days: 21 });
    expect(read("").query.fall).toBeNull();
  });

  it.each(["fell=0", "fell=-10", "fell=101", "fell=much", "fellIn=7"])("leaves out %s and says so", (search) => {
    const { query, unread } = read(search);
    expect([query.fall, unread]).toEqual([null, [search]]);
  });

  it("is the preset's own, which needs prices", () => {
    const preset = PRESETS.find(({ label }) => label === "Gifts before a fall");
    expect(preset?.needsPrices).toBe(true);
    const { query, unread } = read(preset?.search ?? "");
    expect([query.fall, query.choices, unread]).toEqual([
      { atLeast: 10, days: 126 },
      { code: ["G"], direction: ["D"], table: ["1"] },
      [],
    ]);
  });
});
