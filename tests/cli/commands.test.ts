import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { takeIngestLock } from "@/lib/store/writing/ingest-lock";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { startInsider } from "@/tests/support/run-insider";
import { SEED_TEXT, SEED_XML } from "@/tests/support/seed";

const IDENTITY = ["--issuer-cik", "1107843", "--owner-cik", "1254781"];

/** Each command is a process of its own, which takes seconds to come up where others need the processor. */
const UNDER_LOAD = { timeout: 240_000 };

describe.each(dialects())("the command line on $name", UNDER_LOAD, (dialect) => {
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await dialect.create();
    folder = mkdtempSync(join(tmpdir(), "ledger-cli-"));
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function insider(...words: string[]): Promise<{ code: number | string; output: string }> {
    const running = startInsider(words, { DATABASE_URL: database.url });
    return { code: await running.ended, output: running.output() };
  }

  it("creates the database, stores the seed filing, and tells what is stored", async () => {
    expect(await insider("db", "check-version")).toMatchObject({
      code: 1,
      output: expect.stringContaining("[database-missing]"),
    });
    const first = await insider("ingest", SEED_TEXT, ...IDENTITY, "--json");
    expect(first.code).toBe(0);
    expect(JSON.parse(first.output)).toEqual({
      created: 1,
      replaced: 0,
      unchanged: 0,
      failed: 0,
      skipped: 0,
      reasons: {},
      warnings: 0,
      warningCodes: {},
    });
    expect(await insider("db", "check-version")).toEqual({ code: 0, output: "" });
    const again = await insider("ingest", SEED_XML, ...IDENTITY);
    expect(
      again.output
        .replace(/ +/g, " ")
        .trim()
        .split("\n")
        .map((line) => line.trim()),
    ).toEqual(["created 0", "replaced 1", "unchanged 0", "failed 0", "skipped 0"]);
    const status = JSON.parse((await insider("status", "--json")).output);
    expect(status).toMatchObject({
      filings: 1,
      rows: 5,
      issuers: 1,
      insiders: 1,
      forms: [{ name: "4", count: 1 }],
      quarters: [{ name: "2018Q4", count: 1 }],
      sources: [
        { name: "text", count: 1 },
        { name: "xml", count: 1 },
      ],
      failed: 0,
      waitingIssuers: 0,
      ingesting: false,
      lastRun: { created: 0, replaced: 1 },
    });
    expect((await insider("db", "check")).output).toBe("1 issuer and 1 insider recomputed: no differences.\n");
  });

  it("says which documents failed and why, and reads them again when told to", async () => {
    const file = join(folder, "posey.md");
    copyFileSync(SEED_TEXT, file);
    const failed = await insider("ingest", file);
    expect(failed.code).toBe(1);
    expect(failed.output).toContain("[identity-missing]");
    expect(failed.output).toMatch(/failed +1\n +identity-missing +1/);
    const status = await insider("status");
    expect(status.output).toContain(file);
    expect(await insider("retry")).toMatchObject({ code: 1, output: expect.stringContaining("[identity-missing]") });
    const identity = { issuerCik: "1107843", ownerCiks: ["1254781"] };
    writeFileSync(`${file}.identity.json`, JSON.stringify(identity));
    const retried = await insider("retry", "--json");
    expect(JSON.parse(retried.output)).toEqual({
      created: 1,
      replaced: 0,
      unchanged: 0,
      failed: 0,
      missing: [],
      fromEdgar: [],
    });
    expect(JSON.parse((await insider("status", "--json")).output)).toMatchObject({ filings: 1, failed: 0 });
  });

  it("says so when there is no filing at all", async () => {
    mkdirSync(join(folder, "empty"));
    expect(await insider("ingest", join(folder, "empty"))).toMatchObject({
      code: 1,
      output: expect.stringContaining("[no-documents]"),
    });
  });

  it("waits for another ingest, and says so", async () => {
    await database.open();
    const lock = await takeIngestLock(readDatabaseUrl(database.url), () => undefined);
    const running = startInsider(["ingest", SEED_TEXT, ...IDENTITY, "--json"], { DATABASE_URL: database.url });
    // One that ends without having waited must fail here, not hang.
    const hasEnded = running.ended.then(() => true);
    while (!running.output().includes("waiting")) {
      const ended = await Promise.race([hasEnded, new Promise((resolve) => setTimeout(resolve, 50))]);
      if (ended === true) throw new Error(`The ingest did not wait: ${running.output()}`);
    }
    expect(JSON.parse((await insider("status", "--json")).output)).toMatchObject({ filings: 0, ingesting: true });
    await lock.release();
    expect(await running.ended).toBe(0);
    expect(running.output().trim().split("\n")).toEqual([
      "insider: another ingest is under way; waiting for it to end.",
      expect.stringContaining('"created":1'),
    ]);
  });

  it("backs up, restores and copies", async () => {
    await insider("ingest", SEED_TEXT, ...IDENTITY);
    const file = join(folder, "backup.db");
    expect((await insider("db", "backup", file)).code).toBe(0);
    expect(existsSync(file) && readFileSync(file).subarray(0, 15).toString()).toBe("SQLite format 3");
    expect(existsSync(`${file}-wal`)).toBe(false);
    const other = `file:${join(folder, "other.db")}`;
    const copied = await insider("db", "copy", "--to", other);
    expect(copied.output).toMatch(/copied to .*; counts and checksums agree\.\n$/);
    const refused = await insider("db", "restore", file);
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("[copy-target-not-empty]") });
    expect((await insider("db", "restore", file, "--replace")).code).toBe(0);
    expect((await insider("db", "vacuum")).code).toBe(0);
    expect((await insider("db", "check")).output).toContain("no differences");
  });
});
