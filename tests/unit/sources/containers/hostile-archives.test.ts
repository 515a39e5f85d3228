import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Files, inFolder, linesOf, tarOf, zipOf } from "./make-archives";

async function linesOfBytes(name: string, bytes: Buffer, options = {}): Promise<string[]> {
  let lines: string[] = [];
  await inFolder(async (folder) => {
    writeFileSync(join(folder, name), bytes);
    lines = await linesOf([join(folder, name)], folder, options);
  });
  return lines;
}

/** A ZIP whose names are changed afterwards, to others of the same length that no honest packer would write. */
async function renamed(files: Files, from: string, to: string): Promise<Buffer> {
  const text = (await zipOf(files)).toString("latin1");
  expect(to).toHaveLength(from.length);
  return Buffer.from(text.replaceAll(from, to), "latin1");
}

describe("Names that leave the archive are refused, and the rest goes on", () => {
  test.each(["../evil.xml", "/abs/ab.xml", "C:/evil.xml", "..\\evil.xml", "a/../b.xml\0"])("%j", async (name) => {
    const bytes = await renamed({ ["x".repeat(name.length)]: "bad", "good.xml": "g" }, "x".repeat(name.length), name);
    const lines = await linesOfBytes("x.zip", bytes);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^failed x\.zip!.* archive-unsafe-name$/);
    expect(lines[1]).toBe("document x.zip!good.xml g");
  });
  test("in a tar", async () => {
    expect(await linesOfBytes("x.tar", await tarOf({ "../../evil.xml": "bad", "good.xml": "g" }))).toEqual([
      "failed x.tar!../../evil.xml archive-unsafe-name",
      "document x.tar!good.xml g",
    ]);
  });
});

describe("Bombs", () => {
  const zeros = Buffer.alloc(48 * 1024 * 1024);
  test("a gzip that unpacks to a thousand times its size is stopped", async () => {
    expect(await linesOfBytes("x.xml.gz", gzipSync(zeros))).toEqual(["failed x.xml.gz archive-bomb"]);
  });
  test("an entry larger than a document may be is refused before it is unpacked", async () => {
    const bytes = await zipOf({ "zeros.xml": Buffer.alloc(65 * 1024 * 1024), "good.xml": "g" });
    expect(await linesOfBytes("x.zip", bytes)).toEqual([
      "failed x.zip!zeros.xml source-too-large",
      "document x.zip!good.xml g",
    ]);
  });
  test("many entries together end the archive, not the batch", async () => {
    const small = Buffer.alloc(600_000);
    const bytes = await zipOf({ "1.xml": small, "2.xml": small, "3.xml": small });
    const lines = await linesOfBytes("x.zip", bytes, { limits: { ratioFloorBytes: 1_000_000 } });
    expect(lines.map((line) => line.replaceAll("\0", ""))).toEqual([
      "document x.zip!1.xml ",
      "failed x.zip archive-bomb",
    ]);
  });
  test("what an inner archive unpacks to counts for the outer one", async () => {
    const bytes = await zipOf({ "in.xml.gz": gzipSync(Buffer.alloc(500_000)), "z.xml": "z" });
    const lines = await linesOfBytes("x.zip", bytes, { limits: { maxArchiveBytes: 400_000 } });
    expect(lines).toEqual(["failed x.zip!in.xml.gz archive-bomb", "failed x.zip archive-bomb"]);
  });
  test("an entry that lies about its size is damaged", async () => {
    const bytes = await zipOf({ "liar.xml": Buffer.alloc(5000, "a") });
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(10, central + 24);
    expect(await linesOfBytes("x.zip", bytes)).toEqual(["failed x.zip!liar.xml archive-damaged"]);
  });
});

describe("Damage", () => {
  test("an encrypted entry is refused alone", async () => {
    const bytes = await zipOf({ "secret.xml": "s", "good.xml": "g" });
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
    expect(await linesOfBytes("x.zip", bytes)).toEqual([
      "failed x.zip!secret.xml archive-entry-encrypted",
      "document x.zip!good.xml g",
    ]);
  });
  test("an unknown method of packing is refused alone", async () => {
    const bytes = await zipOf({ "lzma.xml": "s", "good.xml": "g" });
    bytes.writeUInt16LE(14, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 10);
    expect(await linesOfBytes("x.zip", bytes)).toEqual([
      "failed x.zip!lzma.xml archive-method-unsupported",
      "document x.zip!good.xml g",
    ]);
  });
  test("a flipped byte shows in the checksum", async () => {
    const bytes = await zipOf({ "a.xml": "<shares>782</shares>", "good.xml": "g" }, { compress: false });
    bytes.write("3", bytes.indexOf("782"));
    expect(await linesOfBytes("x.zip", bytes)).toEqual([
      "failed x.zip!a.xml archive-damaged",
      "document x.zip!good.xml g",
    ]);
  });
  test("archives that are cut off fail with what stood before the cut", async () => {
    const zip = await zipOf({ "a.xml": "<a/>" });
    expect(await linesOfBytes("x.zip", zip.subarray(0, zip.length - 10))).toEqual(["failed x.zip archive-damaged"]);
    const tar = await tarOf({ "a.xml": "<a/>", "b.xml": "b".repeat(2000) });
    expect(await linesOfBytes("x.tar", tar.subarray(0, 2200))).toEqual([
      "document x.tar!a.xml <a/>",
      "failed x.tar archive-damaged",
    ]);
    const gzip = gzipSync("<a>".repeat(1000));
    expect(await linesOfBytes("x.gz", gzip.subarray(0, gzip.length - 12))).toEqual(["failed x.gz archive-damaged"]);
  });
  test("a damaged archive inside a tar does not end the tar", async () => {
    const gzip = gzipSync("<a>".repeat(100_000));
    const bytes = await tarOf({ "in.gz": gzip.subarray(0, 60), "z.xml": "z" });
    expect(await linesOfBytes("x.tar", bytes)).toEqual([
      "failed x.tar!in.gz archive-damaged",
      "document x.tar!z.xml z",
    ]);
  });
});
