import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder, linesOf } from "./make-archives";

test("A folder is walked in the order of names, unknown files are reported, dotfiles are not", () =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, "b"));
    for (const name of ["z.xml", "b/2.txt", "b/1.HTM", "a.md", "photo.jpg", ".hidden.xml", "notes.json"]) {
      writeFileSync(join(folder, name), name);
    }
    expect(await linesOf([folder], folder)).toEqual([
      "document a.md a.md",
      "document b/1.HTM b/1.HTM",
      "document b/2.txt b/2.txt",
      "skipped notes.json",
      "skipped photo.jpg",
      "document z.xml z.xml",
    ]);
  }));

test("A file named directly is tried whatever it is called", () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "form4"), "<x/>");
    expect(await linesOf([join(folder, "form4")], folder)).toEqual(["document form4 <x/>"]);
  }));

test("A sidecar travels with its document and is no document itself", () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "a.md"), "text");
    writeFileSync(join(folder, "a.md.identity.json"), "{}");
    expect(await linesOf([folder], folder)).toEqual(["document a.md text + {}"]);
    expect(await linesOf([join(folder, "a.md")], folder)).toEqual(["document a.md text + {}"]);
  }));

test("A name too long for a sidecar beside it is read without one", () =>
  inFolder(async (folder) => {
    const name = `${"a".repeat(245)}.xml`;
    writeFileSync(join(folder, name), "x");
    expect(await linesOf([folder], folder)).toEqual([`document ${name} x`]);
  }));

test("What is missing or leads back up is a failure, and the rest goes on", () =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, "in"));
    symlinkSync("..", join(folder, "in", "back"));
    symlinkSync("self.xml", join(folder, "in", "self.xml"));
    symlinkSync("nowhere", join(folder, "in", "broken.xml"));
    writeFileSync(join(folder, "in", "z.xml"), "z");
    symlinkSync("z.xml", join(folder, "in", "zz.xml"));
    expect(await linesOf([join(folder, "absent.xml"), join(folder, "in")], folder)).toEqual([
      "failed absent.xml source-not-found",
      // The link leads to the folder above, which is not yet open: it is read once, and there the loop shows.
      "failed in/back/in source-symlink-loop",
      "failed in/broken.xml source-not-found",
      "failed in/self.xml source-symlink-loop",
      "document in/z.xml z",
      "document in/zz.xml z",
    ]);
  }));

test("Tables in a folder are one data set; their readme is left out and said", () =>
  inFolder(async (folder) => {
    for (const name of ["SUBMISSION.tsv", "Footnotes.TSV", "FORM_345_readme.htm", "x.xml", "other.tsv"]) {
      writeFileSync(join(folder, name), name);
    }
    expect(await linesOf([folder], folder)).toEqual([
      `dataset ${folder} FOOTNOTES SUBMISSION`,
      "skipped FORM_345_readme.htm",
      "skipped other.tsv",
      "document x.xml x.xml",
    ]);
  }));

test("Tables named one by one are the data set of their folder", () =>
  inFolder(async (folder) => {
    for (const name of ["SUBMISSION.tsv", "FOOTNOTES.tsv", "DERIV_TRANS.tsv"]) writeFileSync(join(folder, name), name);
    const paths = [join(folder, "SUBMISSION.tsv"), join(folder, "FOOTNOTES.tsv")];
    expect(await linesOf(paths, folder)).toEqual(["dataset SUBMISSION.tsv SUBMISSION FOOTNOTES"]);
  }));

test("A document beyond the limit is refused by size", () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "a.xml"), "12345");
    writeFileSync(join(folder, "large.xml"), Buffer.alloc(2 * 1024 * 1024, 32));
    const lines = await linesOf([folder], folder, { limits: { maxDocumentBytes: 1024 * 1024 } });
    expect(lines).toEqual(["document a.xml 12345", "failed large.xml source-too-large"]);
  }));
