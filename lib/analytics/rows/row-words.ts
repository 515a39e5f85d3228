import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { plainWords } from "./class-titles";
import type { FiledRow } from "./filed-row";

/** Notes are longer than the titles that `plainWords` remembers. */
const noteWords = readOnce(plainWords);

/** The words of all notes on a row as one plain text (lower case, single spaces), for reading. */
export function wordsOn(row: FiledRow): string {
  const { noteIds, filing } = row;
  if (noteIds.length === 0) return "";
  if (noteIds.length === 1) return noteWords(filing.footnotes.get(noteIds[0] ?? "") ?? "");
  return noteIds.map((id) => noteWords(filing.footnotes.get(id) ?? "")).join(" ");
}
