import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openSources } from "@/lib/sources/containers/open-sources";
import { collect, inFolder, linesOf, tarOf, zipOf } from "./make-archives";

const FILES = { "d/b.xml": "<b/>", "a.txt": "a", "d/c.png": "c", ".x.xml": "hidden", "__MACOSX/._a.txt": "mac" };

async function linesOfBytes(name: string, bytes: Buffer, options = {}): Promise<string[]> {
  let lines: string[] = [];
  await inFolder(async (folder) => {
    writeFileSync(join(folder, name), bytes);
    lines = await linesOf([join(folder, name)], folder, options);
  });
  return lines;
}

describe("Archives of every kind give their entries under their own path", () => {
  const expected = (name: string) => [
    `document ${name}!d/b.xml <b/>`,
    `document ${name}!a.txt a`,
    `skipped ${name}!d/c.png`,
  ];
  test("zip, deflated and stored", async () => {
    expect(await linesOfBytes("x.zip", await zipOf(FILES))).toEqual(expected("x.zip"));
    expect(await linesOfBytes("x.zip", await zipOf(FILES, { compress: false }))).toEqual(expected("x.zip"));
  });
  test("tar, tar.gz and tgz; the name plays no part", async () => {
    const tar = await tarOf(FILES);
    expect(await linesOfBytes("x.tar", tar)).toEqual(expected("x.tar"));
    expect(await linesOfBytes("x.tar.gz", gzipSync(tar))).toEqual(expected("x.tar.gz"));
    expect(await linesOfBytes("x.unnamed", gzipSync(tar))).toEqual(expected("x.unnamed"));
  });
  test("a single document in gzip keeps the archive's path", async () => {
    expect(await linesOfBytes("x.xml.gz", gzipSync("<b/>"))).toEqual(["document x.xml.gz <b/>"]);
  });
  test("an empty ZIP holds nothing", async () => {
    expect(await linesOfBytes("x.zip", await zipOf({}))).toEqual([]);
  });
  test("an entry beyond what is read at once is streamed, whole", async () => {
    const large = Buffer.alloc(3 * 1024 * 1024, "0123456789");
    const bytes = await zipOf({ "large.xml": large, "after.xml": "z" });
    const [first, second] = await linesOfBytes("x.zip", bytes);
    expect(first).toBe(`document x.zip!large.xml ${large.toString()}`);
    expect(second).toBe("document x.zip!after.xml z");
  });
});

test("Archives inside archives are opened, to a limit", async () => {
  const inside = await zipOf({ "deep.xml": "<d/>" });
  const tgz = gzipSync(await tarOf({ "in.zip": inside, "z.xml": "<z/>" }));
  const outer = await zipOf({ "x.tgz": tgz });
  expect(await linesOfBytes("o.zip", outer)).toEqual([
    "document o.zip!x.tgz!in.zip!deep.xml <d/>",
    "document o.zip!x.tgz!z.xml <z/>",
  ]);
  expect(await linesOfBytes("o.zip", outer, { limits: { maxDepth: 3 } })).toEqual([
    "failed o.zip!x.tgz!in.zip archive-too-deep",
    "document o.zip!x.tgz!z.xml <z/>",
  ]);
});

test("A sidecar in a ZIP travels with its document wherever it stands", async () => {
  const files = { "a.md.identity.json": "{1}", "a.md": "a", "b.md": "b", "b.md.identity.json": "{2}" };
  expect(await linesOfBytes("x.zip", await zipOf(files))).toEqual([
    "document x.zip!a.md a + {1}",
    "document x.zip!b.md b + {2}",
  ]);
  expect(await linesOfBytes("x.tar", await tarOf(files))).toEqual([
    "skipped x.tar!a.md.identity.json",
    "document x.tar!a.md a",
    "document x.tar!b.md b",
    "skipped x.tar!b.md.identity.json",
  ]);
});

test("A data set is found in a ZIP and in a tar, and its tables can be read", async () => {
  const files = { "q/SUBMISSION.tsv": "S", "q/x.xml": "x", "q/FOOTNOTES.tsv": "F", "q/FORM_345_metadata.json": "{}" };
  for (const [name, bytes] of [
    ["x.zip", await zipOf(files)],
    ["x.tar.gz", gzipSync(await tarOf(files))],
  ] as const) {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, name), bytes);
      const read: string[] = [];
      for await (const item of openSources([join(folder, name)])) {
        if (item.kind !== "dataset") continue;
        for (const table of item.dataset.tables) {
          read.push(`${table.table} ${table.bytes} ${await collect(await table.open())}`);
        }
      }
      expect(read).toEqual(["SUBMISSION 1 S", "FOOTNOTES 1 F"]);
    });
  }
});

test("Standard input is known by its first bytes, however they are cut", async () => {
  const cut = (bytes: Buffer) => Readable.from([...bytes].map((byte) => Buffer.from([byte])));
  const lines = (bytes: Buffer) => linesOf(["-"], "no-folder", { stdin: cut(bytes) });
  expect(await lines(Buffer.from("<x/>"))).toEqual(["document - <x/>"]);
  expect(await lines(await zipOf({ "a.xml": "<a/>" }))).toEqual(["document -!a.xml <a/>"]);
  expect(await lines(gzipSync(await tarOf({ "a.xml": "<a/>" })))).toEqual(["document -!a.xml <a/>"]);
  expect(await lines(Buffer.alloc(0))).toEqual(["document - "]);
});
