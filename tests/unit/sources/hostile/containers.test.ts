import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inFolder, linesOf, tarOf, zipOf } from "../containers/make-archives";

async function linesOfFile(name: string, bytes: Buffer): Promise<string[]> {
  let lines: string[] = [];
  await inFolder(async (folder) => {
    writeFileSync(join(folder, name), bytes);
    lines = await linesOf([join(folder, name)], folder);
  });
  return lines;
}

/** A ZIP whose directory names one entry's data many times: 2,000 files of 1 MB in 100 kB, no archive inside another. */
async function overlapping(count: number): Promise<Buffer> {
  const name = "0000.xml";
  const zip = await zipOf({ [name]: Buffer.alloc(1_000_000) });
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const end = zip.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entry = zip.subarray(directory, end);
  const entries = Array.from({ length: count }, () => entry);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(entry.length * count, 12);
  return Buffer.concat([zip.subarray(0, directory), ...entries, tail]);
}

/** A tar's first header changed at some places, with the checksum that belongs to it. */
async function tarWith(...changes: [at: number, text: string][]): Promise<Buffer> {
  const bytes = await tarOf({ "a.xml": "<a/>" });
  for (const [at, text] of changes) bytes.write(text, at, "latin1");
  bytes.write("        ", 148, "latin1");
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return bytes;
}

const SIZE = 124;
const TYPE = 156;

describe("Archives", () => {
  test("entries that share their data count each time", async () => {
    const bytes = await overlapping(2_000);
    const lines = await linesOfFile("x.zip", bytes);
    expect(bytes.length).toBeLessThan(200_000);
    expect(lines.at(-1)).toBe("failed x.zip archive-bomb");
    expect(lines.length).toBeLessThan(60);
  });
  test("archives inside archives end at a depth", async () => {
    let bytes = await zipOf({ "a.xml": "<a/>" });
    for (let i = 0; i < 8; i++) bytes = await zipOf({ "in.zip": bytes });
    expect(await linesOfFile("x.zip", bytes)).toEqual(["failed x.zip!in.zip!in.zip!in.zip!in.zip archive-too-deep"]);
  });
  test("a gzip of gzips ends too", async () => {
    let bytes = Buffer.from("<a/>");
    for (let i = 0; i < 8; i++) bytes = gzipSync(bytes);
    expect((await linesOfFile("x.gz", bytes))[0]).toMatch(/^failed x\.gz.* archive-too-deep$/);
  });
  test("a tar whose entry claims more bytes than there are, or than a document may have", async () => {
    const long = await linesOfFile("x.tar", await tarWith([SIZE, "00000100000"]));
    expect(long).toEqual(["failed x.tar archive-damaged"]);
    const large = await linesOfFile("x.tar", await tarWith([SIZE, "77777777777"]));
    expect(large).toEqual(["failed x.tar!a.xml source-too-large", "failed x.tar archive-damaged"]);
  });
  test("a tar whose name is a header of 200 MB is refused before that is held", async () => {
    const bytes = await tarWith([TYPE, "x"], [SIZE, "01377777777"]);
    expect(await linesOfFile("x.tar", bytes)).toEqual(["failed x.tar archive-damaged"]);
  });
});

describe("Links", () => {
  test("links that multiply the ways to a folder do not multiply the reading", () =>
    inFolder(async (folder) => {
      // Each of 40 folders has two links to the next: 2 to the 40th ways to the last.
      for (let i = 0; i < 40; i++) {
        mkdirSync(join(folder, "all", `d${i}`), { recursive: true });
        symlinkSync(`../d${i + 1}`, join(folder, "all", `d${i}`, "a"));
        symlinkSync(`../d${i + 1}`, join(folder, "all", `d${i}`, "b"));
      }
      mkdirSync(join(folder, "all", "d40"));
      writeFileSync(join(folder, "all", "d40", "z.xml"), "z");
      const lines = await linesOf([join(folder, "all", "d0")], folder);
      expect(lines.filter((line) => line.startsWith("document"))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith("skipped"))).toHaveLength(40);
    }));
  test("a ring of links is a failure", () =>
    inFolder(async (folder) => {
      symlinkSync("b.xml", join(folder, "a.xml"));
      symlinkSync("a.xml", join(folder, "b.xml"));
      expect(await linesOf([join(folder, "a.xml")], folder)).toEqual(["failed a.xml source-symlink-loop"]);
    }));
});
