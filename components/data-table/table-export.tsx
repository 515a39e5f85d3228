"use client";

import { useState } from "react";
import { type CsvCell, csvText } from "@/lib/format/csv";
import { htmlTable, jsonText, type PlainTable, tsvText } from "@/lib/format/table-text";
import { countOf } from "@/lib/format/words";
import { copyTable, saveFile } from "./hand-over";

type Rows = readonly (readonly CsvCell[])[];

interface TableExportProps {
  /** Headings of the columns; the keys of the JSON. A unit belongs in the heading: `value_usd`. */
  headings: readonly string[];
  /**
   * Raw cells, not formatted ones: numbers as numbers, dates as `YYYY-MM-DD`, unknown as null. A client may give a
   * function, which is asked when something is exported, and may fetch what the page does not hold.
   */
  rows: Rows | (() => Rows | Promise<Rows>);
  /** Without ending: `clusters` gives `clusters.csv`. */
  fileName: string;
}

const BUTTON = "link cursor-pointer";

/** Takes a table along: as CSV (formula-safe), as JSON, or on the clipboard as a table. */
export function TableExport({ headings, rows, fileName }: TableExportProps) {
  const [said, setSaid] = useState("");
  const hand = (over: (table: PlainTable) => Promise<string> | string) => async () => {
    try {
      const table = { headings, rows: typeof rows === "function" ? await rows() : rows };
      setSaid(await over(table));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : "the rows could not be read");
    }
  };
  const saveCsv = hand((table) => {
    saveFile(`${fileName}.csv`, "text/csv", csvText(headings, table.rows));
    return `${countOf(table.rows.length, "row")} saved`;
  });
  const saveJson = hand((table) => {
    saveFile(`${fileName}.json`, "application/json", jsonText(table));
    return `${countOf(table.rows.length, "row")} saved`;
  });
  const copy = hand(async (table) => {
    const isCopied = await copyTable(tsvText(table), htmlTable(table));
    return isCopied ? `${countOf(table.rows.length, "row")} copied` : "this browser does not let a page copy";
  });
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
