import { existsSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openPlaced } from "@/lib/sources/containers/input/open-placed";
import { openSources } from "@/lib/sources/containers/open-sources";
import type { DatasetItem, OpenOptions } from "@/lib/sources/containers/source-item";
import { collect, inFolder, tarOf, zipOf } from "./make-archives";

/** Walks a path to its end; what is kept of its data sets is read only then. */
async function kept(path: string, options: OpenOptions = {}) {
  const lent: { item: DatasetItem; release: () => Promise<void> }[] = [];
  for await (const item of openSources([path], options)) {
    if (item.kind === "dataset") lent.push({ item, release: item.keep() });
  }
  return lent;
}

/** As text, by table, opened from the place alone. */
async function tablesOf({ file, place }: DatasetItem): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for await (const { tables } of openPlaced(file, structuredClone(place))) {
    for (const { table, open } of tables) texts[table] = (await collect(await open())).toString("utf8");
  }
  return texts;
}

/** How many open files lie under a folder or have lost their name; null where the system doesn't list them. */
function openFiles(folder: string): number | null {
  if (!existsSync("/proc/self/fd")) return null;
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith(folder) || target.includes("insider-ledger-");
    } catch {
      return false; // The one that listed the folder.
    }
  }).length;
}

const FIRST = { "2024q1/SUBMISSION.tsv": "first", "2024q1/FOOTNOTES.tsv": "notes" };
const SECOND = { "2024q2/SUBMISSION.tsv": "second" };

describe("a data set that is kept", () => {
  it.each(["zip", "zip in a zip", "tar", "zip in a tar"])(
    "is read by its place when the walk is over: %s",
    async (form) => {
      await inFolder(async (folder) => {
        const path = join(folder, form.endsWith("tar") ? "a.tar" : "a.zip");
        const both = { ...FIRST, ...SECOND };
        const zip = await zipOf(both);
        const bytes = {
          zip,
          "zip in a zip": await zipOf({ "in.zip": zip }),
          tar: await tarOf(both),
          "zip in a tar": await tarOf({ "in.zip": zip }),
        }[form];
        writeFileSync(path, bytes ?? "");
        const inner = form.includes(" in ") ? "!in.zip" : "";
        const [first, second, ...more] = await kept(path);
        expect([first?.item.file, second?.item.file, more]).toEqual([
          `${path}${inner}!2024q1`,
          `${path}${inner}!2024q2`,
          [],
        ]);
        if (first === undefined || second === undefined) return;
        expect(openFiles(folder) ?? 1).toBeGreaterThan(0);
        await first.release();
        expect(await tablesOf(second.item)).toEqual({ SUBMISSION: "second" });
        await second.release();
        expect(openFiles(folder) ?? 0).toBe(0);
      });
    },
  );

  it("is charged to its own archive together with the others, which may share their packed bytes", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "many.zip");
      const names = Array.from({ length: 10 }, (_, n) => `${n}/SUBMISSION.tsv`);
      writeFileSync(path, await zipOf(Object.fromEntries(names.map((name) => [name, "x".repeat(10_000)]))));
      const bomb = { code: "archive-bomb", place: { file: path } };
      await expect(kept(path, { limits: { maxArchiveBytes: 99_999 } })).rejects.toMatchObject(bomb);
      await expect(kept(path, { limits: { maxRatio: 20, ratioFloorBytes: 50_000 } })).rejects.toMatchObject(bomb);
      const all = await kept(path, { limits: { maxArchiveBytes: 100_000 } });
      expect(all.length).toBe(10);
      for (const { release } of all) await release();
    });
  });

  it("is charged to the archives around it, before it is read", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "outer.zip");
      const inside = await zipOf({ "SUBMISSION.tsv": "x".repeat(50_000) });
      writeFileSync(path, await zipOf({ "in.zip": inside }));
      const limits = { maxArchiveBytes: 50_000 };
      await expect(kept(path, { limits })).rejects.toMatchObject({ code: "archive-bomb", place: { file: path } });
      const enough = { maxArchiveBytes: 50_000 + inside.length };
      const [only] = await kept(path, { limits: enough });
      expect(only?.item.dataset.tables.map(({ bytes }) => bytes)).toEqual([50_000]);
      await only?.release();
    });
  });
});
