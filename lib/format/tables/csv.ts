/** A cell: text, a number, a truth value, or nothing. */
export type CsvCell = string | number | boolean | null;

/** A text that a spreadsheet would read as a formula begins with one of these. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** What a program that reads the file may drop before it looks: space, control and invisible characters. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}]+/u;

/** Text from filings never runs as a formula: where it begins like one, an apostrophe goes before it. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text.replace(UNSEEN, "")) || FORMULA.test(text) ? `'${text}` : text;
}

/** One cell by RFC 4180. Numbers are our own and stay numbers, negative ones too. Unknown is an empty cell. */
export function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = withoutFormula(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows under their headings, lines ended by CRLF. */
export function csvText(headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [headings, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
