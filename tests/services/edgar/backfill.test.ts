import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeSample } from "@/lib/sample/write-sample";
import { backfillDatasets } from "@/lib/services/edgar/backfill-datasets";
import { backfillDays } from "@/lib/services/edgar/backfill-days";
import { readCoverage } from "@/lib/services/edgar/coverage";
import { quartersBetween } from "@/lib/services/edgar/quarters";
import { type StandIn, startStandIn } from "@/lib/sources/edgar/stand-in/stand-in-server";
import type { Store } from "@/lib/store/client";
import { readPeriods } from "@/lib/store/edgar/edgar-periods";
import { dialects, type TestDatabase } from "../../support/databases";
import { fictionalFilings, type Rehearsal, rehearse, scratchFolder } from "../../support/edgar";
import { contextOf, ingestDirectly } from "../../support/edgar-ledger";
import { dumpLedger } from "../../support/ledger-dump";

const days = ["2024-03-28", "2024-03-29", "2024-04-01"];
const filings = fictionalFilings(days, 6);

describe.each(dialects())("backfill by day on $name", (dialect) => {
  let edgar: Rehearsal;
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    edgar = await rehearse(filings);
  });
  beforeEach(async () => {
    edgar.standIn.faults.clear();
    edgar.standIn.log.length = 0;
    database = await dialect.create();
    store = await database.open();
    return () => database.drop();
  });
  afterAll(() => edgar.close());

  it("fetches what the daily indexes of two quarters list, once", async () => {
    const summary = await backfillDays(contextOf(edgar, store), "2024-03-29", "2024-04-05");
    expect(summary).toMatchObject({ created: 12, failed: 0, listed: 12, waiting: 0, stopped: null });
    const periods = await readPeriods(store.db, "day", "2024-01-01", "2024-12-31");
    expect([...periods.values()].map(({ period, status, listed }) => [period, status, listed]).sort()).toEqual([
      ["2024-03-29", "done", 6],
      ["2024-04-01", "done", 6],
    ]);
    const again = contextOf(edgar, store);
    expect(await backfillDays(again, "2024-03-28", "2024-04-05")).toMatchObject({
      created: 6,
      unchanged: 0,
      listed: 6,
    });
    const direct = await dialect.create();
    const other = await direct.open();
    await ingestDirectly(other, filings);
    expect(await dumpLedger(store)).toEqual(await dumpLedger(other));
    await direct.drop();
  });

  it("leaves a day open until all of it is stored", async () => {
    edgar.standIn.faults.add({ kind: "not-yet", times: 1, path: /000003\.txt$/ });
    const first = await backfillDays(contextOf(edgar, store), "2024-03-28", "2024-03-28");
    expect(first).toMatchObject({ created: 5, failed: 1, reasons: { "edgar-not-found": 1 } });
    const open = await readPeriods(store.db, "day", "2024-03-28", "2024-03-28");
    expect(open.get("2024-03-28")).toMatchObject({ status: "failed", listed: 6, failed: 1, code: "edgar-not-found" });
    const coverage = await readCoverage(contextOf(edgar, store), "2024q1", "2024q2");
    expect(coverage.map(({ days: _, ...quarter }) => quarter)).toEqual([
      { period: "2024q1", listed: 12, stored: 5, withoutSubmission: 0, failed: 1, missing: 6, error: null },
      { period: "2024q2", listed: 6, stored: 0, withoutSubmission: 0, failed: 0, missing: 6, error: null },
    ]);
    expect(coverage[0]?.days).toEqual([
      { period: "2024-03-28", listed: 6, stored: 5, withoutSubmission: 0, failed: 1, missing: 0 },
      { period: "2024-03-29", listed: 6, stored: 0, withoutSubmission: 0, failed: 0, missing: 6 },
    ]);
    const second = await backfillDays(contextOf(edgar, store), "2024-03-28", "2024-03-28");
    expect(second).toMatchObject({ created: 1, unchanged: 5, failed: 0 });
    const done = await readPeriods(store.db, "day", "2024-03-28", "2024-03-28");
    expect(done.get("2024-03-28")).toMatchObject({ status: "done", failed: 0, code: null });
  });

  it("counts a listed filing as failed whose document failed in a data set or a file", async () => {
    const [first, second, third] = filings.map(({ accession }) => accession);
    const failure = { code: "dataset-record", message: "made for the test", failedAt: "2024-05-01T00:00:00.000Z" };
    for (const source of [
      `/data/2024q1_form345.zip!${first}`,
      `/folder/${second}.xml`,
      `/folder/${third}/primary_doc.xml`,
      "/data/2024q1_form345.zip!0009999999-24-000001",
    ]) {
      await store.db.failedDocument.create({ data: { ...failure, source } });
    }
    const [quarter] = await readCoverage(contextOf(edgar, store), "2024q1", "2024q1");
    expect(quarter).toMatchObject({ listed: 12, stored: 0, failed: 3, missing: 9 });
  });

  it("counts a day whose index can't be had, and goes on with the others", async () => {
    edgar.standIn.faults.add({ kind: "html", times: 9, path: /form\.20240329\.idx/ });
    const context = contextOf(edgar, store, { backOff: { tries: 3, first: 1 } });
    const summary = await backfillDays(context, "2024-03-28", "2024-04-01");
    expect(summary).toMatchObject({ created: 12, failed: 1, reasons: { "edgar-wrong-content": 1 } });
    const periods = await readPeriods(store.db, "day", "2024-03-29", "2024-03-29");
    expect(periods.get("2024-03-29")).toMatchObject({ status: "failed", code: "edgar-wrong-content" });
  });
});

