import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvText } from "@/lib/format/tables/csv";
import { screenTable } from "@/lib/format/tables/transaction-table";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { getFiling } from "@/lib/services/get-filing";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { exportTransactions, listTransactions } from "@/lib/services/list-transactions";
import { getInsider } from "@/lib/services/parties/get-insider";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { importPrices } from "@/lib/services/prices/import-prices";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

const QUALYS = "1107843";
const POSEY = "1254781";
const options = { now: () => new Date("2026-01-02T03:04:05Z") };
const folder = mkdtempSync(join(tmpdir(), "insider-price-views-"));
afterAll(() => rmSync(folder, { recursive: true }));

// The seed filing was signed on 11 December 2018: public at 22:00 that day (estimated), so 12 December's close is the first.
const CLOSES = [
  ["2018-12-07", 70],
  ["2018-12-10", 76],
  ["2018-12-11", 78],
  ["2018-12-12", 80],
  ["2018-12-13", 82],
  ["2018-12-14", 79],
  ["2018-12-17", 78],
  ["2018-12-18", 77],
  ["2018-12-19", 74],
] as const;

describe.each(dialects())("imported prices on the pages from $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), options);
  });
  afterAll(() => database.drop());

  const issuerAsOf = async (asOf: string | null) => {
    const view = await getIssuer(store, { cik: QUALYS, codes: [], asOf });
    if (view === null) throw new Error("no issuer");
    return view;
  };

  it("are absent where none were imported", async () => {
    const view = await issuerAsOf(null);
    expect(view.rows.map((row) => "returns" in row)).toEqual([false, false, false, false, false]);
    expect(["prices" in view, "pricesNote" in view]).toEqual([false, false]);
    const filing = await getFiling(store, view.filings[0]?.id ?? "");
    expect(filing && "returns" in filing.view).toBe(false);
  });

  it("give each sale its returns, and the timeline its closes, alike on every page", async () => {
    const path = join(folder, "closes.csv");
    writeFileSync(path, `symbol,date,close\n${CLOSES.map(([date, close]) => `QLYS,${date},${close}`).join("\n")}\n`);
    await importPrices(store, path, options);
    const view = await issuerAsOf(null);
    const returns = {
      symbol: "QLYS",
      from: { date: "2018-12-12", close: 80 },
      isEstimated: true,
      after: [
        // 82 ÷ 80 − 1, and 74 ÷ 80 − 1.
        { days: 1, value: 0.025, to: { date: "2018-12-13", close: 82 }, reason: null },
        { days: 5, value: -0.075, to: { date: "2018-12-19", close: 74 }, reason: null },
        { days: 21, value: null, to: null, reason: "prices end before" },
        { days: 126, value: null, to: null, reason: "prices end before" },
      ],
    };
    // Rows of the issuer page: one exercise in each table, three sales.
    expect(view.rows.map((row) => [row.anchor, row.returns])).toEqual([
      ["t1-tx1", undefined],
      ["t1-tx2", returns],
      ["t1-tx3", returns],
      ["t1-tx4", returns],
      ["t2-tx1", undefined],
    ]);
    const insider = await getInsider(store, { cik: POSEY });
    expect(insider?.rows.map((row) => row.returns)).toEqual(view.rows.map((row) => row.returns));
    const filing = await getFiling(store, view.filings[0]?.id ?? "");
    expect(filing?.view.returns).toEqual(returns);
    expect(filing?.view.rows.filter((row) => row.returns !== undefined).map((row) => row.anchor)).toEqual([
      "t1-tx2",
      "t1-tx3",
      "t1-tx4",
    ]);
    // From the first trade, 10 December, on.
    expect(view.prices).toEqual(CLOSES.slice(1).map(([date, close]) => ({ date, close })));
    expect(view.pricesNote).toBe("Daily closes of QLYS as imported.");
  });

  it("stand alike in the screener and its export", async () => {
    const { query } = readTransactionQuery({ issuer: "QLYS" });
    const { rows } = await listTransactions(store, query);
    const values = rows.map((row) => [row.anchor, row.returns?.after.map(({ value }) => value)]);
    expect(values.sort()).toEqual([
      ["t1-tx1", undefined],
      ["t1-tx2", [0.025, -0.075, null, null]],
      ["t1-tx3", [0.025, -0.075, null, null]],
      ["t1-tx4", [0.025, -0.075, null, null]],
      ["t2-tx1", undefined],
    ]);
    const table = screenTable((await exportTransactions(store, query)).rows);
    const csv = csvText(table.headings, table.rows);
    const records: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: "\r\n" });
    const cells = records.map(({ row = "", return_from, ...record }) => [
      row,
      [return_from, ...[1, 5, 21, 126].map((days) => record[`return_${days}_days`])].join("|"),
    ]);
    expect(cells.sort()).toEqual([
      ["t1-tx1", "||||"],
      ["t1-tx2", "2018-12-12|0.025|-0.075||"],
      ["t1-tx3", "2018-12-12|0.025|-0.075||"],
      ["t1-tx4", "2018-12-12|0.025|-0.075||"],
      ["t2-tx1", "||||"],
    ]);
  });

  it("do not use a close of a later day than the page's", async () => {
    const view = await issuerAsOf("2018-12-13");
    expect(view.prices?.map(({ date }) => date)).toEqual(["2018-12-10", "2018-12-11", "2018-12-12", "2018-12-13"]);
    const after = view.rows.find((row) => row.anchor === "t1-tx2")?.returns?.after;
    expect(after?.map(({ value, reason }) => value ?? reason)).toEqual([
      0.025,
      "prices end before",
      "prices end before",
      "prices end before",
    ]);
    const { rows } = await listTransactions(store, readTransactionQuery({ issuer: "QLYS", asof: "2018-12-13" }).query);
    expect(rows.find((row) => row.anchor === "t1-tx2")?.returns?.after).toEqual(after);
    const filing = await getFiling(store, view.filings[0]?.id ?? "", "2018-12-10");
    expect([filing?.view.isNotYetKnown, filing?.view.returns]).toEqual([true, undefined]);
  });
});
