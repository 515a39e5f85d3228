import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { main } from "@/lib/cli/main";
import { writeSample } from "@/lib/sample/write-sample";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { openStore } from "@/lib/store/client";
import { migrate } from "@/lib/store/migrate";

const folder = mkdtempSync(join(tmpdir(), "insider-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

const url = `file:${join(folder, "ledger.db")}`;
let output = "";

beforeEach(() => {
  output = "";
  vi.stubEnv("DATABASE_URL", url);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      output += String(text);
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it("writes with --out, and asks for it", async () => {
  const out = join(folder, "market");
  expect(await main(["sample", "--filings", "120", "--seed", "3", "--out", out])).toBe(0);
  expect(output).toContain("120 invented filings of 3 issuers");
  expect(await main(["sample"])).toBe(2);
  expect(output).toContain("required option '--out <dir>' not specified");
});

it("checks: 0 when all is found, 1 when not or when there is no ledger", async () => {
  const out = join(folder, "stored");
  const other = join(folder, "other");
  await writeSample({ filings: 60, seed: 4, out });
  await writeSample({ filings: 20, seed: 9, out: other });
  expect(await main(["sample", "check", out])).toBe(1);
  expect(output).toContain("[database-missing]");

  await migrate(url);
  const store = await openStore(url);
  await ingestFilings(store, readForStore([out], {}), { now: () => new Date("2026-07-01T12:00:00Z") });
  await store.close();

  output = "";
  expect(await main(["sample", "check", out, "--json"])).toBe(0);
  const check = JSON.parse(output) as { kinds: { missed: unknown[]; invented: unknown[] }[] };
  expect(check.kinds).toHaveLength(14);
  expect(check.kinds.flatMap((kind) => [...kind.missed, ...kind.invented])).toEqual([]);
  output = "";
  expect(await main(["sample", "check", other])).toBe(1);
  expect(output).toMatch(/│ totals +│ +\d+ │ +\d+ │ +0\.0000 │ +0\.0000 │ +[1-9]/);
  expect(output).toMatch(/totals: missed \d+\|[PS]: /);
  expect(output).toContain("of the sample's 20 filings are stored");
});
