"use client";

import { useState } from "react";
import { type CsvCell, csvText } from "@/lib/format/csv";
import { htmlTable, jsonText, type PlainTable, tsvText } from "@/lib/format/table-text";
import { countOf } from "@/lib/format/words";
import { copyTable, saveFile } from "./hand-over";

interface TableExportProps {
  /** Headings of the columns; the keys of the JSON. A unit belongs in the heading: `value_usd`. */
  headings: readonly string[];
  /** Raw cells, not formatted ones: numbers as numbers, dates as `YYYY-MM-DD`, unknown as null. A client may give a function. */
  rows: readonly (readonly CsvCell[])[] | (() => readonly (readonly CsvCell[])[]);
  /** Without ending: `clusters` gives `clusters.csv`. */
  fileName: string;
}

const BUTTON = "link cursor-pointer";

/** Takes a table along: as CSV (formula-safe), as JSON, or on the clipboard as a table. */
export function TableExport({ headings, rows, fileName }: TableExportProps) {
  const [said, setSaid] = useState("");
  const table = (): PlainTable => ({ headings, rows: typeof rows === "function" ? rows() : rows });
  const saveCsv = () => {
    const { rows: cells } = table();
    saveFile(`${fileName}.csv`, "text/csv", csvText(headings, cells));
    setSaid(`${countOf(cells.length, "row")} saved`);
  };
  const saveJson = () => {
    saveFile(`${fileName}.json`, "application/json", jsonText(table()));
    setSaid(`${countOf(table().rows.length, "row")} saved`);
  };
  const copy = async () => {
    const plain = table();
    const isCopied = await copyTable(tsvText(plain), htmlTable(plain));
    setSaid(isCopied ? `${countOf(plain.rows.length, "row")} copied` : "this browser does not let a page copy");
  };
  return (
    <span className="no-print text-sm whitespace-nowrap text-ink-2">
      Export:{" "}
      <button type="button" className={BUTTON} onClick={saveCsv}>
        CSV
      </button>
      {" · "}
      <button type="button" className={BUTTON} onClick={saveJson}>
        JSON
      </button>
      {" · "}
      <button type="button" className={BUTTON} onClick={copy}>
        copy as table
      </button>
      <span role="status" className="ml-2 text-ink-3">
        {said}
      </span>
    </span>
  );
}
