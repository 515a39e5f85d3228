import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import type { LeafName } from "@/lib/ownership/leaves";

export type BalanceUnit = "shares" | "dollars";

/** Shares, unless the row reports only a dollar balance. A row that reports none is a row about shares. */
export function balanceUnit(row: FiledRow): BalanceUnit {
  return row.sharesAfter === null && row.valueAfter !== null ? "dollars" : "shares";
}

/**
 * The line of a row as its fields tell it: owner set, issuer, table, title, D or I, nature, and for a derivative its grant
 * (exercise price, expiry). Footnotes refine it where two lines of one filing differ in nothing else (`noteWords`).
 */
export function lineKey(row: FiledRow): string {
  const parts: (string | number | null)[] = [
    row.filing.issuerCik,
    row.filing.ownerKey,
    row.table,
    balanceUnit(row),
    row.classKey,
    row.directOrIndirect,
    row.natureKey,
  ];
  if (row.table === "II") parts.push(row.exercisePrice, row.expirationDate);
  return JSON.stringify(parts);
}

/**
 * The line of a row among those of its issuer and owner set, spelled short for grouping: rows share it where they share their
 * `lineKey`. Titles and natures have no line breaks.
 */
export function lineWords(row: FiledRow): string {
  const unit = balanceUnit(row);
  const nature = row.natureKey;
  if (row.table === "I" && unit === "shares" && row.directOrIndirect === "D" && nature === "") return row.classKey;
  const words = `${row.table} ${unit} ${row.directOrIndirect}\n${row.classKey}\n${nature}`;
  return row.table === "II" ? `${words}\n${row.exercisePrice} ${row.expirationDate}` : words;
}

const LINE_FIELDS: readonly LeafName[] = ["securityTitle", "directOrIndirectOwnership", "natureOfOwnership"];
/** A grant of units has no strike and no expiry of its own: its vesting note is what tells it from the next grant. */
const GRANT_FIELDS: readonly LeafName[] = [...LINE_FIELDS, "exerciseDate", "expirationDate"];

/** The words of the notes that can tell a line from another: ids are a filing's own, words last from filing to filing. */
export function noteWords(row: FiledRow): readonly string[] {
  if (!hasLineNotes(row)) return NO_WORDS;
  const byNote = wordsByNote(row.filing);
  const words: string[] = [];
  for (const field of row.table === "II" ? GRANT_FIELDS : LINE_FIELDS) {
    for (const id of row.footnoteIds[field] ?? []) words.push(byNote.get(id) ?? id);
  }
  return words.length < 2 ? words : [...new Set(words)].sort();
}

const NO_WORDS: readonly string[] = [];

/** Whether a note hangs on a field that can tell the row's line from another. */
export function hasLineNotes(row: FiledRow): boolean {
  if (row.noteIds.length === 0) return false;
  for (const field of row.table === "II" ? GRANT_FIELDS : LINE_FIELDS) {
    if (row.footnoteIds[field] !== undefined) return true;
  }
  return false;
}

/** Notes are longer than the titles that `plainWords` remembers. */
const plainNote = readOnce(plainWords);

const WORDS = new WeakMap<FilingFacts, ReadonlyMap<string, string>>();

/** Each note's words; notes of the same words (“See Exhibit 99.1.” five times over) are numbered, as they hang on different lines. */
function wordsByNote(filing: FilingFacts): ReadonlyMap<string, string> {
  const known = WORDS.get(filing);
  if (known !== undefined) return known;
  const seen = new Map<string, number>();
  const byId = new Map<string, string>();
  for (const [id, text] of filing.footnotes) {
    const words = plainNote(text);
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    byId.set(id, nth === 1 ? words : `${words} #${nth}`);
  }
  WORDS.set(filing, byId);
  return byId;
}
