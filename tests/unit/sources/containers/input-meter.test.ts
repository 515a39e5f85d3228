import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { InputMeter } from "@/lib/sources/containers/input/input-meter";
import { openSources } from "@/lib/sources/containers/open-sources";
import { inFolder, tarOf, zipOf } from "./make-archives";

/** What the meter counted by the time of each item, with the weight of data sets, and what it came to at the end. */
async function counted(path: string): Promise<{ steps: [file: string, bytes: number][]; end: number }> {
  const meter = new InputMeter();
  const steps: [string, number][] = [];
  let taken = 0;
  let given = 0;
  for await (const item of openSources([path], { meter })) {
    taken += meter.take();
    if (item.kind === "dataset") given += item.weight;
    steps.push([item.file.slice(path.length), Math.round(taken + given)]);
  }
  taken += meter.take();
  expect(meter.seen).toBeCloseTo(taken + given, 6);
  return { steps, end: Math.round(taken + given) };
}

/** Hex of a sequence that packs to a little more than half. */
const noise = (length: number, seed: number) => {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 28).toString(16);
  }).join("");
};

describe("the meter of the input", () => {
  it("counts each document of a ZIP for the part that it takes up, to the file's size", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "a.zip");
      const files = { "a.xml": noise(4_000, 1), "b.xml": noise(12_000, 2), "c.png": noise(4_000, 3) };
      const zip = await zipOf(files, { compress: false });
      writeFileSync(path, zip);
      const { steps, end } = await counted(path);
      expect(steps).toEqual([
        ["!a.xml", Math.round(zip.length * 0.2)],
        ["!b.xml", Math.round(zip.length * 0.8)],
        ["!c.png", zip.length],
      ]);
      expect(end).toBe(zip.length);
    });
  });

  it("gives a data set's part to its reader, in a ZIP's folder and in a tar", async () => {
    await inFolder(async (folder) => {
      const files = {
        "q1/SUBMISSION.tsv": noise(5_000, 4),
        "q1/FOOTNOTES.tsv": noise(10_000, 5),
        "x.xml": noise(5_000, 6),
      };
      const zip = await zipOf(files, { compress: false });
      writeFileSync(join(folder, "a.zip"), zip);
      expect(await counted(join(folder, "a.zip"))).toEqual({
        steps: [
          ["!q1", Math.round(zip.length * 0.75)],
          ["!x.xml", zip.length],
        ],
        end: zip.length,
      });
      const tar = await tarOf(files);
      writeFileSync(join(folder, "a.tar"), tar);
      const { steps, end } = await counted(join(folder, "a.tar"));
      expect(steps.map(([file]) => file)).toEqual(["!x.xml", "!q1"]);
      expect(end).toBe(tar.length);
    });
  });

  it("counts a ZIP inside a ZIP by its own entries, not when it is set down", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "outer.zip");
      const inside = await zipOf({ "a.xml": noise(30_000, 7), "b.xml": noise(90_000, 8) }, { compress: false });
      const outer = await zipOf({ "inner.zip": inside, "c.xml": noise(inside.length, 9) }, { compress: false });
      writeFileSync(path, outer);
      const { steps, end } = await counted(path);
      const half = outer.length / 2;
      expect(steps).toEqual([
        ["!inner.zip!a.xml", Math.round(half * 0.25)],
        ["!inner.zip!b.xml", Math.round(half)],
        ["!c.xml", outer.length],
      ]);
      expect(end).toBe(outer.length);
    });
  });

  it("comes to the file's size for a packed tar, a ZIP in it, and an archive that is cut off", async () => {
    await inFolder(async (folder) => {
      const inside = await zipOf({ "a.xml": noise(200_000, 10), "b.xml": noise(200_000, 11) });
      const tar = await tarOf({ "a.xml": noise(300_000, 12), "in.zip": inside, "z.xml": noise(300_000, 13) });
      const packed = gzipSync(tar);
      writeFileSync(join(folder, "a.tgz"), packed);
      const { steps, end } = await counted(join(folder, "a.tgz"));
      expect(steps.map(([file]) => file)).toEqual(["!a.xml", "!in.zip!a.xml", "!in.zip!b.xml", "!z.xml"]);
      const bytes = steps.map(([, at]) => at);
      expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
      // Half of what was set down for the ZIP had not been counted when its first entry came.
      expect((bytes[2] ?? 0) - (bytes[1] ?? 0)).toBeGreaterThan(packed.length / 10);
      expect(end).toBe(packed.length);

      const cut = packed.subarray(0, packed.length / 2);
      writeFileSync(join(folder, "cut.tgz"), cut);
      expect((await counted(join(folder, "cut.tgz"))).end).toBe(cut.length);
    });
  });

  it("counts files of a folder by their sizes", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "a.xml"), "<x/>".repeat(10));
      writeFileSync(join(folder, "b.xml"), "<x/>".repeat(20));
      expect(await counted(folder)).toEqual({
        steps: [
          ["/a.xml", 40],
          ["/b.xml", 120],
        ],
        end: 120,
      });
    });
  });
});
