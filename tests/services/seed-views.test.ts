import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getFiling } from "@/lib/services/get-filing";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { getMarket } from "@/lib/services/market/get-market";
import { getInsider } from "@/lib/services/parties/get-insider";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";
import { searchLedger } from "@/lib/services/parties/search-ledger";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";
import type { FilingView } from "@/lib/services/views/shapes/filing";
import type { InsiderView, IssuerView } from "@/lib/services/views/shapes/party";
import type { Store } from "@/lib/store/client";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

const ISSUER = "1107843";
const OWNER = "1254781";

/** The worked example of the exercise-and-sell measure, checked by hand against the form. */
describe.each(dialects())("the seed filing's numbers from $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  let issuer: IssuerView;
  let insider: InsiderView;
  let filing: FilingView;
  beforeAll(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), {
      now: () => new Date("2026-01-02T03:04:05Z"),
    });
    issuer = given(await getIssuer(store, { cik: ISSUER, codes: [] }));
    insider = given(await getInsider(store, { cik: OWNER }));
    filing = given(await getFiling(store, given(issuer.filings[0]).id)).view;
  });
  afterAll(() => database.drop());

  it("rebuild the exercise and sale, the same on every page", () => {
    const episodes = [issuer.episodes, insider.episodes, filing.episodes].map((list) => given(list[0]));
    for (const episode of episodes) {
      expect(money(episode)).toEqual({
        cost: 74560,
        proceeds: 152750.7458,
        average: 76.3753729,
        spread: 78190.7458,
      });
      expect(episode.exercised.value).toBe(2000);
      expect(episode.sold.value).toBe(2000);
      expect(episode.withheld.value).toBe(0);
      expect(episode.retention[0]).toEqual({ days: 0, value: 0 });
      expect(episode.optionsLeft.value).toBe(15000);
      expect(episode.daysToExpiry).toBe(2423);
      expect([episode.type, episode.outcome, episode.planned]).toEqual(["option exercise", "sale", true]);
      expect(episode.sold.rows.map((row) => row.anchor)).toEqual(["t1-tx2", "t1-tx3", "t1-tx4"]);
      expect(episode.cost.rows.map((row) => row.anchor)).toContain("t2-tx1");
    }
  });

  it("add up sales with their rows, and count what is left out", () => {
    const { buys, sales, net } = issuer.totals;
    expect([buys.value, sales.value, net.value]).toEqual([0, 152750.7458, -152750.7458]);
    expect(sales.rows.map((row) => row.anchor)).toEqual(["t1-tx2", "t1-tx3", "t1-tx4"]);
    expect(sales.leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ["in Table II", 1],
      ["neither code P nor code S", 1],
    ]);
  });

  it("filter rows, totals and months by code alike", async () => {
    const exercises = given(await getIssuer(store, { cik: ISSUER, codes: ["M"] }));
    expect(exercises.rows.map((row) => row.anchor)).toEqual(["t1-tx1", "t2-tx1"]);
    expect(exercises.totals.sales.value).toBe(0);
    expect(exercises.months).toEqual([]);
    expect(exercises.codeCounts).toEqual([
      { code: "M", count: 2 },
      { code: "S", count: 3 },
    ]);
    expect(issuer.months).toEqual([
      {
        month: "2018-12",
        buys: 0,
        sales: 152750.7458,
        plannedBuys: 0,
        plannedSales: 152750.7458,
        transactions: 3,
        unvalued: 0,
      },
    ]);
  });

  it("draw the holding as reported, by arithmetic order", () => {
    const [shares, option] = insider.lines;
    expect(shares?.opening).toBe(57442);
    expect(shares?.points.map((point) => point.balance)).toEqual([59442, 58660, 57642, 57442]);
    expect(shares?.closing?.balance).toBe(57442);
    expect(option?.opening).toBe(17000);
    expect(option?.closing?.balance).toBe(15000);
    expect(option?.grant).toEqual({
      exercisePrice: 37.28,
      expirationDate: "2025-07-29",
      underlyingTitle: "Common Stock",
    });
  });

  it("draw the plan's card", () => {
    const plan = given(insider.plans[0]);
    expect(insider.plans).toHaveLength(1);
    expect(plan.adopted).toEqual({ date: "2018-05-17", precision: "day" });
    expect([plan.firstTrade, plan.daysBefore, plan.trades, plan.shares.value]).toEqual(["2018-12-10", 207, 3, 2000]);
    expect([plan.purchaseDays, plan.saleDays]).toEqual([[], ["2018-12-10"]]);
    expect(plan.waitingPeriod.outcome).toBe("rule did not apply");
    expect(plan.singleTrade).toBe(true);
    expect(plan.value.value).toBe(152750.7458);
  });

  it("give each sale its price band, its plan and its words", () => {
    const sales = filing.rows.filter((row) => row.code === "S");
    expect(sales.map((row) => [row.priceBand?.low, row.priceBand?.high])).toEqual([
      [75.3, 75.795],
      [76.56, 77.19],
      [77.57, 77.6],
    ]);
    for (const row of filing.rows) {
      expect([row.plan.planned, row.plan.basis, row.plan.footnoteId]).toEqual([true, "row footnote", "F1"]);
      expect(row.plan.adoptionDates).toEqual([{ date: "2018-05-17", precision: "day" }]);
      expect(row.footnoteIds.transactionCode).toEqual(["F1"]);
    }
  });

  it("say that no accession and no filing date are known, and when it was signed", () => {
    expect(filing.summary.id).toMatch(/^doc-[0-9a-f]{12}$/);
    expect([filing.summary.accession, filing.summary.filingDate, filing.edgarUrl]).toEqual([null, null, null]);
    expect(filing.summary.knownAtBasis).toBe("signature-date");
    expect(filing.timeliness).toMatchObject({ status: "not assessed", businessDays: null, signedAfter: 1 });
  });

  it("lead to the issuer from its ticker, and from parts of names in any order", async () => {
    expect(await resolveIssuer(store, "qlys")).toEqual({ cik: ISSUER, others: [] });
    expect(await resolveIssuer(store, "0001107843")).toEqual({ cik: ISSUER, others: [] });
    expect(await resolveIssuer(store, "NOSUCH")).toBeNull();
    const find = async (text: string) => (await searchLedger(store, text)).hits.map((hit) => hit.cik ?? hit.filingId);
    expect(await find("QLYS")).toEqual([ISSUER]);
    expect(await find("bruce pos")).toEqual([OWNER]);
    expect(await find("posey bruce")).toEqual([OWNER]);
    expect(await find("qualys")).toEqual([ISSUER]);
    expect(await find("1254781")).toEqual([OWNER]);
    expect(await find(filing.summary.id)).toEqual([filing.summary.id]);
    expect(await find('\'; DROP TABLE "Filing"; --')).toEqual([]);
    expect(await find(" ")).toEqual([]);
  });

  it("stand on the market page", async () => {
    const market = await getMarket(store);
    expect(market.counts).toEqual({ filings: 1, issuers: 1, insiders: 1, failed: 0 });
    expect(market.filings[0]?.codes).toEqual(["M", "S"]);
    expect(market.fictional).toBe(false);
  });
});

function money(episode: EpisodeView): Record<string, number | null> {
  const { cost, proceeds, averagePrice, spread } = episode;
  return { cost: cost.value, proceeds: proceeds.value, average: averagePrice.value, spread: spread.value };
}

function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("nothing there");
  return value;
}
