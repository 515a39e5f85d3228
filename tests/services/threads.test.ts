import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSample } from "@/lib/sample/write-sample";
import { countSources } from "@/lib/services/ingest/count-sources";
import { type IngestProgress, ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { ingestPaths } from "@/lib/services/ingest/ingest-paths";
import { readForStore } from "@/lib/services/ingest/read-sources";
import { dialects } from "@/tests/support/databases";
import { dumpLedger } from "@/tests/support/ledger-dump";

const now = () => new Date("2026-01-02T03:04:05Z");
/** Enough for data-set tables of more than a megabyte, which a worker joins. */
const FILINGS = 2_400;

describe("reading in worker threads", () => {
  const [sqlite] = dialects();
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "ledger-threads-"));
    for (const as of ["xml", "dataset"] as const) {
      await writeSample({ filings: FILINGS, seed: 5, as, out: join(folder, as) });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(["xml", "dataset"])("gives the same ledger as one thread, from %s", { timeout: 240_000 }, async (form) => {
    const threaded = await sqlite?.create();
    const single = await sqlite?.create();
    if (threaded === undefined || single === undefined) throw new Error("SQLite is always there.");
    const one = await single.open();
    const many = await threaded.open();
    const path = join(folder, form);
    const phases = new Map<string, IngestProgress>();
    const options = { now, onProgress: (progress: IngestProgress) => phases.set(progress.phase, progress) };
    const summary = await ingestPaths(many, [path], {}, options);
    const { warnings, ...counts } = await ingestFilings(one, readForStore([path], {}), { now });
    expect(summary).toMatchObject(counts);
    expect(summary).toMatchObject({ created: FILINGS, failed: 0, warnings });
    expect(phases.get("deriving")).toEqual({ phase: "deriving", done: FILINGS, total: FILINGS, part: 1 });
    expect(await dumpLedger(many)).toEqual(await dumpLedger(one));
    await threaded.drop();
    await single.drop();
  });

  it("counts what is ahead where names tell, and says nothing where only reading does", async () => {
    expect(await countSources([join(folder, "xml", "xml")])).toEqual({ documents: FILINGS, bytes: null });
    expect((await countSources([join(folder, "xml", "xml"), join(folder, "dataset")])).documents).toBeNull();
    expect(await countSources(["-"])).toEqual({ documents: null, bytes: null });
  });
});
