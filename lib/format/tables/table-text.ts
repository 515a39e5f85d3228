import { type CsvCell, withoutFormula } from "./csv";

/** A table as plain data: headings, and rows of cells in the same order. */
export interface PlainTable {
  headings: readonly string[];
  rows: readonly (readonly CsvCell[])[];
}

/** Rows as JSON objects by heading; unknown is null. */
export function jsonText({ headings, rows }: PlainTable): string {
  const objects = rows.map((row) => Object.fromEntries(headings.map((name, index) => [name, row[index] ?? null])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/** Tab-separated lines for the clipboard: no tab or line end inside a cell, and no cell that runs as a formula. */
export function tsvText({ headings, rows }: PlainTable): string {
  return [headings, ...rows].map((row) => row.map(plainCell).join("\t")).join("\n");
}

/** The same as an HTML table, which word processors and spreadsheets paste as one. */
export function htmlTable({ headings, rows }: PlainTable): string {
  const line = (cells: readonly CsvCell[], tag: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(plainCell(cell))}</${tag}>`).join("")}</tr>`;
  const body = rows.map((row) => line(row, "td")).join("");
  return `<table><thead>${line(headings, "th")}</thead><tbody>${body}</tbody></table>`;
}

function plainCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return withoutFormula(cell.replaceAll(/[\t\r\n]+/g, " ").trim());
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
