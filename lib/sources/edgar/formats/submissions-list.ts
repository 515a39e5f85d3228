import { z } from "zod";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import type { Warning } from "@/lib/ownership/document";
import { normaliseCik } from "@/lib/ownership/identity";
import { type FilingRef, filingRef, isOwnershipForm } from "./filing-ref";
import { parseEdgarJson, wrongContent } from "./wrong-content";

/** A file with older filings of a party: the main file holds the newest thousand, or a year. */
export interface OlderPage {
  name: string;
  filingCount: number;
  /** `YYYY-MM-DD`. */
  filingTo: string;
}

export interface SubmissionsList {
  cik: string;
  name: string;
  filings: FilingRef[];
  olderPages: OlderPage[];
  warnings: Warning[];
}

const COLUMNS = z.object({
  accessionNumber: z.array(z.string()),
  filingDate: z.array(z.string()),
  form: z.array(z.string()),
});
const PARTY = z.object({
  cik: z.union([z.string(), z.number()]),
  name: z.string().nullable(),
  filings: z.object({
    recent: COLUMNS,
    files: z.array(z.object({ name: z.string(), filingCount: z.number(), filingTo: z.string() })),
  }),
});

/**
 * The ownership filings in `/submissions/CIK##########.json`, newest first, and the files with the older ones.
 * @throws LedgerError `edgar-wrong-content`
 */
export function parseSubmissions(text: string, file: string): SubmissionsList {
  const read = PARTY.safeParse(parseEdgarJson(text, file));
  if (!read.success) throw wrongContent(file, `has another shape: ${z.prettifyError(read.error).split("\n")[0]}`);
  const cik = normaliseCik(String(read.data.cik));
  if (cik === null) throw wrongContent(file, `names no CIK: “${read.data.cik}”`);
  const warnings: Warning[] = [];
  const filings = readColumns(read.data.filings.recent, cik, file, warnings);
  return { cik, name: read.data.name ?? "", filings, olderPages: read.data.filings.files, warnings };
}

/** The ownership filings in a file with older ones (`CIK##########-submissions-001.json`). */
export function parseOlderPage(text: string, cik: string, file: string): Pick<SubmissionsList, "filings" | "warnings"> {
  const read = COLUMNS.safeParse(parseEdgarJson(text, file));
  if (!read.success) throw wrongContent(file, `has another shape: ${z.prettifyError(read.error).split("\n")[0]}`);
  const warnings: Warning[] = [];
  return { filings: readColumns(read.data, cik, file, warnings), warnings };
}

function readColumns(columns: z.infer<typeof COLUMNS>, cik: string, file: string, warnings: Warning[]): FilingRef[] {
  const { accessionNumber, filingDate, form } = columns;
  if (filingDate.length !== accessionNumber.length || form.length !== accessionNumber.length) {
    const lengths = `${accessionNumber.length} accession numbers, ${filingDate.length} dates, ${form.length} forms`;
    throw wrongContent(file, `has columns of different lengths (${lengths})`);
  }
  return accessionNumber.flatMap((accession, i) => {
    if (!isOwnershipForm(form[i] ?? "")) return [];
    const date = filingDate[i] ?? "";
    const ref = filingRef(accession, cik, form[i] ?? "", isCalendarDate(date) ? date : null);
    if (ref !== null) return [ref];
    const message = `“${accession}” is no accession number; the filing is not fetched.`;
    warnings.push({ code: "edgar-accession-malformed", message, path: `${file} entry ${i + 1}` });
    return [];
  });
}
