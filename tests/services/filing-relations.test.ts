import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getFiling } from "@/lib/services/get-filing";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import type { AmendmentView, FilingView } from "@/lib/services/views/shapes/filing";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, tx } from "@/tests/support/filing-builder";
import {
  AMENDMENT,
  FUND,
  LEDGER_MARKET,
  SALE,
  SALE_AGAIN,
  SECOND_AMENDMENT,
  source,
  stream,
} from "@/tests/support/ledger-market";

const SECOND_FUND = "0000000003-24-000001";

describe.each(dialects())("a filing among others from $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, stream(LEDGER_MARKET), { now: () => new Date("2026-01-02T03:04:05Z") });
  });
  afterAll(() => database.drop());

  const view = async (id: string, asOf: string | null = null): Promise<FilingView> => {
    const found = await getFiling(store, id, asOf);
    if (found === null) throw new Error(`no filing ${id}`);
    return found.view;
  };

  it("shows what an amendment changed, on the original and on the amendment alike", async () => {
    for (const id of [SALE, AMENDMENT]) {
      const [first] = (await view(id)).amendments;
      expect([first?.amendment.id, first?.original?.id, first?.rule]).toEqual([AMENDMENT, SALE, "filing date"]);
      expect(changesOf(first)).toEqual([
        [`${SALE}#t1-tx2`, `${AMENDMENT}#t1-tx1`, "shares", 400, 300],
        [`${SALE}#t1-tx2`, `${AMENDMENT}#t1-tx1`, "sharesAfter", 1000, 1100],
      ]);
      expect(first?.leftOut.map((row) => [row.anchor, row.code, row.shares])).toEqual([
        ["t1-tx1", "M", 400],
        ["t2-tx1", "M", 400],
      ]);
      expect([first?.added, first?.repeated]).toEqual([[], []]);
    }
  });

  it("shows a second amendment against the row in force, and says who acts on whom", async () => {
    const amendments = (await view(AMENDMENT)).amendments;
    expect(amendments.map((one) => one.amendment.id)).toEqual([AMENDMENT, SECOND_AMENDMENT]);
    expect(changesOf(amendments[1])).toEqual([[`${AMENDMENT}#t1-tx1`, `${SECOND_AMENDMENT}#t1-tx1`, "price", 25, 26]]);
    expect((await view(FUND)).amendments).toEqual([]);
  });

  it("quotes changed footnotes as filed", async () => {
    const document = (id: string, more: Parameters<typeof documentOf>[0]) =>
      source(`${id}.txt`, "submission", documentOf(more));
    const common = { issuer: "8", owners: ["80"], signed: "2024-03-05", filed: "2024-03-05" };
    const sale = (notes: string[]) => [tx("S", "2024-03-01", 10, 5, "D", 90, {}, { transactionShares: notes })];
    const [original, amendment] = ["0000000008-24-000001", "0000000008-24-000002"];
    const later = { ...common, type: "4/A", original: "2024-03-05", filed: "2024-03-06" };
    await ingestFilings(
      store,
      stream([
        document(original, { ...common, id: original, rows: sale([]) }),
        document(amendment, { ...later, id: amendment, rows: sale(["F1"]), footnotes: { F1: "Corrects the PRICE." } }),
      ]),
      { now: () => new Date("2026-01-02T03:04:05Z") },
    );
    expect(changesOf((await view(original)).amendments[0])).toEqual([
      [`${original}#t1-tx1`, `${amendment}#t1-tx1`, "footnotes", null, "Corrects the PRICE."],
    ]);
  });

  it("knows no amendment before its day", async () => {
    expect((await view(SALE, "2024-03-07")).amendments).toEqual([]);
    expect((await view(SALE, "2024-03-08")).amendments.map((one) => one.amendment.id)).toEqual([AMENDMENT]);
  });

  it("leads to the filings of the same owners before and after", async () => {
    const around = async (id: string, asOf: string | null = null) => {
      const { previous, next } = await view(id, asOf);
      return [previous?.id ?? null, next?.id ?? null];
    };
    expect(await around(SALE)).toEqual([null, SALE_AGAIN]);
    expect(await around(AMENDMENT)).toEqual([SALE_AGAIN, SECOND_AMENDMENT]);
    expect(await around(SECOND_AMENDMENT)).toEqual([AMENDMENT, null]);
    expect(await around(AMENDMENT, "2024-03-08")).toEqual([SALE_AGAIN, null]);
  });

  it("names the filings of others that tell of the same event, on both", async () => {
    for (const [id, other] of [
      [FUND, SECOND_FUND],
      [SECOND_FUND, FUND],
    ] as const) {
      const joint = (await view(id)).jointFilings;
      expect(joint.map((one) => [one.filing.id, one.rows])).toEqual([
        [other, [{ own: { filingId: id, anchor: "t1-tx1" }, other: { filingId: other, anchor: "t1-tx1" } }]],
      ]);
    }
  });
});

function changesOf(amendment: AmendmentView | undefined) {
  return amendment?.changed.flatMap(({ before, after, changes }) =>
    changes.map((change) => [
      `${before.filingId}#${before.anchor}`,
      `${after.filingId}#${after.anchor}`,
      change.field,
      change.before,
      change.after,
    ]),
  );
}
