import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import type { Warning } from "@/lib/ownership/document";
import type { DatasetItem } from "@/lib/sources/dataset/dataset-source";
import { documentOf, fictionalQuarter, HEADERS, KITE, LAMP, read, sourceOf, textsOf, tsv } from "./fictional-quarter";

function failuresOf(items: readonly DatasetItem[]) {
  return items.flatMap((item) =>
    item.kind === "failed" ? [[item.accession, item.error.code, item.error.place.file, item.error.place.line]] : [],
  );
}

describe("What is missing is named once for the data set and on each document", () => {
  test("a table", async () => {
    const { NONDERIV_TRANS: _, ...others } = textsOf(fictionalQuarter());
    const told: Warning[] = [];
    const items = await read(sourceOf(others), { onWarning: (warning) => told.push(warning) });
    const message = "q has no NONDERIV_TRANS.tsv: transactions of Table I are lost, not absent from the filing.";
    expect(told).toEqual([{ code: "dataset-table-missing", message, path: "NONDERIV_TRANS" }]);
    expect(documentOf(items, LAMP).warnings).toEqual(told);
    expect(documentOf(items, LAMP).document.nonDerivativeTable.map((row) => row.kind)).toEqual(["holding"]);
  });
  test("the submissions: documents have rows, but neither form, date nor issuer", async () => {
    const { SUBMISSION: _, ...others } = textsOf(fictionalQuarter());
    const { document, warnings } = documentOf(await read(sourceOf(others)), LAMP);
    expect([document.documentType, document.filingDate, document.issuer.issuerCik]).toEqual([null, null, null]);
    expect(document.nonDerivativeTable).toHaveLength(3);
    expect(warnings.map((warning) => [warning.code, warning.path])).toEqual([["dataset-table-missing", "SUBMISSION"]]);
  });
  test("a column; AFF10B5ONE is not missed, for it begins in 2023", async () => {
    const quarter = fictionalQuarter();
    const texts = textsOf(quarter);
    texts.SUBMISSION = tsv("SUBMISSION", quarter.SUBMISSION, HEADERS.SUBMISSION.replace(" REMARKS AFF10B5ONE", ""));
    const { document, warnings } = documentOf(await read(sourceOf(texts)), LAMP);
    expect([document.remarks, document.aff10b5One]).toEqual([null, null]);
    expect(warnings.map((warning) => [warning.code, warning.path])).toEqual([
      ["dataset-column-missing", "SUBMISSION/REMARKS"],
    ]);
  });
  test("an empty table is as good as none", async () => {
    const items = await read(sourceOf({ ...textsOf(fictionalQuarter()), FOOTNOTES: "" }));
    expect(documentOf(items, LAMP).warnings.map((warning) => warning.code)).toEqual(["dataset-table-empty"]);
  });
});

test("Columns are known in any case and order; an unknown one is said, never dropped", async () => {
  const quarter = fictionalQuarter();
  const texts = textsOf(quarter);
  const expected = documentOf(await read(sourceOf(texts)), LAMP).document;
  const columns = ["NOVELTY", ...HEADERS.FOOTNOTES.split(" ").reverse()].join(" ");
  texts.FOOTNOTES = tsv("FOOTNOTES", quarter.FOOTNOTES, columns).replace(/^.*\n/, (header) => header.toLowerCase());
  const { document, warnings } = documentOf(await read(sourceOf(texts)), LAMP);
  expect(document).toEqual(expected);
  expect(warnings.map((warning) => [warning.code, warning.path])).toEqual([
    ["dataset-column-unknown", "FOOTNOTES/NOVELTY"],
  ]);
});

describe("A malformed row fails its filing alone, with file and line", () => {
  const lampFails = (line: number) => [[LAMP, "dataset-row-malformed", "q/FOOTNOTES.tsv", line]];
  test("a field too many", async () => {
    const texts = textsOf(fictionalQuarter());
    texts.FOOTNOTES = texts.FOOTNOTES?.replace("Ten.", "Ten.\tEleven.") ?? "";
    const items = await read(sourceOf(texts));
    expect(failuresOf(items)).toEqual(lampFails(2));
    expect(documentOf(items, KITE).document.issuer.issuerName).toBe("Paper Kite Holdings");
  });
  test("a row that is cut off behind its accession number", async () => {
    const texts = textsOf(fictionalQuarter());
    texts.FOOTNOTES += LAMP;
    // F1's text holds a line break, so the seventh line is the sixth row.
    expect(failuresOf(await read(sourceOf(texts)))).toEqual(lampFails(7));
  });
  test("a quote that is never closed costs one row, not the rest of the table", async () => {
    const texts = textsOf(fictionalQuarter());
    texts.OWNER_SIGNATURE = texts.OWNER_SIGNATURE?.replace("/s/ Gale", '"/s/ Gale') ?? "";
    const items = await read(sourceOf(texts));
    expect(failuresOf(items)).toEqual([[KITE, "dataset-row-malformed", "q/OWNER_SIGNATURE.tsv", 2]]);
    expect(documentOf(items, LAMP).document.signatures).toEqual([
      { signatureName: "/s/ Wick Tallow", signatureDate: "2024-07-02" },
    ]);
  });
});

