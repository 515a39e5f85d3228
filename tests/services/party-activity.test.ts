import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getInsider } from "@/lib/services/parties/get-insider";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, tx } from "@/tests/support/filing-builder";
import { storedDocuments } from "@/tests/support/ledger-market";

const filing = (serial: number, filed: string, part: Parameters<typeof documentOf>[0] | object) =>
  documentOf({
    id: `0000000008-2${serial}-000001`,
    issuer: "8",
    owners: ["80"],
    filed,
    signed: filed,
    period: filed,
    ...part,
  });

/** A director who becomes an officer too, sells with a joint filer, and files at a second issuer. */
const filings = [
  filing(0, "2020-03-02", {
    owners: [{ cik: "80", director: true, officer: false }],
    rows: [tx("P", "2020-02-28", 100, 10, "A", 1100)],
  }),
  filing(1, "2021-05-04", {
    owners: [{ cik: "80", director: true, officer: false }, "81"],
    rows: [tx("S", "2021-05-03", 200, 20, "D", 900), tx("F", "2021-05-03", 50, 20, "D", 850)],
  }),
  filing(2, "2022-05-04", {
    owners: [{ cik: "80", director: true, officer: true }],
    rows: [tx("S", "2022-04-29", 300, null, "D", 550), tx("S", "2022-05-02", 40, 30, "D", 510)],
  }),
  filing(3, "2023-01-04", { issuer: "9", owners: ["80", "81"], rows: [tx("S", "2023-01-03", 10, 5, "D", 90)] }),
];

describe.each(dialects())("a party's rows by day from $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    ({ store, database } = await storedDocuments(dialect, filings));
  });
  afterAll(() => database.drop());

  it("move rows, totals, months and counts together, and leave the span alone", async () => {
    const all = await getIssuer(store, { cik: "8", codes: [] });
    expect(all?.rows).toHaveLength(5);
    // 40 × $30 + 200 × $20; the 300 have no price.
    expect(all?.totals.sales.value).toBe(5200);
    const range = { from: "2021-05-03", to: "2022-04-30" };
    const view = await getIssuer(store, { cik: "8", codes: [], range });
    expect(view?.rows.map((row) => [row.tradeDate, row.code])).toEqual([
      ["2022-04-29", "S"],
      ["2021-05-03", "S"],
      ["2021-05-03", "F"],
    ]);
    expect([view?.totals.buys.value, view?.totals.sales.value]).toEqual([0, 4000]);
    expect(view?.months.map(({ month, sales, unvalued }) => [month, sales, unvalued])).toEqual([
      ["2021-05", 4000, 0],
      ["2022-04", null, 1],
    ]);
    expect(view?.codeCounts).toEqual([
      { code: "F", count: 1 },
      { code: "P", count: 0 },
      { code: "S", count: 2 },
    ]);
    expect(view?.span).toEqual(all?.span);
    expect(view?.span).toEqual({
      from: "2020-02-28",
      to: "2022-05-02",
      months: [
        { month: "2020-02", rows: 1 },
        { month: "2021-05", rows: 2 },
        { month: "2022-04", rows: 1 },
        { month: "2022-05", rows: 1 },
      ],
    });
    // What the filter leaves alone.
    expect(view?.lines).toEqual(all?.lines);
    expect(view?.range).toEqual(range);
  });

  it("filter by code and day at once, on an insider's page across issuers", async () => {
    const view = await getInsider(store, { cik: "80", codes: ["S"], range: { from: "2022-05-01", to: null } });
    expect(view?.rows.map((row) => [row.issuer.cik, row.tradeDate])).toEqual([
      ["9", "2023-01-03"],
      ["8", "2022-05-02"],
    ]);
    expect(view?.totals.sales.value).toBe(1250);
    expect(view?.span?.months).toHaveLength(4);
  });

  it("tell roles over time, issuer by issuer, and who files jointly", async () => {
    const view = await getInsider(store, { cik: "80" });
    expect(
      view?.roles.map(({ issuer, roles, from, to, filings: count }) => [issuer.cik, roles, from, to, count]),
    ).toEqual([
      ["9", ["officer"], "2023-01-04", "2023-01-04", 1],
      ["8", ["director", "officer"], "2022-05-04", "2022-05-04", 1],
      ["8", ["director"], "2020-03-02", "2021-05-04", 2],
    ]);
    expect(view?.related).toEqual([
      expect.objectContaining({
        insider: expect.objectContaining({ cik: "81" }),
        filings: 2,
        lastId: "0000000008-23-000001",
        lastDate: "2023-01-04",
      }),
    ]);
    expect(view?.related[0]?.issuers.map((issuer) => issuer.cik)).toEqual(["9", "8"]);
  });
});