describe.each(dialects())("backfill by data set on $name", (dialect) => {
  const scratch = scratchFolder();
  let standIn: StandIn;
  let quarters: string[];
  let total: number;
  let edgar: Rehearsal;
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    const sample = join(scratch.path, "sample");
    total = (await writeSample({ out: sample, filings: 60, seed: 3, issuers: 2, as: "dataset" })).filings;
    const served = join(scratch.path, "served");
    mkdirSync(served);
    quarters = readdirSync(sample)
      .filter((name) => name.endsWith(".zip"))
      .sort();
    for (const name of quarters) copyFileSync(join(sample, name), join(served, name));
    copyFileSync(join(sample, quarters[0] ?? ""), join(served, "2026q3_form345.zip"));
    standIn = await startStandIn({ folder: served, port: 0 });
    edgar = await rehearse(filings);
  });
  beforeEach(async () => {
    standIn.faults.clear();
    database = await dialect.create();
    store = await database.open();
    return () => database.drop();
  });
  afterAll(async () => {
    await edgar.close();
    await standIn.close();
    scratch.drop();
  });
  const first = () => quarters[0]?.slice(0, 6) ?? "";
  const last = () => quarters.at(-1)?.slice(0, 6) ?? "";

  it("stores every ZIP, and asks only whether they have changed after that", async () => {
    const context = contextOf(edgar, store, { url: standIn.url });
    const result = await backfillDatasets(context, first(), last());
    expect(result.summary.created).toBe(total);
    // The sample has quiet quarters, which the stand-in has no ZIP for: each is a failure of its own.
    const missing = quartersBetween(first(), last()).length - quarters.length;
    expect(result.summary).toMatchObject({ failed: missing, waiting: 0, reasons: { "edgar-not-found": missing } });
    expect(result.quarters.filter((quarter) => quarter.status === "done")).toHaveLength(quarters.length);
    const bytes = context.client.counts.bytes;
    const again = await backfillDatasets(context, first(), last());
    expect(again.summary).toMatchObject({ created: 0, unchanged: 0 });
    expect(again.quarters.filter((quarter) => quarter.unchanged)).toHaveLength(quarters.length);
    expect(context.client.counts.bytes).toBe(bytes);
  });

  it("follows the page of data sets into another folder, and tries the known ones when it can't be read", async () => {
    const context = contextOf(edgar, store, { url: standIn.url });
    const listed = await backfillDatasets(context, "2026q3", "2026q3");
    expect(listed.quarters).toMatchObject([{ period: "2026q3", status: "done", code: null }]);
    expect(context.client.counts.requests).toBe(2);
    standIn.faults.add({ kind: "html", times: 9, path: /data-research/ });
    const told: string[] = [];
    const blind = contextOf(edgar, store, { url: standIn.url, backOff: { tries: 2, first: 1 } });
    blind.onWarning = (_file, warning) => told.push(warning.code);
    const unlisted = await backfillDatasets(blind, "2026q3", "2026q4");
    expect(unlisted.quarters.map(({ period, code }) => [period, code])).toEqual([
      ["2026q3", null],
      ["2026q4", "edgar-not-found"],
    ]);
    expect(told).toEqual(["edgar-dataset-page"]);
  });

  it("outlasts cut and foreign answers, and tells a quarter that is not out yet from one that is missing", async () => {
    for (const kind of ["cut", "html", "truncated-gzip", "server-error"] as const) {
      standIn.faults.add({ kind, times: 1, path: /form345\.zip$/ });
    }
    const context = contextOf(edgar, store, { url: standIn.url });
    const soon = Date.parse("2031-01-15T12:00:00Z");
    const { clock } = context.client;
    const early = { ...clock, now: () => soon, sleep: clock.sleep, random: clock.random };
    Object.defineProperty(context.client, "clock", { value: early });
    const { summary, quarters: seen } = await backfillDatasets(context, first(), first());
    expect(seen[0]?.status).toBe("done");
    expect(summary).toMatchObject({ failed: 0, retries: 4 });
    const missing = await backfillDatasets(context, "2030q3", "2030q4");
    expect(missing.quarters.map(({ period, status, code }) => [period, status, code])).toEqual([
      ["2030q3", "failed", "edgar-not-found"],
      ["2030q4", "absent", "edgar-not-found"],
    ]);
    expect(missing.summary.failed).toBe(1);
  });
});
