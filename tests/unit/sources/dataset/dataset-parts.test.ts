import fc from "fast-check";
import { expect, test } from "vitest";
import { tableOfFile } from "@/lib/sources/dataset/dataset-source";
import { dateFromDataset, footnoteIdsFromDataset, relationshipFlags } from "@/lib/sources/dataset/dataset-values";
import { RecordReader } from "@/lib/sources/dataset/record-reader";
import { splitRecord } from "@/lib/sources/dataset/split-record";

test.each([
  ["01-JUL-2024", "2024-07-01"],
  ["1-jul-2024", "2024-07-01"],
  ["29-FEB-2024", "2024-02-29"],
  ["29-FEB-2023", null],
  ["31-JUN-2024", null],
  ["01-JUL-24", null],
  ["01-XYZ-2024", null],
  ["2024-07-01", "2024-07-01"],
  ["", null],
])("The date %j is %j", (text, date) => {
  expect(dateFromDataset(text)).toBe(date);
});

test.each([
  ["F1", ["F1"]],
  ["F1, F2, F10", ["F1", "F2", "F10"]],
  ["F1,F2 F3;", ["F1", "F2", "F3"]],
])("The notes %j are %j", (text, ids) => {
  expect(footnoteIdsFromDataset(text)).toEqual(ids);
});

test.each([
  ["Director", "1000", []],
  ["DIRECTOR, OFFICER", "1100", []],
  ["TenPercentOwner", "0010", []],
  ["10% Owner,Other", "0011", []],
  ["Ten Percent Owner/Other", "0011", []],
  ["Friend", "0000", ["Friend"]],
])("The relationship %j ticks %s", (text, boxes, unknown) => {
  const read = relationshipFlags(text);
  expect(Object.values(read.flags).join("")).toBe(boxes);
  expect(read.unknown).toEqual(unknown);
});

test("No relationship says nothing of any box", () => {
  expect(Object.values(relationshipFlags(null).flags)).toEqual([null, null, null, null]);
});

test.each([
  ["a/b/SUBMISSION.tsv", "SUBMISSION"],
  ["nonderiv_trans.TSV", "NONDERIV_TRANS"],
  ["SUBMISSION.txt", null],
  ["OTHER.tsv", null],
])("The file %s holds %s", (file, table) => {
  expect(tableOfFile(file)).toBe(table);
});

test.each([
  ['a\tb"c"\t', ["a", 'b"c"', ""]],
  ['"a ""b"""\t"c\td"', ['a "b"', "c\td"]],
  ['"A" Common\tb', ['"A" Common', "b"]],
  ['""\t"', null],
])("The record %j is cut into %j", (text, fields) => {
  expect(splitRecord(text).fields).toEqual(fields);
});

test("Whatever is written as fields is read back, with its line, however the bytes are cut", () => {
  const field = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", "é", " ") });
  // A first field that begins a row keeps blank lines out; real rows begin with their accession number.
  const rows = fc.array(
    fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => ["x", ...fields]),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 30 }), (table, cut) => {
      const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const lines = table.map((fields) => fields.map(quoted).join("\t"));
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
      const seen: [number, string[] | null][] = [];
      const reader = new RecordReader("t.tsv", (data, start, end, line) => {
        seen.push([line, splitRecord(data.toString("utf8", start, end)).fields]);
      });
      for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
      reader.end();
      let line = 1;
      const expected = table.map((fields, i) => {
        const begins = line;
        line += (lines[i]?.match(/\n/g)?.length ?? 0) + 1;
        return [begins, fields];
      });
      expect(seen).toEqual(expected);
    }),
  );
});
