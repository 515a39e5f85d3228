import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DoubleCountMeter } from "@/components/transactions/double-count-meter";
import { getCompare } from "@/lib/services/compare/get-compare";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { getIssuerSections } from "@/lib/services/sections/get-sections";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, tx } from "@/tests/support/filing-builder";
import { source, stream } from "@/tests/support/ledger-market";

const now = () => new Date("2026-01-02T03:04:05Z");

/** A fund's purchase as two of its owners report it, each on a form of their own. */
function joint(issuer: string, price: number | null) {
  const indirect = { directOrIndirectOwnership: "I", natureOfOwnership: "By Fictional Fund LP" };
  return ["200", "300"].map((owner, n) =>
    documentOf({
      id: `000000000${n}-24-00000${issuer}`,
      issuer,
      filed: `2024-02-0${n + 2}`,
      signed: `2024-02-0${n + 2}`,
      owners: [{ cik: owner, tenPercent: true }],
      rows: [tx("P", "2024-02-01", 1000, price, "A", 5000, indirect)],
    }),
  );
}

describe.each(dialects())("what double counting adds on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    const documents = [...joint("1", 20), ...joint("2", null)];
    await ingestFilings(store, stream(documents.map((one, n) => source(`${n}.xml`, "submission", one))), { now });
  });
  afterAll(() => database.drop());

  const meterOf = async (cik: string) => (await getIssuerSections(store, { cik, asOf: null })).meter;
  const comparedOf = async () =>
    (await getCompare(store, { issuers: ["1", "2"], asOf: null })).issuers.map(({ doubleCount }) => doubleCount);

  it("is the value of the copies", async () => {
    const { copies, gross, net } = await meterOf("1");
    expect([copies, gross.buys.value, net.buys.value, gross.sales.value]).toEqual([1, 40_000, 20_000, 0]);
    expect((await comparedOf())[0]).toEqual({ copies: 1, dollars: 20_000 });
  });

  it("is unknown, not nothing, where neither report has a price", async () => {
    const meter = await meterOf("2");
    const { copies, gross, net } = meter;
    expect([copies, gross.buys.value, net.buys.value, gross.sales.value]).toEqual([1, null, null, 0]);
    expect((await comparedOf())[1]).toEqual({ copies: 1, dollars: null });
    const page = renderToStaticMarkup(createElement(DoubleCountMeter, { meter, rows: new Map() }));
    // Purchases: two sums and what merging takes away, all unknown. Sales: there are none, so three times nothing.
    expect(page.match(/\$0\.00/g)).toHaveLength(3);
  });
});
