import { formatCount } from "./numbers";
import { MINUS, UNKNOWN } from "./unknown";

/** A number with its noun: `1 day`, `207 days`, `2 filings`. */
export function countOf(n: number | null | undefined, singular: string, plural = `${singular}s`): string {
  if (n === null || n === undefined) return UNKNOWN;
  return `${formatCount(n)} ${Math.abs(n) === 1 ? singular : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The rows of a dollar figure: rows without a price are no rows of it, though somebody bought or sold. */
export function rowsOfFigure(value: number | null, rows: number): string {
  return value === null && rows === 0 ? "no row with a value" : countOf(rows, "row");
}

/** A sentence whose amounts keep their sign: no line ends between `−` and `$`. */
export function unbroken(words: string): string {
  return words.replaceAll(`${MINUS}$`, `${MINUS}\u2060$`);
}
