import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import type { Warning } from "@/lib/ownership/document";
import { type FilingRef, filingRef, isOwnershipForm } from "./filing-ref";
import { wrongContent } from "./wrong-content";

export interface ReadIndex {
  /** Ownership filings, each once, in the order of the index. */
  filings: FilingRef[];
  /** Lines of filings of every form. */
  lines: number;
  warnings: Warning[];
}

/** Width of the form column in `form.idx`; its heading says so, this holds where the heading is unreadable. */
const FORM_WIDTH = 12;
/** Read from the right: company names can run over their column. */
const TAIL = /\s(\d{1,10})\s+(\d{8}|\d{4}-\d{2}-\d{2})\s+(edgar\/data\/\S+)\s*$/;
const LISTED_WARNINGS = 20;

/**
 * Reads a form index (fixed columns) or a master index (`|`), of a day or of a quarter. A line that can't be read is a
 * warning with its number; an index without a single line is an empty day.
 * @throws LedgerError `edgar-wrong-content` for what is no index, or ends within a line
 */
export function parseIndex(text: string, file: string): ReadIndex {
  const lines = text.split("\n");
  const rule = lines.findIndex((line) => /^-{20,}\s*$/.test(line));
  if (rule < 1) throw wrongContent(file, "is no index of EDGAR: it has no ruled heading");
  const read = lineReader(lines[rule - 1] ?? "");
  const found = new Map<string, FilingRef>();
  const warnings: Warning[] = [];
  let count = 0;
  for (let i = rule + 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.trim() === "") continue;
    count += 1;
    const entry = read(line.replace(/\r$/, ""));
    // Every line ends with a line break; the last may go without one, but not be cut.
    if (entry === null && i === lines.length - 1) throw wrongContent(file, "ends within a line", lines.length);
    if (entry === null) warnings.push(damaged(line, file, i + 1));
    else if (isOwnershipForm(entry.form)) keep(entry, line, file, i + 1, found, warnings);
  }
  return { filings: [...found.values()], lines: count, warnings: shortened(warnings, file) };
}

interface IndexEntry {
  form: string;
  cik: string;
  date: string;
  path: string;
}

function lineReader(heading: string): (line: string) => IndexEntry | null {
  if (heading.includes("|")) return masterLine;
  const column = heading.indexOf("Company Name");
  const width = column > 0 ? column : FORM_WIDTH;
  return (line) => formLine(line, width);
}

function masterLine(line: string): IndexEntry | null {
  const parts = line.split("|");
  // A name may hold the separator: the form is counted from the end.
  if (parts.length < 5) return null;
  const [form = "", date = "", path = ""] = parts.slice(-3);
  return checked({ form, cik: parts[0] ?? "", date: date.trim(), path: path.trim() });
}

function formLine(line: string, width: number): IndexEntry | null {
  const tail = TAIL.exec(line);
  if (tail === null) return null;
  const [, cik = "", date = "", path = ""] = tail;
  return checked({ form: line.slice(0, width).trim(), cik, date, path });
}

function checked(entry: IndexEntry): IndexEntry | null {
  const date = entry.date.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  const sound = /^\d{1,10}$/.test(entry.cik) && isCalendarDate(date) && entry.form.trim() !== "";
  return sound && /^edgar\/data\/\S+\.txt$/.test(entry.path) ? { ...entry, date } : null;
}

function keep(
  entry: IndexEntry,
  line: string,
  file: string,
  number: number,
  found: Map<string, FilingRef>,
  warnings: Warning[],
): void {
  const accession = /(\d{10}-\d{2}-\d{6})\.txt$/.exec(entry.path)?.[1] ?? "";
  const ref = filingRef(accession, entry.cik, entry.form, entry.date);
  if (ref === null) warnings.push(damaged(line, file, number));
  else if (!found.has(ref.accession)) found.set(ref.accession, ref);
}

function damaged(line: string, file: string, number: number): Warning {
  const shown = line.trim().slice(0, 120);
  return {
    code: "edgar-index-line-damaged",
    message: `“${shown}” is no line of an index.`,
    path: `${file} line ${number}`,
  };
}

function shortened(warnings: Warning[], file: string): Warning[] {
  if (warnings.length <= LISTED_WARNINGS) return warnings;
  const message = `${warnings.length - LISTED_WARNINGS} more lines can't be read.`;
  return [...warnings.slice(0, LISTED_WARNINGS), { code: "edgar-index-line-damaged", message, path: file }];
}
