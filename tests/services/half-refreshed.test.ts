import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getFiling } from "@/lib/services/get-filing";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import type { SourceOutcome } from "@/lib/services/ingest/read-sources";
import { writeBatch } from "@/lib/services/ingest/write-batch";
import { refreshStaleIssuers } from "@/lib/services/refresh/refresh-issuers";
import type { Store } from "@/lib/store/client";
import { loadSources, sourcesOfInsider, sourcesOfIssuer } from "@/lib/store/sources/read-documents";
import { documentHash, settledSources } from "@/lib/store/sources/settled-sources";
import { openConnection } from "@/lib/store/writing/open-connection";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, tx } from "@/tests/support/filing-builder";
import { source, stream } from "@/tests/support/ledger-market";

const now = () => new Date("2026-01-02T03:04:05Z");
const ID = "0000000007-24-000001";

const sale = (shares: number) =>
  documentOf({
    id: ID,
    issuer: "7",
    filed: "2024-03-05",
    signed: "2024-03-05",
    owners: ["700"],
    rows: [tx("S", "2024-03-01", shares, 25, "D", 1000)],
  });

const prepared = (outcome: SourceOutcome) => {
  if (outcome.kind !== "prepared") throw new Error("The test's documents are whole.");
  return outcome.source;
};

describe.each(dialects())("while a bulk load goes on, on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, stream([source("sale.md", "text", sale(400))]), { now });
  });
  afterAll(() => database.drop());

  const formats = async () => {
    const { provider } = store.target;
    const all = [
      await loadSources(store.db, [ID]),
      await sourcesOfIssuer(store.db, provider, "7"),
      await sourcesOfInsider(store.db, provider, "700"),
    ];
    return all.map((sources) => sources.map(({ format }) => format).toSorted());
  };
  const shares = async () => {
    const { shares: stored } = await store.db.reportedRow.findFirstOrThrow();
    const filing = await getFiling(store, ID);
    return [stored, filing?.view.document.nonDerivativeTable[0]?.transactionShares?.value];
  };

  it("a better source of a filing is read together with the rows that follow from it, never before", async () => {
    const connection = await openConnection(store.target);
    const better = prepared(source("sale.xml", "xml", sale(300)));
    await connection.transaction(() => writeBatch(connection, [better]));
    expect(await store.db.filingSource.count()).toBe(2);
    expect(await formats()).toEqual([["text"], ["text"], ["text"]]);
    expect(await shares()).toEqual([400, "400"]);

    await connection.transaction(() => refreshStaleIssuers(connection, now().toISOString()));
    await connection.close();
    const both = ["text", "xml"];
    expect(await formats()).toEqual([both, both, both]);
    expect(await shares()).toEqual([300, "300"]);
  });
});

describe("the sources that a record was derived from", () => {
  const [a, b, c] = [{ hash: "aa" }, { hash: "bb" }, { hash: "cc" }] as const;

  it("are found among all, in whatever order", () => {
    expect(settledSources([a, b, c], documentHash(["cc", "aa", "bb"]))).toEqual([a, b, c]);
    expect(settledSources([a, b, c], documentHash(["cc", "aa"]))).toEqual([a, c]);
    expect(settledSources([a, b, c], documentHash(["bb"]))).toEqual([b]);
  });

  it("are all where none of their parts fits", () => {
    expect(settledSources([a, b, c], documentHash(["dd"]))).toEqual([a, b, c]);
    expect(settledSources([], documentHash(["dd"]))).toEqual([]);
  });
});
