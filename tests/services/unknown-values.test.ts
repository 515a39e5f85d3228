import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSignalQuery } from "@/lib/search-params/signals";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { getMarketBoards } from "@/lib/services/market/get-market-boards";
import { getSignals } from "@/lib/services/signals/get-signals";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, option, type RowSpec, tx } from "@/tests/support/filing-builder";
import { source, stream } from "@/tests/support/ledger-market";

const now = () => new Date("2026-01-02T03:04:05Z");

const form = (n: number, owner: string, day: string, rows: RowSpec[], adopted?: string) =>
  documentOf({
    id: `0000000009-24-00000${n}`,
    issuer: "9",
    filed: day,
    signed: day,
    owners: [{ cik: owner, officer: true }],
    footnotes: adopted === undefined ? {} : { F1: `Sold under a Rule 10b5-1 trading plan adopted on ${adopted}.` },
    rows,
  });

const noted = { transactionCode: ["F1"] };
const sale = (day: string, shares: number, price: number | null) => tx("S", day, shares, price, "D", null, {}, noted);

/** Three persons buy for $123,000, a fourth at a price nobody tells; four plans: part, nothing, no Table I, a price of 0. */
const MARKET = [
  form(1, "91", "2024-05-01", [tx("P", "2024-05-01", 2000, 20, "A", 6000)]),
  form(2, "92", "2024-05-02", [tx("P", "2024-05-02", 2000, 20.5, "A", 6000)]),
  form(3, "93", "2024-05-08", [tx("P", "2024-05-08", 2000, 21, "A", 6000)]),
  form(4, "94", "2024-05-09", [tx("P", "2024-05-09", 500, null, "A", 6000)]),
  form(5, "81", "2024-09-02", [sale("2024-09-02", 100, 12.5), sale("2024-09-02", 50, null)], "January 2, 2024"),
  form(6, "82", "2024-09-03", [sale("2024-09-03", 100, null)], "January 3, 2024"),
  form(
    7,
    "83",
    "2024-09-04",
    [option("S", "2024-09-04", 10, "D", 0, { transactionPricePerShare: 3 }, noted)],
    "January 4, 2024",
  ),
  form(8, "84", "2024-09-05", [sale("2024-09-05", 100, 0)], "January 5, 2024"),
  form(9, "95", "2024-09-06", [
    tx("P", "2024-09-06", 100, 10, "A", null),
    tx("P", "2024-09-06", 50, null, "A", null),
    tx("P", "2024-09-06", 20, 11, "A", null),
  ]),
];

describe.each(dialects())("a value that nobody tells, on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, stream(MARKET.map((one, n) => source(`${n}.xml`, "submission", one))), { now });
  });
  afterAll(() => database.drop());

  it("is beside the sum of a cluster", async () => {
    expect(await store.db.cluster.findMany()).toMatchObject([{ personCount: 4, value: 123000, unvalued: 1 }]);
  });

  it("leaves a plan's sum unknown, not 0, and a sum of part of it marked", async () => {
    const plans = await store.db.plan.findMany({ orderBy: { ownerKey: "asc" } });
    expect(
      plans.map((plan) => [plan.ownerKey, plan.saleValue, plan.buyValue, plan.leftOut, plan.derivativeCount]),
    ).toEqual([
      ["81", 1250, 0, 1, 0],
      ["82", null, 0, 1, 0],
      ["83", 0, 0, 0, 1],
      ["84", 0, 0, 0, 0],
    ]);
  });

  it.each([null, "2024-12-31"])("is told on the boards, now and at an earlier day (%s)", async (asOf) => {
    const rows = async (board: "clusters" | "plans", search: Record<string, string> = {}) =>
      (await getSignals(store, board, readSignalQuery(board, search).query, { asOf })).rows;
    const [cluster] = await rows("clusters");
    expect([cluster?.figure, cluster?.leftOut]).toEqual([123000, 1]);
    expect(cluster?.reason).toContain("$123,000.00 together (1 trade without a known value left out), ");
    const told = (await rows("plans")).map(({ insiders, figure, leftOut }) => [insiders[0]?.cik, figure, leftOut]);
    expect(told).toEqual([
      ["84", 0, 0],
      ["83", null, 0],
      ["82", null, 1],
      ["81", 1250, 1],
    ]);
    // A floor of dollars is met by what is known to meet it.
    const atLeast = async (sales: string) => (await rows("plans", { sales })).map(({ insiders }) => insiders[0]?.cik);
    expect(await atLeast("0")).toEqual(["84", "83", "81"]);
    expect(await atLeast("1")).toEqual(["81"]);
  });

  it.each([null, "2024-12-31"])("is told beside the largest trades, now and at an earlier day (%s)", async (asOf) => {
    const { purchases } = await getMarketBoards(store, asOf);
    expect(
      purchases.map(({ figure, leftOut, reason, evidence }) => [figure, leftOut, reason, evidence.length]),
    ).toEqual([
      [
        1220,
        1,
        "120 bought in 2 rows at $10.00 to $11.00, $10.1667 on average (1 trade without a known value left out).",
        2,
      ],
    ]);
  });

  it("is found by a check of the ledger as it was stored", async () => {
    expect((await checkLedger(store)).differences).toEqual([]);
  });
});
