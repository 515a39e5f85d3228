import { describe, expect, test } from "vitest";
import { fictionalQuarter, LAMP, type Row, read, sourceOf, textsOf, tsv } from "../dataset/fictional-quarter";

const CUT = 65_536;
const HEADER = "ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT\n";

async function readNotes(body: string) {
  return read(sourceOf({ SUBMISSION: textsOf(fictionalQuarter()).SUBMISSION ?? "", FOOTNOTES: HEADER + body }, CUT));
}

async function codesOf(body: string): Promise<string[]> {
  const items = await readNotes(body);
  return items.flatMap((item) => (item.kind === "failed" ? [item.error.code] : []));
}

describe("A row that tempts to quadratic work", () => {
  test("of a million quotes", async () => {
    expect(await codesOf(`${LAMP}\tF1\t"${'""'.repeat(1_000_000)}"\n`)).toEqual(["document-too-large"]);
  });
  test("of a million quotes, never closed", async () => {
    expect(await codesOf(`${LAMP}\tF1\t"${'""'.repeat(1_000_000)}`)).toEqual(["dataset-row-malformed"]);
  });
  test("of two million tabs behind a quote", async () => {
    expect(await codesOf(`${LAMP}\tF1\t"x"${"\t".repeat(2_000_000)}\n`)).toEqual(["dataset-row-malformed"]);
  });
  test("longer than any row fails the data set", async () => {
    expect(await codesOf(`${LAMP}\tF1\t"${"x\n".repeat(3_000_000)}`)).toEqual(["dataset-row-too-long"]);
  });
});

describe("Rows that claim too much", () => {
  test("300,000 rows of one filing fail that filing alone", async () => {
    const items = await readNotes(`${LAMP}\tF1\tn\n`.repeat(300_000));
    expect(
      items.map((item) => (item.kind === "failed" ? [item.accession, item.error.code] : item.kind)).sort(),
    ).toEqual([[LAMP, "document-too-large"], "document"]);
  });
  test("half a million rows of no filing are counted, a hundred of them named", async () => {
    const items = await readNotes("x\ty\tz\n".repeat(500_000));
    const failed = items.flatMap((item) => (item.kind === "failed" ? [item.error] : []));
    expect(failed).toHaveLength(101);
    expect(failed.at(-1)?.message).toBe("499900 more rows have no accession number.");
  });
  test("a header of 100,000 columns is read by the columns that are known", async () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `X${i}`).join("\t");
    const row = `${LAMP}\tF1\tn${"\t".repeat(100_000)}\n`;
    const table = `${HEADER.trimEnd()}\t${names}\n${row}`;
    const items = await read(
      sourceOf({ SUBMISSION: textsOf(fictionalQuarter()).SUBMISSION ?? "", FOOTNOTES: table }, CUT),
    );
    const lamp = items.find((item) => item.accession === LAMP);
    if (lamp?.kind !== "document") throw new Error("the filing is not read");
    expect(lamp.document.footnotes).toEqual([{ id: "F1", text: "n" }]);
    const unknown = lamp.warnings.filter(({ code }) => code === "dataset-column-unknown");
    expect(unknown).toHaveLength(51);
    expect(unknown.at(-1)?.message).toBe("q/FOOTNOTES.tsv has 99950 more columns that are not read.");
  });
  test("bytes of Windows-1252 keep their quotes", async () => {
    const rows: Row[] = [{ ACCESSION_NUMBER: LAMP, FOOTNOTE_ID: "F1", FOOTNOTE_TXT: "the \u0093Plan\u0094" }];
    const notes = Buffer.from(tsv("FOOTNOTES", rows), "latin1");
    const items = await read(
      sourceOf({ SUBMISSION: textsOf(fictionalQuarter()).SUBMISSION ?? "", FOOTNOTES: notes }, CUT),
    );
    const lamp = items.find((item) => item.accession === LAMP);
    expect(lamp?.kind === "document" ? lamp.document.footnotes[0]?.text : null).toBe("the “Plan”");
  });
});
