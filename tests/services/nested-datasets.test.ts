import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { writeSample } from "@/lib/sample/write-sample";
import { countSources } from "@/lib/services/ingest/count-sources";
import { readInThreads } from "@/lib/services/ingest/read-in-threads";
import { readForStore, type SourceOutcome } from "@/lib/services/ingest/read-sources";
import { ReadingProgress } from "@/lib/services/ingest/reading-progress";
import { LazyPool, WorkerPool } from "@/lib/services/workers/worker-pool";
import { openSources } from "@/lib/sources/containers/open-sources";
import { collect, type Files, tarOf, zipOf } from "@/tests/unit/sources/containers/make-archives";

/** Where Linux lists the files that this process has open. */
const OPEN_FILES = "/proc/self/fd";
/** Enough that workers are started for one data set of all filings. */
const FILINGS = 1_600;

/** What an outcome comes to, whatever the path it was read by. */
function essence(outcome: SourceOutcome): string {
  if (outcome.kind !== "prepared") return `${outcome.kind} ${outcome.file}`;
  const { filingKey, hash, coreHash, issuerCik, format, body } = outcome.source;
  return [filingKey, hash, coreHash, issuerCik, format, Buffer.from(body).toString("base64")].join(" ");
}

async function essences(outcomes: AsyncIterable<SourceOutcome>): Promise<string[]> {
  const all: string[] = [];
  for await (const outcome of outcomes) all.push(essence(outcome));
  return all.sort();
}

/** The tables of the quarters before 2023, which all have the same columns, as one data set. */
async function oneDataset(folder: string): Promise<Files> {
  const tables: Record<string, Buffer[]> = {};
  for await (const item of openSources([folder])) {
    if (item.kind !== "dataset" || basename(item.file) >= "2023") continue;
    for (const { table, open } of item.dataset.tables) {
      const bytes = await collect(await open());
      const known = tables[`${table}.tsv`];
      if (known === undefined) tables[`${table}.tsv`] = [bytes];
      else known.push(bytes.subarray(bytes.indexOf("\n") + 1));
    }
  }
  return Object.fromEntries(Object.entries(tables).map(([name, parts]) => [name, Buffer.concat(parts)]));
}

function under(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));
}

describe("a data set, wherever it lies", () => {
  let folder: string;
  let expected: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "ledger-nested-"));
    await writeSample({ filings: FILINGS, seed: 5, as: "dataset", out: join(folder, "quarters") });
    const tables = await oneDataset(join(folder, "quarters"));
    mkdirSync(join(folder, "plain"));
    for (const [name, bytes] of Object.entries(tables)) writeFileSync(join(folder, "plain", name), bytes);
    expected = await essences(readForStore([join(folder, "plain")], {}));
    expect(expected.filter((line) => line.startsWith("9500"))).toHaveLength(expected.length);
    expect(expected.length).toBeGreaterThan(FILINGS / 2);
    const zip = await zipOf(tables);
    // Large enough that what a stream reads ahead of its reader is little beside it.
    const stored = await zipOf(tables, { compress: false });
    const nested = await zipOf({ "years/2024q1_form345.zip": zip });
    const archives: Record<string, Buffer> = {
      "direct.zip": zip,
      "folder.zip": await zipOf(under("2024q1", tables)),
      "nested.zip": nested,
      "deep.zip": await zipOf({ "all/nested.zip": nested }),
      "tables.tar": await tarOf(under("2024q1", tables)),
      "zips.tgz": gzipSync(await tarOf({ "2024q1_form345.zip": stored, "note.pdf": "%PDF" }), { level: 0 }),
    };
    for (const [name, bytes] of Object.entries(archives)) writeFileSync(join(folder, name), bytes);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => vi.restoreAllMocks());

  const quarter = (name: string) => readFileSync(join(folder, "quarters", name));

  it.each([
    ["plain", ""],
    ["direct.zip", ""],
    ["folder.zip", "!2024q1"],
    ["nested.zip", "!years/2024q1_form345.zip"],
    ["deep.zip", "!all/nested.zip!years/2024q1_form345.zip"],
    ["tables.tar", "!2024q1"],
    ["zips.tgz", "!2024q1_form345.zip"],
  ])("is joined in a worker, to the same filings: %s%s", { timeout: 120_000 }, async (name, inner) => {
    const path = join(folder, name);
    const add = vi.spyOn(WorkerPool.prototype, "add");
    const threads = new LazyPool();
    const progress = new ReadingProgress((await countSources([path])).bytes);
    const parts: number[] = [];
    const all: string[] = [];
    for await (const outcome of readInThreads([path], {}, threads, progress)) {
      parts.push(progress.part ?? Number.NaN);
      if (outcome.kind !== "skipped") all.push(essence(outcome));
    }
    await threads.close();
    expect(add.mock.calls.map(([task]) => task.kind === "dataset" && task.file)).toEqual([`${path}${inner}`]);
    expect(all.sort()).toEqual(expected);
    // It rises with the filings, and has come to the end with the last of them.
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts[Math.floor(all.length / 2)]).toBeGreaterThan(0.2);
    expect(parts[Math.floor(all.length / 2)]).toBeLessThan(0.9);
    expect(progress.part).toBeCloseTo(1, 9);
  });

  it("goes to a worker however small, once there are many", { timeout: 120_000 }, async () => {
    const add = vi.spyOn(WorkerPool.prototype, "add");
    const threads = new LazyPool();
    const path = join(folder, "quarters");
    const all = await essences(readInThreads([path], {}, threads));
    await threads.close();
    const single = await essences(readForStore([path], {}));
    expect(all).toEqual(single);
    const given = add.mock.calls.filter(([task]) => task.kind === "dataset").length;
    expect(given).toBeGreaterThan(10);
    expect(given).toBeLessThan(80);
  });

  it("is told of as it is read where many small ones lie in a tar", { timeout: 120_000 }, async () => {
    const path = join(folder, "quarters.tar");
    const names = readdirSync(join(folder, "quarters")).filter((name) => name.endsWith(".zip"));
    writeFileSync(path, await tarOf(Object.fromEntries(names.map((name) => [name, quarter(name)]))));
    const threads = new LazyPool();
    const progress = new ReadingProgress((await countSources([path])).bytes);
    const parts: number[] = [];
    for await (const outcome of readInThreads([path], {}, threads, progress)) {
      if (outcome.kind === "prepared") parts.push(progress.part ?? Number.NaN);
    }
    await threads.close();
    expect(parts).toHaveLength(FILINGS);
    expect(parts[FILINGS / 2]).toBeGreaterThan(0.3);
    expect(progress.part).toBeCloseTo(1, 9);
  });

  it.skipIf(!existsSync(OPEN_FILES))("lies in files that are closed again when the reading is broken off", async () => {
    const open = () => readdirSync(OPEN_FILES).length;
    const threads = new LazyPool();
    threads.get();
    const before = open();
    for await (const outcome of readInThreads([join(folder, "zips.tgz")], {}, threads)) {
      if (outcome.kind === "prepared") break;
    }
    await threads.close();
    expect(open()).toBeLessThanOrEqual(before);
  });
});
