import { expect, test } from "vitest";
import { FILING_COUNT, valuesOf } from "@/lib/store/writing/tables";

const VALUES = ["2024-02", "2024-01", "4", "xml", 3, 7, 2];

test("A record's values come in the order of the table's columns, whatever the order of its keys", () => {
  const record = {
    knownMonth: "2024-02",
    month: "2024-01",
    documentType: "4",
    format: "xml",
    filings: 3,
    rows: 7,
    dated: 2,
  };
  expect(valuesOf(FILING_COUNT, record)).toEqual(VALUES);
  const turned = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
  expect(valuesOf(FILING_COUNT, turned)).toEqual(VALUES);
});

test("A key that is no column is left out", () => {
  const [knownMonth, month, documentType, format, filings, rows, dated] = VALUES;
  const record = { knownMonth, month, documentType, format, filings, rows, dated, remark: "x" };
  expect(valuesOf(FILING_COUNT, record as Parameters<typeof valuesOf<typeof FILING_COUNT>>[1])).toEqual(VALUES);
});
