import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import type { FilingView } from "@/lib/services/views/shapes/filing";
import type { MarketView } from "@/lib/services/views/shapes/market";
import type { InsiderView, IssuerView } from "@/lib/services/views/shapes/party";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const ROUTES: Record<string, () => Promise<{ GET: unknown }>> = {
  market: () => import("@/app/api/v1/market/route"),
  issuers: () => import("@/app/api/v1/issuers/[issuer]/route"),
  insiders: () => import("@/app/api/v1/insiders/[cik]/route"),
  filings: () => import("@/app/api/v1/filings/[id]/route"),
  search: () => import("@/app/api/v1/search/route"),
  "watch.atom": () => import("@/app/api/v1/watch.atom/route"),
  "share/issuers": () => import("@/app/share/issuers/[issuer]/route"),
  "share/insiders": () => import("@/app/share/insiders/[cik]/route"),
  "share/filings": () => import("@/app/share/filings/[id]/route"),
};

describe.each(dialects())("the API over $name", (dialect) => {
  let database: TestDatabase;
  const before = process.env.DATABASE_URL;
  beforeAll(async () => {
    database = await dialect.create();
    const store = await database.open();
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), {
      now: () => new Date("2026-01-02T03:04:05Z"),
    });
    vi.resetModules();
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    const { ledgerStore } = await import("@/lib/services/ledger-store");
    await (await ledgerStore()).close();
    process.env.DATABASE_URL = before;
    await database.drop();
  });

  async function get(noun: string, address: string, params: Record<string, string> = {}, headers: HeadersInit = {}) {
    const { GET } = (await ROUTES[noun]?.()) ?? {};
    const request = new Request(`http://127.0.0.1/api/v1/${noun}${address}`, { headers });
    return (GET as Route)(request, { params: Promise.resolve(params) });
  }

  it("gives the issuer page's numbers, filtered by code", async () => {
    const all: IssuerView = await (await get("issuers", "/QLYS", { issuer: "QLYS" })).json();
    expect(all.issuer).toEqual({ cik: "1107843", name: "QUALYS, INC.", symbol: "QLYS", symbols: ["QLYS"] });
    expect(all.totals.sales.value).toBe(152750.7458);
    const sales: IssuerView = await (await get("issuers", "/1107843?code=S", { issuer: "1107843" })).json();
    expect(sales.rows.map((row) => row.anchor)).toEqual(["t1-tx2", "t1-tx3", "t1-tx4"]);
    const exercises: IssuerView = await (await get("issuers", "/1107843?code=M", { issuer: "1107843" })).json();
    expect(exercises.totals.sales.value).toBe(0);
  });

  it("gives insiders, filings, the market and search", async () => {
    const insider: InsiderView = await (await get("insiders", "/1254781", { cik: "0001254781" })).json();
    expect(insider.insider).toEqual({ cik: "1254781", name: "POSEY BRUCE K" });
    const market: MarketView = await (await get("market", "")).json();
    const id = market.filings[0]?.id ?? "";
    const filing: FilingView = await (await get("filings", `/${id}`, { id })).json();
    expect(filing.document.footnotes).toHaveLength(5);
    expect(await (await get("search", "?q=posey")).json()).toEqual({
      hits: [{ kind: "insider", cik: "1254781", filingId: null, title: "POSEY BRUCE K", detail: null }],
    });
  });

  it("answers 304 while the ledger is unchanged", async () => {
    const first = await get("market", "");
    const etag = first.headers.get("etag") ?? "";
    expect(first.status).toBe(200);
    expect((await get("market", "", {}, { "if-none-match": etag })).status).toBe(304);
    // As a packing server in between sends it back.
    expect((await get("market", "", {}, { "if-none-match": `"v0", W/${etag}` })).status).toBe(304);
    expect((await get("market", "", {}, { "if-none-match": '"v0"' })).status).toBe(200);
  });

  it.each([
    ["watch.atom", {}],
    ["share/issuers", { issuer: "1107843" }],
    ["share/insiders", { cik: "1254781" }],
    ["share/filings", { id: "doc-1" }],
  ])("refuses a day that is none at %s, whatever version the reader has", async (noun, params) => {
    const known: Record<string, string>[] = [
      {},
      { "if-none-match": "*" },
      { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" },
    ];
    for (const headers of known) {
      expect((await get(noun, "?issuers=1107843&asof=2018-02-30", params, headers)).status).toBe(400);
      if (Object.keys(headers).length === 0) continue;
      expect((await get(noun, "?issuers=1107843&asof=2018-12-31", params, headers)).status).toBe(304);
    }
  });

  it.each([
    ["issuers", { issuer: "NOSUCH" }],
    ["issuers", { issuer: "99999" }],
    ["insiders", { cik: "99999" }],
    ["insiders", { cik: "not a cik" }],
    ["filings", { id: "0000000000-00-000000" }],
  ])("says plainly that %s %o is not there", async (noun, params) => {
    const response = await get(noun, "/x", params);
    expect(response.status).toBe(404);
    expect((await response.json()).error.code).toBe("not-found");
  });
});

describe("the API without a ledger", () => {
  const before = process.env.DATABASE_URL;
  afterEach(() => {
    process.env.DATABASE_URL = before;
  });

  it("answers 503 with the command to run, and makes no file", async () => {
    vi.resetModules();
    process.env.DATABASE_URL = "file:/nowhere/at/all/ledger.db";
    const { GET } = await import("@/app/api/v1/market/route");
    const response = await GET(new Request("http://127.0.0.1/api/v1/market"));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      error: { code: "database-missing", advice: expect.stringContaining("ingest") },
    });
  });
});
