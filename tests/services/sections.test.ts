import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { getInsiderSections, getIssuerSections } from "@/lib/services/sections/get-sections";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, option, tx } from "@/tests/support/filing-builder";
import { storedDocuments } from "@/tests/support/ledger-market";

/**
 * Owner 70 buys 100 (1,100 held), then sells 200 out of 1,300: 200 shares came without a row. In May 300 of 1,000 options at 10
 * are exercised and 100 sold at 25. A fund and its parent (200 and 300) tell of one purchase of 1,000 at 20.
 */
const filings = [
  documentOf({
    id: "0000000007-24-000001",
    issuer: "7",
    owners: ["70"],
    filed: "2024-01-12",
    rows: [tx("P", "2024-01-10", 100, 20, "A", 1100)],
  }),
  documentOf({
    id: "0000000007-24-000002",
    issuer: "7",
    owners: ["70"],
    filed: "2024-03-15",
    rows: [tx("S", "2024-03-01", 200, 24, "D", 1100)],
  }),
  documentOf({
    id: "0000000007-24-000003",
    issuer: "7",
    owners: ["70"],
    filed: "2024-05-03",
    rows: [
      tx("M", "2024-05-02", 300, 10, "A", 1400),
      tx("S", "2024-05-02", 100, 25, "D", 1300),
      option("M", "2024-05-02", 300, "D", 700),
    ],
  }),
  ...["200", "300"].map((cik, n) =>
    documentOf({
      id: `0000000007-24-00001${n}`,
      issuer: "7",
      owners: [{ cik, tenPercent: true }],
      filed: `2024-02-0${n + 2}`,
      rows: [
        tx("P", "2024-02-01", 1000, 20, "A", 5000, {
          directOrIndirectOwnership: "I",
          natureOfOwnership: "By Fictional Fund",
        }),
      ],
    }),
  ),
];

describe.each(dialects())("the sections of a page from $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    ({ store, database } = await storedDocuments(dialect, filings));
  });
  afterAll(() => database.drop());

  const issuer = (asOf: string | null = null) => getIssuerSections(store, { cik: "7", asOf });
  const insider = (asOf: string | null = null) => getInsiderSections(store, { cik: "70", asOf });

  it("audit every step, and name the one that does not add up", async () => {
    for (const { audit } of [await issuer(), await insider()]) {
      expect([audit.checked, audit.closed]).toEqual([3, 2]);
      expect(audit.byExplanation).toEqual([{ explanation: "unexplained", count: 1 }]);
      expect(
        audit.residuals.map(({ from, to, left, found, residual }) => [
          from.filingId,
          to.filingId,
          left,
          found,
          residual,
        ]),
      ).toEqual([["0000000007-24-000001", "0000000007-24-000002", 1100, 1300, 200]]);
    }
    const { audit } = await insider("2024-03-14");
    expect([audit.checked, audit.residuals]).toEqual([0, []]);
  });

  it("keep the book of open options at the owner's own last price", async () => {
    const { optionBook } = await insider();
    expect(optionBook.day).toBe("2024-05-03");
    expect(optionBook.grants).toHaveLength(1);
    expect(optionBook.grants[0]).toMatchObject({
      strike: 10,
      expirationDate: "2030-01-01",
      count: { value: 700, rows: [{ filingId: "0000000007-24-000003", anchor: "t2-tx1" }] },
      lastPrice: { value: 25, rows: [{ filingId: "0000000007-24-000003", anchor: "t1-tx2" }] },
      intrinsicValue: { value: 10_500 },
      moneyness: "in the money",
    });
    expect((await insider("2024-05-02")).optionBook.grants).toEqual([]);
  });

  it("say where the exercised shares went", async () => {
    const { flows } = await issuer();
    expect(flows).toHaveLength(1);
    expect(flows[0]?.exercised.value).toBe(300);
    expect(flows[0]?.parts.map(({ part, figure }) => [part, figure.value])).toEqual([
      ["withheld", 0],
      ["returned", 0],
      ["sold, planned", 0],
      ["sold, not planned", 0],
      ["sold, plan unknown", 100],
      ["gifted", 0],
      ["kept", 200],
    ]);
  });

  it("count how each insider files", async () => {
    const [conduct] = (await insider()).conduct;
    expect(conduct).toMatchObject({ filings: 3, notAssessed: 0, late: { part: 1, whole: 3 } });
    expect(conduct?.late.filingIds).toEqual(["0000000007-24-000002"]);
    expect(conduct?.latest).toEqual({ filingId: "0000000007-24-000002", businessDays: 8 });
    expect(conduct?.withoutPrice).toMatchObject({ figure: { value: 0 }, whole: 3 });
  });

  it("meter what joint filings would count twice", async () => {
    const { meter } = await issuer();
    expect([meter.gross.buys.value, meter.net.buys.value, meter.copies]).toEqual([42_000, 22_000, 1]);
    expect([meter.gross.sales.value, meter.net.sales.value]).toEqual([7300, 7300]);
    expect(meter.byRule).toEqual([{ rule: "indirect balances coincide", count: 1 }]);
    expect(meter.events[0]?.counted.filingId).toBe("0000000007-24-000010");
    expect(meter.events[0]?.copies[0]?.row.filingId).toBe("0000000007-24-000011");
  });

  it("give the roster its change of holding in 12 months, and no change where nothing was traded", async () => {
    const delta = async (asOf: string | null) => {
      const view = await getIssuer(store, { cik: "7", codes: [], asOf });
      const entry = view?.roster.find((one) => one.insider.cik === "70");
      return entry?.holdings[0]?.deltaOwn;
    };
    // +100 − 200 + 300 − 100 over the 1,000 before the first of them.
    expect((await delta(null))?.value).toBe(0.1);
    expect((await delta("2024-01-31"))?.value).toBe(0.1);
    expect((await delta("2026-01-01"))?.note).toBe("No trade on this line in the 12 months.");
  });
});
