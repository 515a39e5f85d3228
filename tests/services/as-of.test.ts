import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getFiling } from "@/lib/services/get-filing";
import { getInsider } from "@/lib/services/parties/get-insider";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, tx } from "@/tests/support/filing-builder";
import { storedDocuments } from "@/tests/support/ledger-market";

const ORIGINAL = "0000000007-24-000001";
const AMENDMENT = "0000000007-24-000002";

/** A sale of 400 at 25, filed on 5 March 2024 and corrected on 8 March to 300. */
const filings = [
  documentOf({
    id: ORIGINAL,
    issuer: "7",
    ticker: "OLDA",
    owners: ["70"],
    filed: "2024-03-05",
    signed: "2024-03-05",
    rows: [tx("S", "2024-03-01", 400, 25, "D", 1000)],
  }),
  documentOf({
    id: AMENDMENT,
    type: "4/A",
    issuer: "7",
    ticker: "NEWB",
    owners: ["70"],
    filed: "2024-03-08",
    original: "2024-03-05",
    signed: "2024-03-08",
    rows: [tx("S", "2024-03-01", 300, 25, "D", 1100)],
  }),
];

describe.each(dialects())("as of a day from $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    ({ store, database } = await storedDocuments(dialect, filings));
  });
  afterAll(() => database.drop());

  const sold = async (asOf: string | null) => {
    const issuer = await getIssuer(store, { cik: "7", codes: [], asOf });
    const insider = await getInsider(store, { cik: "70", asOf });
    expect(insider?.totals.sales.value).toBe(issuer?.totals.sales.value);
    expect([issuer?.asOf, insider?.asOf]).toEqual([asOf, asOf]);
    return [issuer?.filings.length, issuer?.totals.sales.value, issuer?.lines[0]?.closing?.balance ?? null];
  };

  it("changes every number of issuer and insider", async () => {
    expect(await sold("2024-03-04")).toEqual([0, 0, null]);
    expect(await sold("2024-03-05")).toEqual([1, 10_000, 1000]);
    expect(await sold("2024-03-07")).toEqual([1, 10_000, 1000]);
    expect(await sold("2024-03-08")).toEqual([2, 7500, 1100]);
    expect(await sold(null)).toEqual([2, 7500, 1100]);
  });

  it("calls the issuer what its filings called it then, and what it is called now where none was known", async () => {
    const called = async (asOf: string | null) => {
      const issuer = (await getIssuer(store, { cik: "7", codes: [], asOf }))?.issuer;
      return [issuer?.symbol, issuer?.symbols];
    };
    expect(await called("2024-03-07")).toEqual(["OLDA", ["OLDA"]]);
    expect(await called("2024-03-08")).toEqual(["NEWB", ["NEWB", "OLDA"]]);
    expect(await called(null)).toEqual(["NEWB", ["NEWB", "OLDA"]]);
    expect(await called("2024-03-04")).toEqual(["NEWB", ["NEWB", "OLDA"]]);
  });

  it("says of a filing whether it was known, and what of it had been replaced", async () => {
    const at = async (id: string, asOf: string | null) => (await getFiling(store, id, asOf))?.view;
    expect(await at(ORIGINAL, "2024-03-04")).toMatchObject({ asOf: "2024-03-04", isNotYetKnown: true, rows: [] });
    const before = await at(ORIGINAL, "2024-03-07");
    expect([before?.isNotYetKnown, before?.rows[0]?.supersededBy]).toEqual([false, null]);
    const after = await at(ORIGINAL, "2024-03-08");
    expect(after?.rows[0]?.supersededBy).toBe(`${AMENDMENT}#t1-tx1`);
    expect((await at(AMENDMENT, "2024-03-07"))?.isNotYetKnown).toBe(true);
    expect((await at(AMENDMENT, null))?.isNotYetKnown).toBe(false);
  });
});
