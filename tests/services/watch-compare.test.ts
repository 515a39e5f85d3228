import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watchedFilingLines } from "@/lib/format/watch-words";
import { watchFeed } from "@/lib/http/feed/watch-feed";
import { writeSample } from "@/lib/sample/write-sample";
import { getCompare } from "@/lib/services/compare/get-compare";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { searchLedger } from "@/lib/services/parties/search-ledger";
import { getIssuerSections } from "@/lib/services/sections/get-sections";
import { findParty } from "@/lib/services/watch/find-party";
import { getWatch } from "@/lib/services/watch/get-watch";
import { watchedQuery } from "@/lib/services/watch/watch-view";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

const [QUALYS, POSEY] = ["1107843", "1254781"];
const NOW = { now: () => new Date("2026-01-02T03:04:05Z") };

describe.each(dialects())("lists and comparisons over $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  let sample: string[];
  const folder = mkdtempSync(join(tmpdir(), "ledger-watch-"));
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), NOW);
    const out = join(folder, "market");
    await writeSample({ out, filings: 320, issuers: 6, seed: 7, as: "submission" });
    await ingestFilings(store, readForStore([join(out, "submissions")], {}), NOW);
    const issuers = await store.db.issuer.findMany({ where: { cik: { not: QUALYS } }, orderBy: { cik: "asc" } });
    sample = issuers.map((issuer) => issuer.cik);
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe("a watch list", () => {
    it("shows the seed filing's rows, each group as filed", async () => {
      const view = await getWatch(store, { issuers: ["qlys"], insiders: [POSEY], asOf: null });
      expect(view.parties).toEqual([
        {
          kind: "issuer",
          cik: QUALYS,
          name: "QUALYS, INC.",
          symbol: "QLYS",
          filings: 1,
          lastKnownAt: "2018-12-12T03:00:00.000Z",
        },
        {
          kind: "insider",
          cik: POSEY,
          name: "POSEY BRUCE K",
          symbol: null,
          filings: 1,
          lastKnownAt: "2018-12-12T03:00:00.000Z",
        },
      ]);
      // The filing of both parties is there once.
      expect([view.filings.length, view.count, view.undated, view.unknown]).toEqual([1, 1, 0, []]);
      expect(watchedFilingLines(given(view.filings[0]))).toEqual([
        "exercise (M), 10 Dec 2018: 2,000 Common Stock, at $37.28, $74,560.00",
        "sale (S), 10 Dec 2018: 2,000 Common Stock in 3 rows, at $75.5351 to $77.585, $152,750.75; planned (10b5-1)",
        "exercise (M), 10 Dec 2018: 2,000 Stock Option (right to buy)",
      ]);
      expect(watchedQuery(view)).toEqual({ issuers: [QUALYS], insiders: [POSEY], asOf: null });
    });

    it("knows nothing before the day, and says whom it does not know", async () => {
      const before = await getWatch(store, { issuers: [QUALYS, "NOSUCH", "77"], insiders: ["x"], asOf: "2018-12-10" });
      expect([before.filings, before.count]).toEqual([[], 0]);
      expect(before.unknown).toEqual(["NOSUCH", "x"]);
      expect(before.parties.map(({ cik, name, filings, lastKnownAt }) => [cik, name, filings, lastKnownAt])).toEqual([
        [QUALYS, "QUALYS, INC.", 0, null],
        ["77", null, 0, null],
      ]);
      expect((await getWatch(store, { issuers: [QUALYS], insiders: [], asOf: "2018-12-11" })).count).toBe(1);
    });

    it("holds each party's filings as the party's own page does, newest first", async () => {
      const [first = "", second = ""] = sample;
      const view = await getWatch(store, { issuers: [first, second], insiders: [], asOf: null });
      const pages = await Promise.all([first, second].map((cik) => getIssuer(store, { cik, codes: [] })));
      const own = pages.flatMap((page) => page?.filings ?? []).filter((filing) => filing.knownAt !== null);
      expect(view.count).toBe(own.length);
      const newest = own
        .map(({ knownAt, id }) => `${knownAt} ${id}`)
        .sort()
        .reverse()
        .slice(0, 100);
      expect(view.filings.map(({ knownAt, id }) => `${knownAt} ${id}`)).toEqual(newest);
      expect(view.fictional).toBe(true);
    });

    it("is a feed whose ids are the accession numbers", async () => {
      const view = await getWatch(store, { issuers: [given(sample[0])], insiders: [], asOf: null });
      const xml = watchFeed(view, watchedQuery(view), "https://ledger.example");
      const ids = [...xml.matchAll(/<id>tag:insider-ledger\.invalid,2026:filing\/([^<]+)<\/id>/g)].map(([, id]) => id);
      expect(ids).toEqual(view.filings.map((filing) => filing.accession));
      expect(xml).toContain(`<updated>${view.filings[0]?.knownAt}</updated>`);
      expect(xml).toContain(`href="https://ledger.example/filings/${ids[0]}"`);
      expect(xml).toContain("fictional sample market");
    });

    it("finds whom a word means, or offers several", async () => {
      expect((await findParty(store, "qlys")).party).toEqual({ kind: "issuer", cik: QUALYS });
      expect((await findParty(store, "bruce posey")).party).toEqual({ kind: "insider", cik: POSEY });
      expect((await findParty(store, POSEY)).party).toEqual({ kind: "insider", cik: POSEY });
      const several = await findParty(store, "example");
      expect(several.party).toBeNull();
      expect(several.found.length).toBeGreaterThan(1);
      expect(await findParty(store, "nobody at all")).toEqual({ party: null, found: [] });
    });
  });

  describe("a comparison", () => {
    it("of the seed filing's issuer gives the hand-checked figures", async () => {
      const view = await getCompare(store, { issuers: ["QLYS", "NOSUCH", "77"], asOf: null });
      expect(view.unknown).toEqual(["NOSUCH", "77"]);
      expect(view.issuers[0]).toEqual({
        issuer: { cik: QUALYS, name: "QUALYS, INC.", symbol: "QLYS" },
        filings: 1,
        firstTrade: "2018-12-10",
        lastTrade: "2018-12-10",
        through: "2018-12-12T03:00:00.000Z",
        net: { value: -152_750.7458, rows: 3, leftOut: 2 },
        buys: { value: 0, rows: 0, leftOut: 2 },
        sales: { value: 152_750.7458, rows: 3, leftOut: 2 },
        buyers: 0,
        sellers: 1,
        plannedSales: { planned: 152_750.7458, notPlanned: 0, notReported: 0 },
        months: [
          {
            month: "2018-12",
            buys: 0,
            sales: 152_750.7458,
            plannedBuys: 0,
            plannedSales: 152_750.7458,
            transactions: 3,
            unvalued: 0,
          },
        ],
        late: { late: 0, lateUnlessDeemed: 0, assessed: 0, notAssessed: 1 },
        exercises: {
          episodes: 1,
          outcomes: [{ outcome: "sale", count: 1 }],
          proceeds: { value: 152_750.7458, rows: 3, leftOut: 0 },
        },
        audit: { checked: 3, closed: 3, unexplained: 0 },
        doubleCount: { copies: 0, dollars: 0 },
        fictional: false,
      });
    });

    it("says of each issuer what its own page says", async () => {
      const view = await getCompare(store, { issuers: sample.slice(0, 4), asOf: null });
      expect(view.issuers.map((one) => one.issuer.cik)).toEqual(sample.slice(0, 4));
      for (const one of view.issuers) {
        const { cik } = one.issuer;
        const page = given(await getIssuer(store, { cik, codes: [] }));
        const { audit, meter } = await getIssuerSections(store, { cik, asOf: null });
        expect([one.net.value, one.buys.value, one.sales.value]).toEqual([
          page.totals.net.value,
          page.totals.buys.value,
          page.totals.sales.value,
        ]);
        expect(one.months).toEqual(page.months);
        expect(one.exercises.episodes).toBe(page.episodes.length);
        expect(one.audit).toEqual({
          checked: audit.checked,
          closed: audit.closed,
          unexplained: audit.byExplanation.find(({ explanation }) => explanation === "unexplained")?.count ?? 0,
        });
        expect(one.doubleCount.copies).toBe(meter.copies);
        const { planned, notPlanned, notReported } = one.plannedSales;
        expect(planned + notPlanned + notReported).toBeCloseTo(one.sales.value ?? 0, 4);
        expect(one.late.assessed + one.late.notAssessed).toBe(page.filings.length);
      }
    });

    it("knows on a day what was known on it", async () => {
      const view = await getCompare(store, { issuers: [QUALYS], asOf: "2018-12-10" });
      expect(view.issuers.map(({ filings, net, lastTrade }) => [filings, net.value, lastTrade])).toEqual([
        [0, 0, null],
      ]);
    });
  });

  it("search tells of an old ticker, and of a filing's parties", async () => {
    const [cik = ""] = sample;
    await store.db.issuerSymbol.create({ data: { symbol: "OLDONE", issuerCik: cik, lastKnownAt: null } });
    const { tradingSymbol } = given(await store.db.issuer.findUnique({ where: { cik } }));
    expect((await searchLedger(store, "oldone")).hits.map(({ cik: found, detail }) => [found, detail])).toEqual([
      [cik, `${tradingSymbol}, once OLDONE`],
    ]);
    expect((await searchLedger(store, given(tradingSymbol ?? undefined))).hits[0]?.detail).toBe(tradingSymbol);
    const filing = given(given(await getIssuer(store, { cik, codes: [] })).filings[0]);
    const [hit] = (await searchLedger(store, filing.id)).hits;
    expect(hit).toMatchObject({ kind: "filing", filingId: filing.id, detail: filing.id });
    expect(hit?.title).toContain(`Form ${filing.documentType}: `);
    expect(hit?.title).toContain(given(filing.issuer.name ?? undefined));
  });
});

function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("nothing there");
  return value;
}
