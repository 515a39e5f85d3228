import { plainWords } from "./class-titles";
import { type FiledRow, footnoteIdsOfRow } from "./filed-row";

/** The words of all notes on a row as one plain text (lower case, single spaces), for reading. */
export function wordsOn(row: FiledRow): string {
  return footnoteIdsOfRow(row)
    .map((id) => plainWords(row.filing.footnotes.get(id) ?? ""))
    .join(" ");
}
