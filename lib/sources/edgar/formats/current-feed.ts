import { SaxesParser } from "saxes";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import type { Warning } from "@/lib/ownership/document";
import { type FilingRef, filingRef, isOwnershipForm } from "./filing-ref";
import { wrongContent } from "./wrong-content";

export interface CurrentFeed {
  /** Ownership filings, each once: the feed names a filing once for each of its parties. */
  filings: FilingRef[];
  /** Entries of every form; 0 ends the paging. */
  entries: number;
  warnings: Warning[];
}

interface Entry {
  id: string;
  link: string;
  term: string;
  summary: string;
  title: string;
}

const WHAT = "The feed of current filings (getcurrent)";

/**
 * Reads one page of the Atom feed `browse-edgar?action=getcurrent`. Its `type=4` is a prefix match, so entries of other
 * forms (`424B2`) are passed over. @throws LedgerError `edgar-wrong-content`
 */
export function parseCurrentFeed(text: string): CurrentFeed {
  const warnings: Warning[] = [];
  const entries = readEntries(text);
  const filings = new Map<string, FilingRef>();
  entries.forEach((entry, i) => {
    if (entry.term === "") warnings.push(unreadable(i, "names no form"));
    if (!isOwnershipForm(entry.term)) return;
    const ref = refOf(entry);
    if (ref === null) warnings.push(unreadable(i, `(${entry.title || "no title"}) names no filing`));
    else if (!filings.has(ref.accession)) filings.set(ref.accession, ref);
  });
  return { filings: [...filings.values()], entries: entries.length, warnings };
}

function refOf(entry: Entry): FilingRef | null {
  const accession = /accession-number=(\d{10}-\d{2}-\d{6})/.exec(entry.id)?.[1] ?? "";
  const cik = /\/edgar\/data\/(\d{1,10})\//.exec(entry.link)?.[1] ?? /\((\d{10})\)/.exec(entry.title)?.[1] ?? "";
  const filed = /Filed:\D*(\d{4}-\d{2}-\d{2})/.exec(entry.summary)?.[1] ?? "";
  return filingRef(accession, cik, entry.term, isCalendarDate(filed) ? filed : null);
}

function unreadable(index: number, why: string): Warning {
  return {
    code: "edgar-feed-entry-damaged",
    message: `Entry ${index + 1} of the feed ${why}.`,
    path: `entry ${index + 1}`,
  };
}

function readEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | null = null;
  let words = "";
  let root = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw wrongContent(WHAT, `is no whole XML: ${error.message}`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (root === "") root = name;
    words = "";
    if (name === "entry") entry = { id: "", link: "", term: "", summary: "", title: "" };
    if (entry === null) return;
    if (name === "link") entry.link = attributes.href ?? "";
    if (name === "category") entry.term = attributes.term ?? "";
  });
  const add = (more: string) => {
    words += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name }) => {
    if (entry === null) return;
    if (name === "id" || name === "summary" || name === "title") entry[name] = words.trim();
    if (name !== "entry") return;
    entries.push(entry);
    entry = null;
  });
  parser.write(text).close();
  if (root !== "feed") throw wrongContent(WHAT, `is no Atom feed but “${root}”`);
  return entries;
}
