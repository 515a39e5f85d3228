import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RESIDUAL_EXPLANATIONS } from "@/lib/analytics/holdings/ledger-audit";
import { writeSample } from "@/lib/sample/write-sample";
import { EXPLAINED, readSignalQuery, UNEXPLAINED } from "@/lib/search-params/signals";
import { checkLedger } from "@/lib/services/care/check-ledger";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { readTruth } from "@/lib/services/sample-check/read-truth";
import { getSignals } from "@/lib/services/signals/get-signals";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { documentOf, type RowSpec, tx } from "@/tests/support/filing-builder";
import { source, stream } from "@/tests/support/ledger-market";

const now = () => new Date("2026-01-02T03:04:05Z");

const form = (id: string, day: string, row: RowSpec, more: { issuer?: string; owner?: string; note?: string } = {}) =>
  documentOf({
    id,
    issuer: more.issuer ?? "9",
    filed: day,
    signed: day,
    owners: [{ cik: more.owner ?? "91", officer: true }],
    footnotes: more.note === undefined ? {} : { F1: more.note },
    rows: [row],
  });

/** The worked example of the measure's page, at an issuer of which a form names a foreign symbol too. */
const swing = (issuer: string) => [
  form(`000000000${issuer}-24-000001`, "2024-01-11", tx("P", "2024-01-10", 100, 10, "A", 150), { issuer }),
  form(`000000000${issuer}-24-000002`, "2024-02-11", tx("P", "2024-02-10", 100, 12, "A", 250), { issuer }),
  form(`000000000${issuer}-24-000003`, "2024-05-02", tx("S", "2024-05-01", 150, 15, "D", 100), { issuer }),
  form(`000000000${issuer}-24-000004`, "2024-07-11", tx("S", "2024-07-10", 100, 20, "D", 0), { issuer }),
];

/** 1,000 after the purchase, 1,000 + 50 before the next row; and 312 of which a note speaks. */
const gaps = [
  form("0000000009-24-000011", "2024-03-05", tx("P", "2024-03-04", 100, 10, "A", 1000), { owner: "92" }),
  form("0000000009-24-000012", "2024-04-05", tx("F", "2024-04-04", 50, 10, "D", 1000), { owner: "92" }),
  form("0000000009-24-000013", "2024-03-06", tx("P", "2024-03-05", 100, 10, "A", 2000), { owner: "93" }),
  form(
    "0000000009-24-000014",
    "2024-04-06",
    tx("F", "2024-04-05", 50, 10, "D", 2262, {}, { sharesOwnedFollowingTransaction: ["F1"] }),
    { owner: "93", note: "Includes 312 shares acquired under the ESPP." },
  ),
];

