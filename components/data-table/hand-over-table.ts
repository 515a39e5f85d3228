import { csvText } from "@/lib/format/tables/csv";
import { htmlTable, jsonText, type PlainTable, tsvText } from "@/lib/format/tables/table-text";
import { countOf } from "@/lib/format/words";
import type { ExportFormat } from "./export-buttons";
import { copyTable, saveFile } from "./hand-over";

/** Saves or copies a table; says in words what was done. Loaded when a reader asks for it. */
export async function handOver(table: PlainTable, format: ExportFormat, fileName: string): Promise<string> {
  const count = countOf(table.rows.length, "row");
  if (format === "copy") {
    const isCopied = await copyTable(tsvText(table), htmlTable(table));
    return isCopied ? `${count} copied` : "this browser does not let a page copy";
  }
  if (format === "csv") saveFile(`${fileName}.csv`, "text/csv", csvText(table.headings, table.rows));
  else saveFile(`${fileName}.json`, "application/json", jsonText(table));
  return `${count} saved`;
}
