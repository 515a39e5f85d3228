import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getMarketBoards } from "@/lib/services/market/get-market-boards";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, tx } from "@/tests/support/filing-builder";
import { storedDocuments } from "@/tests/support/ledger-market";

const indirect = { directOrIndirectOwnership: "I", natureOfOwnership: "By Fictional Fund" };
const DAY = "2024-02-09";

/** Owners 200 and 300 file together once, then each reports the same purchase. */
function issuerDocuments(n: number) {
  const issuer = String(n);
  const id = (place: number) => `${String(n).padStart(10, "0")}-24-${String(place).padStart(6, "0")}`;
  const owners = ["200", "300"].map((cik) => ({ cik: `${n}${cik}`, tenPercent: true }));
  const before = tx("P", "2023-06-01", 4000, 18, "A", 4000, indirect);
  const bought = tx("P", "2024-02-01", 1000 * n, 20, "A", 4000 + 1000 * n, indirect);
  return [
    documentOf({ id: id(1), issuer, filed: "2023-06-02", signed: "2023-06-02", owners, rows: [before] }),
    ...["2024-02-02", "2024-02-05"].map((filed, of) =>
      documentOf({ id: id(2 + of), issuer, filed, signed: filed, owners: owners.slice(of, of + 1), rows: [bought] }),
    ),
  ];
}

describe.each(dialects())("the largest trades of an earlier day on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    const documents = Array.from({ length: 14 }, (_, n) => issuerDocuments(n + 1)).flat();
    ({ store, database } = await storedDocuments(dialect, documents));
  });
  afterAll(() => database.drop());

  it("go on past the largest where reports of one purchase leave the board, and are those of a ledger of that day", async () => {
    const then = await getMarketBoards(store, DAY);
    // Of each purchase two reports, the largest first: fifteen reports are eight purchases, and the board has ten.
    expect(then.purchases.map(({ issuer, figure }) => [issuer.cik, figure])).toEqual(
      Array.from({ length: 10 }, (_, n) => [String(14 - n), 20_000 * (14 - n)]),
    );
    expect(then.purchases[0]?.evidence).toEqual([{ filingId: "0000000014-24-000002", anchor: "t1-tx1" }]);
    const now = await getMarketBoards(store);
    expect(then.purchases).toEqual(now.purchases);
    expect(then.monthsAsToday).toBe(0);
  });

  it("count a purchase before its second report as the one that it was", async () => {
    const first = await getMarketBoards(store, "2024-02-03");
    expect(first.purchases.map(({ figure }) => figure)).toEqual(
      Array.from({ length: 10 }, (_, n) => 20_000 * (14 - n)),
    );
  });
});
