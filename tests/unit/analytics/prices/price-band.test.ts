import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { priceBand } from "@/lib/analytics/prices/price-band";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { emptyDocument, type OwnershipRow } from "@/lib/ownership/document";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

interface RowSpec {
  price: string | null;
  notes?: string[];
  date?: string;
  on?: "transactionPricePerShare" | "transactionShares";
}

function rowsOf(specs: RowSpec[], notes: string[]) {
  const document = emptyDocument();
  document.documentType = "4";
  document.footnotes = notes.map((text, index) => ({ id: `F${index + 1}`, text }));
  for (const spec of specs) {
    const row: OwnershipRow = { kind: "transaction" };
    row.transactionDate = { value: spec.date ?? "2023-06-07", footnoteIds: [] };
    row.transactionCode = { value: "S", footnoteIds: [] };
    row.transactionShares = { value: "100", footnoteIds: [] };
    row.transactionPricePerShare = { value: spec.price, footnoteIds: [] };
    row[spec.on ?? "transactionPricePerShare"]?.footnoteIds.push(...(spec.notes ?? ["F1"]));
    document.nonDerivativeTable.push(row);
  }
  return filingFacts("0000000000-23-000001", document).rows;
}

function bandOf(price: string | null, note: string) {
  const [row] = rowsOf([{ price }], [note]);
  return row === undefined ? null : priceBand(row);
}

test("the seed filing: three bands, on the three sales alone", () => {
  const { document } = readOwnershipXml(readFileSync("tests/fixtures/seed/qualys-posey-form4.xml", "utf8"));
  const bands = filingFacts("seed", document).rows.map((row) => priceBand(row));
  expect(bands).toEqual([
    null,
    { low: 75.3, high: 75.795, words: "ranging from $75.30 to $75.795", footnoteId: "F2", reported: 75.5351 },
    { low: 76.56, high: 77.19, words: "ranging from $76.56 to $77.19", footnoteId: "F3", reported: 76.7832 },
    { low: 77.57, high: 77.6, words: "ranging from $77.57 to $77.60", footnoteId: "F4", reported: 77.585 },
    null,
  ]);
});

describe("problems", () => {
  const NOTE = "Sold at prices ranging from $75.30 to $75.795.";
  test.each([
    ["75.30", undefined],
    ["75.80", undefined], // 75.795 rounded to its own two digits
    ["75.81", "price-outside-range"],
    ["75.2996", "price-outside-range"],
    ["75", undefined], // filed in whole dollars: anything from 74.50 to 75.50
    ["74", "price-outside-range"],
    ["753.0", "price-outside-range"],
    ["0", undefined],
  ])("%s: %s", (price, problem) => {
    expect(bandOf(price, NOTE)?.problem).toBe(problem);
  });

  test("a price in the footnote only is no problem", () => {
    expect(bandOf(null, NOTE)).toEqual({
      low: 75.3,
      high: 75.795,
      words: "ranging from $75.30 to $75.795",
      footnoteId: "F1",
      reported: null,
    });
  });

  test("the filed text tells the rounding better than the number", () => {
    const [row] = rowsOf([{ price: "75.00" }], [NOTE]);
    if (row === undefined) throw new Error("no row");
    expect(priceBand(row)?.problem).toBeUndefined();
    expect(priceBand(row, "75.00")?.problem).toBe("price-outside-range");
  });

  test.each([
    ["Prices ranging from $10.00 to $11.00.", undefined],
    ["Prices ranging from $10.00 to $11.01.", "range-wider-than-dollar"],
    ["Prices ranging from $36.90 to $37.90.", undefined], // 1.00 exactly, though not as doubles
  ])("%s", (note, problem) => {
    expect(bandOf(note.includes("36.90") ? "37.00" : "10.50", note)?.problem).toBe(problem);
  });
});

describe("which note, which range", () => {
  test("only the price field counts", () => {
    const [row] = rowsOf([{ price: "10.20", on: "transactionShares" }], ["Prices ranging from $10.00 to $10.50."]);
    expect(row && priceBand(row)).toBeNull();
  });

  test("a note without a range gives way to the next", () => {
    const [row] = rowsOf([{ price: "10.20", notes: ["F1", "F2"] }], ["Average price.", "Range of $10.00 to $10.50."]);
    expect(row && priceBand(row)).toMatchObject({ low: 10, high: 10.5, footnoteId: "F2" });
  });

  test("“respectively” gives each row its own", () => {
    const note = "Sold at prices ranging from $10.00 to $10.50 and $11.00 to $11.75, respectively.";
    const rows = rowsOf([{ price: "10.20" }, { price: "11.30" }], [note]);
    expect(rows.map((row) => [priceBand(row)?.low, priceBand(row)?.high])).toEqual([
      [10, 10.5],
      [11, 11.75],
    ]);
  });

  test("by date", () => {
    const note = "Prices ranging from $0.21 to $0.27 on 6/7/2023 and prices ranging from $0.22 to $0.24 on 6/8/2023.";
    const rows = rowsOf([{ price: "0.25" }, { price: "0.23", date: "2023-06-08" }], [note]);
    expect(rows.map((row) => [priceBand(row)?.low, priceBand(row)?.high])).toEqual([
      [0.21, 0.27],
      [0.22, 0.24],
    ]);
  });

  test("else all of them together", () => {
    const note =
      "2,731 shares at prices ranging from $36.90 to $37.90 and 9,378 shares at prices ranging from $38.00 to $38.72.";
    expect(bandOf("38.28", note)).toMatchObject({
      low: 36.9,
      high: 38.72,
      words: "ranging from $36.90 to $37.90 and 9,378 shares at prices ranging from $38.00 to $38.72",
      problem: "range-wider-than-dollar",
    });
  });

  test("ranges of trades matched under Section 16(b) are not this row's", () => {
    expect(
      bandOf("10.20", "Matchable under Section 16(b) with sales at prices ranging from $12.00 to $12.50."),
    ).toBeNull();
  });
});
