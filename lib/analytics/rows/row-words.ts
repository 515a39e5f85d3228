import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { plainWords } from "./class-titles";
import { type FiledRow, footnoteIdsOfRow } from "./filed-row";

/** Notes are longer than the titles that `plainWords` remembers. */
const noteWords = readOnce(plainWords);

/** The words of all notes on a row as one plain text (lower case, single spaces), for reading. */
export function wordsOn(row: FiledRow): string {
  return footnoteIdsOfRow(row)
    .map((id) => noteWords(row.filing.footnotes.get(id) ?? ""))
    .join(" ");
}