test("Rows without a submission, without an accession number and with a date that is none are all reported", async () => {
  const quarter = fictionalQuarter();
  quarter.SUBMISSION = quarter.SUBMISSION.filter((row) => row.ACCESSION_NUMBER === LAMP);
  quarter.FOOTNOTES.push({ ACCESSION_NUMBER: "none", FOOTNOTE_ID: "F1", FOOTNOTE_TXT: "Lost." });
  quarter.OWNER_SIGNATURE = [
    { ACCESSION_NUMBER: LAMP, OWNERSIGNATURENAME: "/s/ Wick Tallow", OWNERSIGNATUREDATE: "31-JUN-2024" },
  ];
  const items = await read(sourceOf(textsOf(quarter)));
  expect(failuresOf(items)).toEqual([
    [null, "dataset-accession-malformed", "q/FOOTNOTES.tsv", 7],
    [KITE, "dataset-submission-missing", "q/REPORTINGOWNER.tsv", 3],
  ]);
  const { document, warnings } = documentOf(items, LAMP);
  expect(document.signatures).toEqual([{ signatureName: "/s/ Wick Tallow", signatureDate: "31-JUN-2024" }]);
  expect(warnings.map((warning) => warning.code)).toEqual(["date-malformed"]);
});

test("Rows that are alike are all real; only a key that comes twice is one row", async () => {
  const quarter = fictionalQuarter();
  const [row] = quarter.NONDERIV_HOLDING;
  quarter.NONDERIV_HOLDING.push({ ...row, NONDERIV_HOLDING_SK: "52" }, { ...row });
  const { document, warnings } = documentOf(await read(sourceOf(textsOf(quarter))), LAMP);
  expect(document.nonDerivativeTable.map((each) => each.kind)).toEqual([
    "transaction",
    "transaction",
    "holding",
    "holding",
  ]);
  expect(warnings.map((warning) => [warning.code, warning.path])).toEqual([
    ["dataset-row-repeated", "NONDERIV_HOLDING"],
  ]);
  expect(warnings[0]?.message).toContain("the key 51 twice (lines 2 and 4); the rows are the same and count once");
});

test("Two rows of one filing in SUBMISSION: the same counts once, another fails", async () => {
  const quarter = fictionalQuarter();
  const [kite, lamp] = quarter.SUBMISSION;
  quarter.SUBMISSION.push({ ...lamp }, { ...kite, ISSUERNAME: "Other" });
  const items = await read(sourceOf(textsOf(quarter)));
  expect(documentOf(items, LAMP).warnings.map((warning) => warning.code)).toEqual(["dataset-row-repeated"]);
  // The remark of the second row and of its copy holds a line break.
  expect(failuresOf(items)).toEqual([[KITE, "dataset-submission-conflict", "q/SUBMISSION.tsv", 7]]);
});

test("Bytes that are not UTF-8 are read as Windows-1252, and said", async () => {
  const texts: Record<string, string | Buffer> = textsOf(fictionalQuarter());
  texts.OWNER_SIGNATURE = Buffer.from(String(texts.OWNER_SIGNATURE).replace("Wick", "W\u00efck"), "latin1");
  const { document, warnings } = documentOf(await read(sourceOf(texts)), LAMP);
  expect(document.signatures[0]?.signatureName).toBe("/s/ W\u00efck Tallow");
  expect(warnings.map((warning) => warning.code)).toEqual(["dataset-not-utf8"]);
});

test("A table that can't be read to its end fails the data set: every document might lack rows", async () => {
  const source = sourceOf(textsOf(fictionalQuarter()));
  for (const table of source.tables) {
    if (table.table !== "DERIV_TRANS") continue;
    table.open = async () =>
      Readable.from(
        (async function* () {
          yield Buffer.from(HEADERS.DERIV_TRANS.replaceAll(" ", "\t"));
          throw new Error("the disk is gone");
        })(),
      );
  }
  expect(failuresOf(await read(source))).toEqual([[null, "dataset-unreadable", "q/DERIV_TRANS.tsv", undefined]]);
});