describe.each(dialects())("short-swing and ledger boards on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    const abroad = swing("8").map((document) => ({
      ...document,
      issuer: { ...document.issuer, issuerForeignTradingSymbol: "FICT.L", issuerTradingSymbol: "ABROAD" },
    }));
    const documents = [...swing("9"), ...gaps, ...abroad];
    await ingestFilings(store, stream(documents.map((one, n) => source(`${n}.xml`, "submission", one))), { now });
  });
  afterAll(() => database.drop());

  const board = (name: "short-swing" | "ledger", search = "", asOf: string | null = null) =>
    getSignals(store, name, readSignalQuery(name, Object.fromEntries(new URLSearchParams(search))).query, { asOf });

  it("store one match an owner and class: lowest-in, highest-out", async () => {
    // July sells 100 of February's: 100 × (20 − 12) = 800; May 100 of January's: 100 × (15 − 10) = 500.
    expect(await store.db.shortSwing.findMany()).toMatchObject([
      {
        issuerCik: "9",
        ownerKey: "91",
        date: "2024-07-10",
        pairCount: 2,
        profit: 1300,
        shares: 100,
        boughtAt: 12,
        boughtOn: "2024-02-10",
        soldAt: 20,
        soldOn: "2024-07-10",
        knownAt: "2024-05-02T22:00:00.000Z",
      },
    ]);
    const { rows, notes } = await board("short-swing");
    expect(notes).toEqual([]);
    expect(rows.map(({ figure, reason, insiders }) => [figure, reason, insiders])).toEqual([
      [
        1300,
        "2 pairs of purchases and sales less than six months apart, $1,300.00 together. The largest: 100 bought at $12.00 on 10 Feb 2024, sold at $20.00 on 10 Jul 2024.",
        [{ cik: "91", name: "FICTIONAL OWNER 91" }],
      ],
    ]);
    expect(rows[0]?.evidence.map(({ filingId, anchor }) => `${filingId}#${anchor}`)).toEqual([
      "0000000009-24-000002#t1-tx1",
      "0000000009-24-000004#t1-tx1",
      "0000000009-24-000001#t1-tx1",
      "0000000009-24-000003#t1-tx1",
    ]);
  });

  it("narrow matches by their difference, and have none abroad", async () => {
    const figures = async (search: string) => (await board("short-swing", search)).rows.map((row) => row.figure);
    expect(await figures("difference=1300")).toEqual([1300]);
    expect(await figures("difference=1301")).toEqual([]);
    expect(await figures("from=2024-07-11")).toEqual([]);
    const { rows, notes } = await board("short-swing", "issuer=8");
    expect([rows, notes]).toEqual([[], [expect.stringContaining("name a foreign trading symbol")]]);
  });

  it("match for an earlier day what was filed by then", async () => {
    // Without the July sale May takes both purchases: 100 × 5 + 50 × (15 − 12) = 650.
    const { rows, notes } = await board("short-swing", "", "2024-06-30");
    expect(rows.map(({ figure, date }) => [figure, date])).toEqual([[650, "2024-05-01"]]);
    expect(notes).toEqual([expect.stringContaining("at the 20 issuers with matches nearest to it")]);
    expect((await board("short-swing", "", "2024-05-01")).rows).toEqual([]);
  });

  it("store each step that does not add up, with what explains it", async () => {
    const steps = await store.db.residual.findMany({ orderBy: { toRow: "asc" } });
    expect(
      steps.map((step) => [step.toRow, step.left, step.found, step.residual, step.explanation, step.evidence]),
    ).toEqual([
      ["0000000009-24-000012#t1-tx1", 1000, 1050, 50, "unexplained", ""],
      ["0000000009-24-000014#t1-tx1", 2000, 2312, 312, "footnote", expect.stringContaining("312 shares")],
    ]);
    expect(steps.map((step) => [step.fromRow, step.date, step.fromDate, step.knownAt])).toEqual([
      ["0000000009-24-000011#t1-tx1", "2024-04-04", "2024-03-04", "2024-04-05T22:00:00.000Z"],
      ["0000000009-24-000013#t1-tx1", "2024-04-05", "2024-03-05", "2024-04-06T22:00:00.000Z"],
    ]);
  });

  it("show the unexplained steps unless another explanation is asked for", async () => {
    const { rows } = await board("ledger");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      date: "2024-04-04",
      figure: 50,
      section: "ledger-audit",
      insiders: [{ cik: "92", name: "FICTIONAL OWNER 92" }],
    });
    expect(rows[0]?.reason).toBe(
      "Common Stock: 1,000 after 4 Mar 2024, but the next report starts from 1,050: +50 unexplained. The balance reported is the one before the row. Nothing is changed.",
    );
    const figures = async (search: string) => (await board("ledger", search)).rows.map((row) => row.figure);
    expect(await figures("explanation=any")).toEqual([312, 50]);
    expect((await board("ledger", "explanation=footnote")).rows[0]?.reason).toBe(
      "Common Stock: 2,000 after 5 Mar 2024, but the next report starts from 2,312: +312, explained by footnote: Includes 312 shares acquired under the ESPP.",
    );
    expect(await figures("explanation=any&shares=51")).toEqual([312]);
    expect(await figures("explanation=footnote&issuer=9")).toEqual([312]);
    expect(await figures("explanation=split")).toEqual([]);
    expect(readSignalQuery("ledger", { explanation: "magic" }).unread).toEqual(["explanation=magic"]);
  });

  it("audit for an earlier day what was filed by then", async () => {
    const past = async (day: string) => (await board("ledger", "explanation=any", day)).rows.map((row) => row.figure);
    expect([await past("2024-04-04"), await past("2024-04-05"), await past("2024-04-06")]).toEqual([
      [],
      [50],
      [312, 50],
    ]);
  });

  it("are checked against the sources", async () => {
    expect((await checkLedger(store)).differences).toEqual([]);
    await store.db.residual.updateMany({ where: { residual: 50 }, data: { residual: 49 } });
    await store.db.shortSwing.deleteMany();
    const { differences } = await checkLedger(store);
    expect(differences.map(({ table, kind }) => `${table} ${kind}`).sort()).toEqual([
      "Residual missing",
      "Residual unexpected",
      "ShortSwing missing",
    ]);
  });

  it("say so where an older ledger is not refreshed yet", async () => {
    await store.db.derivedIssuer.deleteMany({ where: { issuerCik: "9" } });
    expect((await board("ledger")).notes).toEqual([expect.stringContaining("insider db refresh")]);
    expect((await getSignals(store, "clusters", {})).notes).toEqual([expect.stringContaining("insider db refresh")]);
    expect((await getSignals(store, "plans", {})).notes).toEqual([expect.stringContaining("insider db refresh")]);
    expect((await getSignals(store, "late", {})).notes).toEqual([]);
  });
});

