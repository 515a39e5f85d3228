import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { syncParties } from "@/lib/services/edgar/sync-parties";
import type { Store } from "@/lib/store/client";
import { queueState } from "@/lib/store/edgar/edgar-queue";
import { dialects, type TestDatabase } from "../../support/databases";
import { fictionalFilings, type Rehearsal, rehearse } from "../../support/edgar";
import { contextOf, ingestDirectly } from "../../support/edgar-ledger";
import { dumpLedger } from "../../support/ledger-dump";

const filings = fictionalFilings(["2023-12-29", "2024-03-04", "2024-03-05"], 10);
const fern = filings.filter((filing) => filing.issuer === "9900001");
const nothing = { issuers: [], insiders: [], since: null, limit: null, retry: false };

describe.each(dialects())("sync on $name", (dialect) => {
  let edgar: Rehearsal;
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    edgar = await rehearse(filings, { recent: 8 });
  });
  beforeEach(async () => {
    edgar.standIn.faults.clear();
    edgar.standIn.log.length = 0;
    database = await dialect.create();
    store = await database.open();
    return () => database.drop();
  });
  afterAll(() => edgar.close());

  it("brings the whole history of a ticker, older pages included, and nothing twice", async () => {
    const context = contextOf(edgar, store);
    const { summary, parties } = await syncParties(context, { ...nothing, issuers: ["fern"] });
    expect(parties).toEqual([
      { word: "fern", cik: "9900001", name: "Fictional Issuer 9900001 Inc", listed: 20, error: null },
    ]);
    expect(summary).toMatchObject({ created: 20, replaced: 0, unchanged: 0, failed: 0, listed: 20, waiting: 0 });
    expect(edgar.standIn.log.filter((path) => path.includes("-submissions-"))).toHaveLength(2);
    const stored = await store.db.filing.findMany({ where: { issuerCik: "9900001" } });
    expect(stored.map((filing) => filing.id).sort()).toEqual(fern.map((filing) => filing.accession).sort());
    expect(stored.every((filing) => filing.acceptedAt?.startsWith(filing.filingDate ?? "?"))).toBe(true);

    const again = await syncParties(contextOf(edgar, store), { ...nothing, issuers: ["FERN"] });
    expect(again.summary).toMatchObject({ created: 0, unchanged: 20, failed: 0 });
    expect(edgar.standIn.log.filter((path) => path.endsWith(".txt"))).toHaveLength(20);
    expect(await queueState(store.db)).toEqual({ waiting: 0, failed: {} });
  });

  it("equals the ledger of the same files ingested directly", async () => {
    await syncParties(contextOf(edgar, store), { ...nothing, issuers: ["FERN", "mos-b"] });
    const direct = await dialect.create();
    const other = await direct.open();
    await ingestDirectly(other, filings);
    expect(await dumpLedger(store)).toEqual(await dumpLedger(other));
    await direct.drop();
  });

  it("takes a person's filings at all issuers, since a day, the newest first up to a limit", async () => {
    const person = filings.filter((filing) => filing.owners.includes("9900101"));
    const { summary } = await syncParties(contextOf(edgar, store), { ...nothing, insiders: ["0009900101"] });
    expect(summary.created).toBe(person.length);
    const owned = await store.db.filingOwner.findMany({ where: { ownerCik: "9900101" } });
    expect(new Set(owned.map((owner) => owner.filingId))).toEqual(new Set(person.map((filing) => filing.accession)));

    const since = { ...nothing, issuers: ["9900001"], since: "2024-03-05", limit: 3 };
    const context = contextOf(edgar, store);
    const before = edgar.standIn.log.length;
    const { summary: newest, parties } = await syncParties(context, since);
    expect(parties[0]?.listed).toBe(fern.filter((filing) => filing.filed === "2024-03-05").length);
    expect(newest.created + newest.unchanged).toBe(3);
    const log = edgar.standIn.log.slice(before);
    // The older pages end on the day before: they are not asked for.
    expect(log.filter((path) => path.includes("-submissions-"))).toEqual([]);
  });

  it("counts a party that EDGAR does not know, and goes on with the others", async () => {
    const { summary, parties } = await syncParties(contextOf(edgar, store), {
      ...nothing,
      issuers: ["GONE", "1", "MOS.B"],
    });
    expect(parties.map((party) => party.error?.code ?? null)).toEqual(["ticker-unknown", "party-unknown", null]);
    expect(summary).toMatchObject({ failed: 2, created: 10, reasons: { "ticker-unknown": 1, "party-unknown": 1 } });
  });

  it("replaces what a data set had rounded: a source without the header is no reason to pass a filing over", async () => {
    const [one] = fern;
    if (one === undefined) throw new Error("no filing");
    await ingestDirectly(store, [one]);
    await store.db.filingSource.updateMany({ data: { format: "dataset" } });
    const { summary } = await syncParties(contextOf(edgar, store), { ...nothing, issuers: ["FERN"] });
    expect(summary).toMatchObject({ failed: 0, listed: 20 });
    expect(edgar.standIn.log.filter((path) => path.endsWith(`${one.accession}.txt`))).toHaveLength(1);
  });

  it("records a filing that isn't there yet, and has it with the next run", async () => {
    const [late] = fern;
    const path = new RegExp(`${late?.accession}\\.txt$`);
    edgar.standIn.faults.add({ kind: "not-yet", times: 1, path });
    const context = contextOf(edgar, store);
    const { summary } = await syncParties(context, { ...nothing, issuers: ["FERN"] });
    expect(summary).toMatchObject({ created: 19, failed: 1, reasons: { "edgar-not-found": 1 } });
    expect(await queueState(store.db)).toEqual({ waiting: 1, failed: { "edgar-not-found": 1 } });
    expect((await store.db.failedDocument.findMany()).map((failure) => failure.code)).toEqual(["edgar-not-found"]);

    const retry = await syncParties(context, { ...nothing, retry: true });
    expect(retry.summary).toMatchObject({ created: 1, failed: 0 });
    expect(await queueState(store.db)).toEqual({ waiting: 0, failed: {} });
    expect(await store.db.failedDocument.count()).toBe(0);
  });

  it("forgets a failure whose filing was stored in another way since", async () => {
    const [late] = fern;
    edgar.standIn.faults.add({ kind: "not-yet", times: 1, path: new RegExp(`${late?.accession}\\.txt$`) });
    await syncParties(contextOf(edgar, store), { ...nothing, issuers: ["FERN"] });
    expect(await store.db.failedDocument.count()).toBe(1);
    if (late !== undefined) await ingestDirectly(store, [late]);
    await store.db.failedDocument.create({
      data: {
        source: `edgar:${late?.accession}.txt`,
        code: "edgar-not-found",
        message: "not there",
        failedAt: "2024-03-05T00:00:00.000Z",
      },
    });
    await syncParties(contextOf(edgar, store), { ...nothing, issuers: ["FERN"] });
    expect(await store.db.failedDocument.count()).toBe(0);
    expect(await queueState(store.db)).toEqual({ waiting: 0, failed: {} });
  });

  it("stops after five fetches in a row without EDGAR, and keeps the rest for the next run", async () => {
    edgar.standIn.faults.add({ kind: "server-error", times: 1000, path: /\.txt$/ });
    const context = contextOf(edgar, store, { backOff: { tries: 2, first: 1 } });
    const { summary } = await syncParties(context, { ...nothing, issuers: ["FERN"] });
    expect(summary.created).toBe(0);
    expect(summary.failed).toBeGreaterThanOrEqual(5);
    expect(summary.failed + summary.waiting).toBe(20);
    expect(summary.stopped).toMatch(/status 500/);
    expect((await queueState(store.db)).waiting).toBe(20);
    edgar.standIn.faults.clear();
    const again = await syncParties(contextOf(edgar, store), { ...nothing, retry: true });
    expect(again.summary).toMatchObject({ created: 20, failed: 0, waiting: 0 });
  });

  it("ends when it is told to, between two filings, and keeps what was fetched", async () => {
    const stop = new AbortController();
    const context = contextOf(edgar, store, { signal: stop.signal });
    context.onProgress = ({ phase, done }) => {
      if (phase === "filings" && done === 7) stop.abort(new Error("stopped"));
    };
    const { summary } = await syncParties(context, { ...nothing, issuers: ["FERN"] });
    expect(summary.created).toBeGreaterThanOrEqual(7);
    expect(summary.created + summary.waiting).toBe(20);
    const again = await syncParties(contextOf(edgar, store), { ...nothing, issuers: ["FERN"] });
    expect(again.summary.created + summary.created).toBe(20);
  });
});
