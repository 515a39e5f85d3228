import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseCompanyTickers } from "@/lib/sources/edgar/formats/company-tickers";
import { checkSubmissionText } from "@/lib/sources/edgar/formats/submission-text-check";
import { companyTickersUrl, submissionTextUrl } from "@/lib/sources/edgar/network/addresses";
import type { EdgarClient } from "@/lib/sources/edgar/network/edgar-client";
import type { FaultKind } from "@/lib/sources/edgar/stand-in/faults";
import { type FictionalFiling, fictionalFilings, type Rehearsal, rehearse, textOf } from "../../../../support/edgar";

const filings = fictionalFilings(["2024-03-04"], 3);
const [first] = filings as [FictionalFiling];
let edgar: Rehearsal;

beforeAll(async () => {
  edgar = await rehearse(filings);
});
afterAll(() => edgar.close());
beforeEach(() => edgar.standIn.faults.clear());

function fetchFirst(client: EdgarClient): Promise<string> {
  const url = submissionTextUrl(client.hosts, first.issuer, first.accession);
  return client.getOnce(url, `filings/${first.accession}.txt`, (bytes) => {
    checkSubmissionText(bytes, first.accession);
    return bytes.toString("latin1");
  });
}

describe("a request", () => {
  it("brings the text, once: after that it is on disk", async () => {
    const client = edgar.client();
    expect(await fetchFirst(client)).toBe(textOf(first));
    expect(await fetchFirst(client)).toBe(textOf(first));
    expect(client.counts).toMatchObject({ requests: 1, retries: 0, fromCache: 1 });
  });

  it("fetches again what was damaged on disk", async () => {
    const client = edgar.client();
    await fetchFirst(client);
    const path = `${client.cache.path(`filings/${first.accession}.txt`)}.gz`;
    writeFileSync(path, readFileSync(path).subarray(0, 40));
    expect(await fetchFirst(client)).toBe(textOf(first));
    expect(client.counts.requests).toBe(2);
  });

  it("asks conditionally for what may change, and not at all while it is fresh", async () => {
    const client = edgar.client();
    const tickers = (freshFor?: number) =>
      client.getCurrent(
        companyTickersUrl(client.hosts),
        "tickers.json",
        (bytes) => parseCompanyTickers(bytes.toString()),
        freshFor,
      );
    const read = await tickers();
    const { bytes } = client.counts;
    expect(await tickers()).toEqual(read);
    expect(client.counts).toMatchObject({ requests: 2, bytes, fromCache: 1 });
    expect(await tickers(60_000)).toEqual(read);
    expect(client.counts).toMatchObject({ requests: 2, fromCache: 2 });
  });

  it.each<[FaultKind, number]>([
    ["forbidden", 3],
    ["too-many", 2],
    ["server-error", 3],
    ["slow", 1],
    ["cut", 3],
    ["truncated-gzip", 3],
    ["html", 3],
    ["short-length", 3],
    ["long-length", 3],
  ])("outlasts the fault %s", async (kind, times) => {
    edgar.standIn.faults.add({ kind, times });
    const client = edgar.client();
    expect(await fetchFirst(client)).toBe(textOf(first));
    expect(client.counts).toMatchObject({ requests: times + 1, retries: times });
  });

  it.each<[FaultKind, string]>([
    ["forbidden", "edgar-blocked"],
    ["server-error", "edgar-server-error"],
    ["cut", "edgar-connection"],
    ["truncated-gzip", "edgar-connection"],
    ["html", "edgar-wrong-content"],
  ])("gives up on %s with its own code, and keeps nothing", async (kind, code) => {
    edgar.standIn.faults.add({ kind, times: 4 });
    const client = edgar.client({ backOff: { tries: 4, first: 1, firstBlocked: 1 } });
    await expect(fetchFirst(client)).rejects.toMatchObject({ code });
    expect(client.counts.requests).toBe(4);
    expect(await client.cache.read(`filings/${first.accession}.txt`)).toBeNull();
    expect(await fetchFirst(client)).toBe(textOf(first));
  });

  it("tells a filing that isn't there from a block", async () => {
    const client = edgar.client();
    const missing = submissionTextUrl(client.hosts, "9900001", "0009900001-24-999999");
    await expect(client.get(missing, (bytes) => bytes)).rejects.toMatchObject({ code: "edgar-not-found" });
    expect(client.counts).toMatchObject({ requests: 2, blocks: 0 });
    edgar.standIn.faults.add({ kind: "not-yet", times: 1 });
    await expect(fetchFirst(client)).rejects.toMatchObject({ code: "edgar-not-found" });
  });

  it("refuses to be led to another host", async () => {
    edgar.standIn.faults.add({ kind: "redirect-away", times: 1 });
    const client = edgar.client();
    await expect(fetchFirst(client)).rejects.toMatchObject({ code: "edgar-redirect-refused" });
    expect(client.counts).toMatchObject({ requests: 1, retries: 0 });
  });

  it("counts the server's Retry-After from the server's own clock", async () => {
    const skewed = await rehearse(filings, { clockSkew: -86_400_000 });
    skewed.standIn.faults.add({ kind: "too-many-until", times: 1 });
    const waits: number[] = [];
    const client = skewed.client({ onRetry: (retry) => waits.push(retry.wait) });
    expect(await fetchFirst(client)).toBe(textOf(first));
    expect(waits).toHaveLength(1);
    // A second, as the header says in whole seconds.
    expect(waits[0]).toBeGreaterThanOrEqual(4);
    expect(waits[0]).toBeLessThanOrEqual(1000);
    await skewed.close();
  });

  it("does not sleep through a Retry-After of hours: it says so and stops", async () => {
    edgar.standIn.faults.add({ kind: "too-many", times: 1 });
    const client = edgar.client({
      backOff: { longestRetryAfter: 500, firstBlocked: 1 },
      paceFolder: join(edgar.folder, "p2"),
    });
    await expect(fetchFirst(client)).rejects.toMatchObject({ code: "edgar-blocked" });
    expect(client.counts.requests).toBe(1);
  });

  it("ends at once when it is told to", async () => {
    edgar.standIn.faults.add({ kind: "slow", times: 1 });
    const stop = new AbortController();
    const client = edgar.client({ signal: stop.signal, limits: { idleTimeout: 60_000 } });
    const fetching = fetchFirst(client);
    setTimeout(() => stop.abort(new Error("stopped")), 50);
    await expect(fetching).rejects.toThrow("stopped");
  });
});

describe("a client", () => {
  it.each([
    [null, "edgar-user-agent-missing"],
    ["  ", "edgar-user-agent-missing"],
    ["curl/8.5.0", "edgar-user-agent-without-contact"],
    ["Ada ada@fern", "edgar-user-agent-without-contact"],
    ["Ada\nX: y ada@fern.example", "edgar-user-agent-without-contact"],
  ])("does not start as %j", (userAgent, code) => {
    expect(() => edgar.client({ userAgent })).toThrow(expect.objectContaining({ code }));
  });

  it("does not start without a readable address", () => {
    for (const url of ["ftp://sec.gov", "sec.gov", "http://x/?a=1"]) {
      expect(() => edgar.client({ url })).toThrow(expect.objectContaining({ code: "edgar-url-invalid" }));
    }
  });
});
