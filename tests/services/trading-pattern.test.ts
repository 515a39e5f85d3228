import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getInsiderSections, getIssuerSections } from "@/lib/services/sections/get-sections";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, type FilingSpec, tx } from "@/tests/support/filing-builder";
import { storedDocuments } from "@/tests/support/ledger-market";

const sale = (date: string, shares: number, price: number | null) => tx("S", date, shares, price, "D", null);
const buy = (date: string, shares: number, price: number) => tx("P", date, shares, price, "A", null);
const of = (n: number, filed: string, rows: FilingSpec["rows"], owners: FilingSpec["owners"] = ["80"]) =>
  documentOf({ id: `0000000008-24-00000${n}`, issuer: "8", owners, filed, rows });

/**
 * Owner 80 sells in March of 2020, 2021 and 2022, and once in November; buys in August 2023; in 2024 sells in January and
 * February (one row without a price) and buys in April, and in May with a trust (81). One sale is dated years after its filing.
 * A fund and its parent (200 and 300) tell of one purchase.
 */
const filings = [
  of(1, "2022-04-01", [
    sale("2020-03-05", 10, 20),
    sale("2021-03-20", 10, 20),
    sale("2021-11-02", 10, 20),
    sale("2022-03-31", 10, 20),
  ]),
  of(2, "2023-08-02", [buy("2023-08-01", 100, 10)]),
  of(3, "2024-02-07", [
    sale("2024-01-10", 50, 30),
    sale("2024-02-05", 40, 31),
    sale("2024-02-06", 10, null),
    sale("2027-01-05", 10, 30),
    tx("G", "2024-02-06", 10, 0, "D", null),
  ]),
  of(4, "2024-04-03", [buy("2024-04-02", 5, 25)]),
  of(5, "2024-05-02", [buy("2024-05-01", 4, 25)], ["80", "81"]),
  ...["200", "300"].map((cik, n) =>
    of(
      6 + n,
      `2024-02-0${n + 2}`,
      [
        tx("P", "2024-02-01", 1000, 20, "A", 5000, {
          directOrIndirectOwnership: "I",
          natureOfOwnership: "By Fictional Fund",
        }),
      ],
      [{ cik, tenPercent: true }],
    ),
  ),
];

describe.each(dialects())("the trading pattern from $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    ({ store, database } = await storedDocuments(dialect, filings));
  });
  afterAll(() => database.drop());

  const issuer = async (asOf: string | null) => (await getIssuerSections(store, { cik: "8", asOf })).pattern;
  const insider = async (cik: string, asOf: string | null) => (await getInsiderSections(store, { cik, asOf })).pattern;
  const trader = async (cik: string, asOf: string | null) => (await insider(cik, asOf)).traders[0];

  it("classes each year by the three before it, with the reason and the rows", async () => {
    const years = (await trader("80", null))?.years.map((one) => [one.year, one.class, one.months, one.trades]);
    expect(years).toEqual([
      [2024, "opportunistic", [], 5],
      [2023, "routine", [3], 1],
      [2022, null, [], 1],
      [2021, null, [], 2],
      [2020, null, [], 1],
    ]);
    const [in2024, in2023, in2022] = (await trader("80", null))?.years ?? [];
    expect(in2024?.reason).toBe("A trade in each of 2021, 2022 and 2023, in no calendar month of all three.");
    expect(in2024?.evidence.value).toBe(4);
    expect(in2024?.evidence.rows.map((row) => `${row.filingId.at(-1)} ${row.anchor}`).sort()).toEqual([
      "1 t1-tx2",
      "1 t1-tx3",
      "1 t1-tx4",
      "2 t1-tx1",
    ]);
    expect(in2023?.reason).toBe("A trade in March of 2020, 2021 and 2022.");
    expect(in2022?.reason).toBe("No trade reported here in 2019.");
  });

  it("gives the ratio of six months, and none where nothing was traded", async () => {
    const { window, traders, ratio } = await issuer("2024-06-30");
    expect(window).toEqual({ from: "2023-12-31", to: "2024-06-30" });
    const ratios = traders.map((one) => [
      one.insider.cik,
      one.ratio.figure.value,
      one.ratio.purchases,
      one.ratio.sales,
    ]);
    // 80: (2 − 3) ÷ 5. The purchase that 200 and 300 tell of is each one's own.
    expect(ratios).toEqual([
      ["80", -0.2, 2, 3],
      ["81", 1, 1, 0],
      ["200", 1, 1, 0],
      ["300", 1, 1, 0],
    ]);
    // Of all together it counts once: (3 − 3) ÷ 6 is a known 0.
    expect([ratio.figure.value, ratio.purchases, ratio.sales, ratio.figure.rows.length]).toEqual([0, 3, 3, 6]);
    expect((await trader("80", "2024-01-09"))?.ratio.figure.value).toBe(1);
    expect((await trader("80", "2025-06-30"))?.ratio).toEqual({
      figure: { value: null, rows: [], note: "No purchase or sale from 31 Dec 2024 to 30 Jun 2025.", leftOut: [] },
      purchases: 0,
      sales: 0,
    });
  });

  it("finds runs of one direction, whoever signed with the insider", async () => {
    const runs = (await trader("80", null))?.sequences ?? [];
    expect(runs.map(({ side, first, last, months, trades }) => [side, first, last, months, trades])).toEqual([
      ["purchase", "2024-04-02", "2024-05-01", 2, 2],
      ["sale", "2024-01-10", "2024-02-06", 2, 3],
    ]);
    // 5 × 25 + 4 × 25; 50 × 30 + 40 × 31, and a row without a price.
    expect(runs.map(({ total }) => [total.value, total.rows.length])).toEqual([
      [225, 2],
      [2740, 2],
    ]);
    expect(runs[1]?.total.leftOut).toEqual([
      { reason: "no price", count: 1, rows: [{ filingId: "0000000008-24-000003", anchor: "t1-tx3" }] },
    ]);
    expect((await trader("80", "2024-05-01"))?.sequences.map(({ side }) => side)).toEqual(["sale"]);
    expect((await trader("81", null))?.sequences).toEqual([]);
  });

  it("says the same of an insider on both pages, and lists the row that no year can be given", async () => {
    const whole = await issuer(null);
    expect(whole.traders[0]).toEqual(await trader("80", null));
    expect(whole.leftOut).toEqual([
      {
        reason: "dated before 1990, or after the filing was known",
        count: 1,
        rows: [{ filingId: "0000000008-24-000003", anchor: "t1-tx4" }],
      },
    ]);
    expect((await insider("80", "2022-03-31")).traders).toEqual([]);
  });
});
