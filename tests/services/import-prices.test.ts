import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { filingReturns, seriesFor } from "@/lib/services/prices/filing-returns";
import { importPrices } from "@/lib/services/prices/import-prices";
import { issuerPrices } from "@/lib/services/prices/issuer-prices";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { readPrices } from "@/lib/store/prices/read-prices";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

const folder = mkdtempSync(join(tmpdir(), "insider-prices-"));
afterAll(() => rmSync(folder, { recursive: true }));

const options = { now: () => new Date("2026-01-02T03:04:05Z") };
const QUALYS = "1107843";

function file(...lines: string[]): string {
  const path = join(folder, "prices.csv");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

describe.each(dialects())("importing prices into $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await dialect.create();
    store = await database.open();
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), options);
  });
  afterEach(() => database.drop());

  it("repeats of a hostile file only what a line of a terminal can hold", async () => {
    const path = file(
      "symbol,date,close",
      "\u001b[31mRED\u0007,2018-12-10,1",
      `QLYS,2018-12-10\u001b]0;x\u0007,1`,
      `QLYS,2018-12-10,${"C".repeat(9000)}`,
      `${"B".repeat(61)},2018-12-10,1`,
      "NU\0L,2018-12-10,1",
    );
    expect((await importPrices(store, path, options)).bad).toEqual([
      { line: 2, reason: "“\uFFFD[31MRED\uFFFD” is no symbol" },
      { line: 3, reason: "“2018-12-10\uFFFD]0;x\uFFFD” is no date" },
      { line: 4, reason: `“${"C".repeat(60)}” is no number` },
      { line: 5, reason: `“${"B".repeat(60)}” is no symbol` },
      { line: 6, reason: "“NU\uFFFDL” is no symbol" },
    ]);
  });

  it("takes no file for one row after a quote that is never closed", async () => {
    const path = file(
      "symbol,date,close",
      'QLYS,2018-12-10,"75.5',
      ..."x"
        .repeat(9000)
        .split("")
        .map(() => "QLYS,2018-12-11,5"),
    );
    await expect(importPrices(store, path, options)).rejects.toMatchObject({ code: "prices-unreadable" });
  });

  it("names ten lines of a day that thousands of rows contradict", async () => {
    const path = file("symbol,date,close", ...Array.from({ length: 3000 }, (_, at) => `QLYS,2018-12-10,${at + 1}`));
    const { bad, created } = await importPrices(store, path, options);
    expect([bad.length, created]).toEqual([3000, 0]);
    expect(bad[2999]?.reason).toBe(
      "2018-12-10 has several closes (lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2990 more)",
    );
  });

  it("stores a close a day by symbol, again changes nothing, another close replaces", async () => {
    const before = await readDataVersion(store.db);
    const path = file(
      "Date,Open,Close,Symbol",
      "2018-12-11,1,75.2,QLYS",
      "12/10/2018,1,76.1,qlys",
      "2018-12-12,1,.5,QLYS",
    );
    expect(await importPrices(store, path, options)).toEqual({
      created: 3,
      replaced: 0,
      unchanged: 0,
      duplicates: 0,
      bad: [],
      unplaced: [],
      gaps: [],
    });
    const closes = [
      { date: "2018-12-10", close: 76.1 },
      { date: "2018-12-11", close: 75.2 },
      { date: "2018-12-12", close: 0.5 },
    ];
    expect(await readPrices(store.db, QUALYS)).toEqual([{ symbol: "QLYS", closes }]);
    const version = await readDataVersion(store.db);
    expect(version).not.toBe(before);
    expect(await importPrices(store, path, options)).toMatchObject({ created: 0, replaced: 0, unchanged: 3 });
    expect(await readDataVersion(store.db)).toBe(version);
    const changed = await importPrices(store, file("symbol,date,close", "QLYS,2018-12-11,75.3"), options);
    expect(changed).toMatchObject({ created: 0, replaced: 1, unchanged: 0 });
    expect((await readPrices(store.db, QUALYS))[0]?.closes[1]).toEqual({ date: "2018-12-11", close: 75.3 });
  });

  it("says of every row that it did not take the line and why", async () => {
    const path = file(
      "cik,symbol,date,close",
      "1107843,,2018-12-10,76.1",
      "0001107843,,2018-12-10,76.10",
      "1107843,,2018-12-11,75.2",
      "1107843,,2018-12-11,75.3",
      "1107843,,2018-12-31,74",
      "1107843,,2018-12-15,74",
      "1107843,,2018-13-01,74",
      "1107843,,2018-12-12,",
      '1107843,,2018-12-12,"1,074.5"',
      "1107843,,2018-12-12,0",
      "1107843,,2030-01-02,74",
      ",,2018-12-12,74",
      "12x,,2018-12-12,74",
      "1107843,,2018-12-12",
      ",NOSUCH,2018-12-12,9",
      ",NOSUCH,2018-12-13,9",
      "999,,2018-12-13,9",
    );
    const result = await importPrices(store, path, options);
    expect(result.bad).toEqual([
      { line: 4, reason: "2018-12-11 has several closes (lines 4, 5)" },
      { line: 5, reason: "2018-12-11 has several closes (lines 4, 5)" },
      { line: 7, reason: "2018-12-15 is a Saturday or Sunday" },
      { line: 8, reason: "“2018-13-01” is no date" },
      { line: 9, reason: "no close" },
      { line: 10, reason: "“1,074.5” is no number" },
      { line: 11, reason: "a close of 0 is no price" },
      { line: 12, reason: "2030-01-02 lies in the future" },
      { line: 13, reason: "neither symbol nor CIK" },
      { line: 14, reason: "“12x” is no CIK" },
      { line: 15, reason: "3 fields where the header has 4" },
    ]);
    expect(result.unplaced).toEqual([
      { name: "NOSUCH", line: 16, rows: 2, reason: "no filing in the ledger names it" },
      { name: "CIK 999", line: 18, rows: 1, reason: "no filing in the ledger names it" },
    ]);
    expect(result.gaps).toEqual([{ name: "CIK 1107843", from: "2018-12-10", to: "2018-12-31", days: 21 }]);
    expect([result.created, result.duplicates]).toEqual([2, 1]);
  });

  it("leaves a symbol that two issuers used to its CIK", async () => {
    await store.db.issuerSymbol.create({ data: { symbol: "QLYS", issuerCik: "77" } });
    const { created, unplaced } = await importPrices(store, file("symbol,date,close", "QLYS,2018-12-12,80"), options);
    const reason = expect.stringMatching(/^2 issuers used it: give the CIK \((77, 1107843|1107843, 77)\)$/);
    expect([created, unplaced]).toEqual([0, [{ name: "QLYS", line: 2, rows: 1, reason }]]);
    const named = await importPrices(store, file("symbol,cik,date,close", "QLYS,1107843,2018-12-12,80"), options);
    expect([named.created, named.unplaced]).toEqual([1, []]);
  });

  it("gives a filing its returns, and none without prices", async () => {
    // Signed on 11 December 2018: public at 22:00 that day, so the next day's close counts.
    const filing = { tradingSymbol: "QLYS", knownAt: "2018-12-12T03:00:00.000Z", knownAtBasis: "accepted" } as const;
    const none = { lines: [], inForce: [] };
    expect(await issuerPrices(store, QUALYS, null, none)).toBeNull();
    await importPrices(store, file("symbol,date,close", "QLYS,2018-12-12,80", "QLYS,2018-12-13,82"), options);
    const prices = await issuerPrices(store, QUALYS, null, none);
    if (prices === null) throw new Error("no prices");
    const returns = filingReturns(prices, filing);
    expect([returns?.symbol, returns?.from?.date, returns?.isEstimated]).toEqual(["QLYS", "2018-12-12", false]);
    expect(returns?.after.slice(0, 2)).toEqual([
      { days: 1, value: 0.025, to: { date: "2018-12-13", close: 82 }, reason: null },
      { days: 5, value: null, to: null, reason: "prices end before" },
    ]);
  });

  it("refuses a file that is no price file, and stores nothing of a broken one", async () => {
    const refused = (path: string) => expect(importPrices(store, path, options)).rejects;
    await refused(join(folder, "nowhere.csv")).toMatchObject({ code: "prices-missing" });
    await refused(file("symbol,day,close")).toMatchObject({ code: "prices-header", place: { line: 1 } });
    await refused(file("date,close", "2018-12-10,1")).toMatchObject({ code: "prices-header" });
    const broken = file("symbol,date,close", "QLYS,2018-12-10,76.1", 'QLYS,"2018-12-11"x,76.1');
    await refused(broken).toMatchObject({ code: "prices-unreadable" });
    expect(await readPrices(store.db, QUALYS)).toEqual([]);
  });
});

describe("the series of a form", () => {
  const series = ["", "AAA", "BBB"].map((symbol) => ({ symbol, closes: [] }));

  it("is its own symbol's, else the only one there is; classes are never mixed", () => {
    expect(seriesFor("NYSE: BBB", series)?.symbol).toBe("BBB");
    expect(seriesFor("CCC/AAA", series)?.symbol).toBe("AAA");
    expect(seriesFor("CCC", series)).toBeNull();
    expect(seriesFor(null, series.slice(0, 1))?.symbol).toBe("");
  });
});