describe.each(dialects())("what is stored of a sample market on $name", (dialect) => {
  it("is what the market planted", async () => {
    const folder = mkdtempSync(join(tmpdir(), "audit-boards-"));
    const database = await dialect.create();
    try {
      const store = await database.open();
      await writeSample({ out: folder, filings: 600, issuers: 6, seed: 11, as: "submission" });
      await ingestFilings(store, readForStore([join(folder, "submissions")], {}), { now });
      let [matches, gaps, splits] = [0, 0, 0];
      for await (const { issuerCik, shortSwing, ledgerResiduals, splits: planted } of readTruth(folder)) {
        const swings = await store.db.shortSwing.findMany({ where: { issuerCik } });
        const profit = swings.reduce((sum, one) => sum + one.profit, 0);
        const pairs = swings.reduce((sum, one) => sum + one.pairCount, 0);
        const truth = shortSwing.reduce((sum, pair) => sum + pair.profit, 0);
        expect([issuerCik, pairs, profit]).toEqual([issuerCik, shortSwing.length, expect.closeTo(truth, 4)]);
        const steps = await store.db.residual.findMany({ where: { issuerCik } });
        expect(steps.map((one) => `${one.toRow} ${one.residual} ${one.explanation}`).sort()).toEqual(
          ledgerResiduals.map((one) => `${one.key} ${one.residual} ${one.explanation}`).sort(),
        );
        const stored = await store.db.stockSplit.findMany({ where: { issuerCik } });
        expect(stored.map(({ ratioTo, ratioFor }) => `${issuerCik}|${ratioTo / ratioFor}`).sort()).toEqual(
          planted.map((split) => split.key).sort(),
        );
        matches += shortSwing.length;
        gaps += ledgerResiduals.length;
        splits += planted.length;
      }
      expect([matches > 0, gaps > 0, splits > 0]).toEqual([true, true, true]);
    } finally {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it("offers every explanation of the audit", () => {
  expect([...EXPLAINED, UNEXPLAINED]).toEqual([...RESIDUAL_EXPLANATIONS]);
});
