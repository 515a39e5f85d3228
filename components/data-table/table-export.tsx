"use client";

import type { CsvCell } from "@/lib/format/tables/csv";
import { ExportButtons } from "./export-buttons";

type Rows = readonly (readonly CsvCell[])[];

interface TableExportProps {
  /** Headings of the columns; the keys of the JSON. A unit belongs in the heading: `value_usd`. */
  headings: readonly string[];
  /** Raw cells, not formatted ones: numbers as numbers, dates as `YYYY-MM-DD`, unknown as null. A client may give a function. */
  rows: Rows | (() => Rows);
  /** Without ending: `clusters` gives `clusters.csv`. */
  fileName: string;
}

/** Takes a table along whose cells the page holds. */
export function TableExport({ headings, rows, fileName }: TableExportProps) {
  const load = () => ({ headings, rows: typeof rows === "function" ? rows() : rows });
  return <ExportButtons load={load} fileName={fileName} />;
}
