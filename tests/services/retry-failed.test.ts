import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { retryFailed } from "@/lib/services/care/retry-failed";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import type { SourceOutcome } from "@/lib/services/ingest/read-sources";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { stream } from "@/tests/support/ledger-market";

const now = () => new Date("2026-01-02T03:04:05Z");

const failed = (file: string): SourceOutcome => ({
  kind: "failed",
  file,
  error: { code: "source-empty", message: "It is empty.", line: null, column: null, advice: null },
});

describe("reading failed documents again", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    const [sqlite] = dialects();
    if (sqlite === undefined) throw new Error("SQLite is always there.");
    database = await sqlite.create();
  });
  afterAll(() => database.drop());

  it("tells files that are gone from filings that only EDGAR has", async () => {
    const store = await database.open();
    const sources = ["edgar:0000000001-24-000001.txt", "/nowhere/a.zip!b.xml"];
    await ingestFilings(store, stream(sources.map(failed)), { now });
    expect(await retryFailed(store, { now })).toEqual({
      created: 0,
      replaced: 0,
      unchanged: 0,
      failed: 0,
      missing: ["/nowhere/a.zip!b.xml"],
      fromEdgar: ["edgar:0000000001-24-000001.txt"],
    });
    expect(await store.db.failedDocument.count()).toBe(2);
  });
});
