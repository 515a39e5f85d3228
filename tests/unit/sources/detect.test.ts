import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { LedgerError } from "@/lib/errors";
import { type DetectedFormat, detectFormat } from "@/lib/sources/detect";
import { readDocument } from "@/lib/sources/read-document";

const MARKDOWN = readFileSync("tests/fixtures/seed/qualys-posey-form4.md");
const XML = readFileSync("tests/fixtures/seed/qualys-posey-form4.xml");

const SAMPLES: [what: string, bytes: Uint8Array | string, format: DetectedFormat][] = [
  ["the seed filing's Markdown", MARKDOWN, "text"],
  ["the seed filing's XML", XML, "xml"],
  ["XML without a declaration", "<ownershipDocument></ownershipDocument>", "xml"],
  ["XML behind a mark and a comment", "\ufeff<!-- a -->\n<ownershipDocument/>", "xml"],
  ["XML in UTF-16", Buffer.from("\ufeff<?xml version='1.0'?><ownershipDocument/>", "utf16le"), "xml"],
  ["a full submission", "\n<SEC-DOCUMENT>0000000001-24-000001.txt : 20240102\n", "submission"],
  ["a submission in the feed's style", "<SUBMISSION>\n<ACCESSION-NUMBER>0000000001-24-000001\n", "submission"],
  ["a submission in PEM armour", "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n", "submission"],
  ["an HTML page", '<!DOCTYPE html PUBLIC "x">\n<html>', "html"],
  ["XHTML", '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>', "html"],
  ["a saved page", "<!-- saved from url=(0087)https://example.com/xslF345X03/form4.xml -->\n<html>", "html"],
  ["nothing", "", "empty"],
  ["a mark and blanks", Buffer.from("\ufeff \r\n\t"), "empty"],
  ["a PDF", Buffer.from("%PDF-1.7\n"), "pdf"],
  ["an archive", gzipSync("x"), "archive"],
  ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "binary"],
  ["JSON", '{"cik": 1}', "unknown"],
  ["other prose", "Dear shareholders, the year was good.", "unknown"],
  ["Markdown that begins with a tag", "<u>FORM 4</u>\n\n| 1. Title of Security | 2. Date |\n|--|--|\n", "text"],
];

test.each(SAMPLES)("%s is detected", (_, bytes, format) => {
  expect(detectFormat(bytes)).toBe(format);
});

test("The seed filing reads from Markdown and XML, whatever the file is called", () => {
  const text = readDocument(MARKDOWN, "posey.xml");
  expect(text.format).toBe("text");
  expect(text.document.nonDerivativeTable.map((row) => row.transactionShares?.value)).toEqual(
    readDocument(XML, "posey.pdf").document.nonDerivativeTable.map((row) => row.transactionShares?.value),
  );
});

test.each([
  ["", "source-empty"],
  ["%PDF-1.4", "source-is-pdf"],
  ['{"cik": 1}', "source-not-recognised"],
])("%j is refused with the file and what to do", (text, code) => {
  const refusal = caught(() => readDocument(Buffer.from(text), "folder/x.txt"));
  expect(refusal.code).toBe(code);
  expect(refusal.place.file).toBe("folder/x.txt");
  expect(refusal.message).toContain("folder/x.txt");
  expect(refusal.advice).toMatch(/\.$/);
});

test("A reader's own error names the file", () => {
  const refusal = caught(() => readDocument("<feed></feed>", "a.xml"));
  expect([refusal.code, refusal.place.file]).toEqual(["xml-not-ownership", "a.xml"]);
});

function caught(run: () => void): LedgerError {
  try {
    run();
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
