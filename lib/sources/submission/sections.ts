import { LedgerError } from "@/lib/errors";
import { MAX_SUBMISSION_DOCUMENTS } from "@/lib/sources/limits";

/** One `<DOCUMENT>` of a submission: its SGML tags, and where its text stands. Offsets are into the scanned text. */
export interface SubmissionPart {
  type: string | null;
  sequence: string | null;
  filename: string | null;
  description: string | null;
  /** Counted from 1. */
  line: number;
  start: number;
  bodyStart: number;
  bodyEnd: number;
  /** False when the text ends, or the next document begins, before `</DOCUMENT>`. */
  closed: boolean;
}

export interface SubmissionSections {
  /** Everything before the first document. */
  headerEnd: number;
  parts: SubmissionPart[];
  /** How many submissions begin in the text: more than one is a bundle. */
  submissions: number;
  /** False when `<SEC-DOCUMENT>` or its like is never closed: the text was cut. */
  closed: boolean;
}

const STRUCTURE = /^<(\/?)(SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION|DOCUMENT)>/gm;

/**
 * Finds header and documents. A text without any of the tags gives no parts and a header of no length. Throws
 * `submission-too-large` for more documents than any submission has.
 */
export function findSections(text: string): SubmissionSections {
  const parts: SubmissionPart[] = [];
  let headerEnd: number | null = null;
  let open: number | null = null;
  let submissions = 0;
  let ends = 0;
  const lines = lineCounter(text);
  for (const match of text.matchAll(STRUCTURE)) {
    const closing = match[1] === "/";
    if (match[2] !== "DOCUMENT") {
      if (closing) ends += 1;
      else submissions += 1;
      continue;
    }
    if (open !== null) parts.push(readPart(text, open, match.index, closing, lines(open)));
    if (parts.length > MAX_SUBMISSION_DOCUMENTS) throw tooMany(lines(match.index));
    open = closing ? null : match.index;
    if (!closing) headerEnd ??= match.index;
  }
  if (open !== null) parts.push(readPart(text, open, text.length, false, lines(open)));
  return {
    headerEnd: headerEnd ?? (submissions > 0 ? text.length : headerWithoutDocuments(text)),
    parts,
    submissions,
    closed: ends >= submissions,
  };
}

function tooMany(line: number): LedgerError {
  return new LedgerError(
    "submission-too-large",
    `The submission has more than ${MAX_SUBMISSION_DOCUMENTS} documents; no more are read.`,
    { place: { line }, advice: "An ownership filing has one document and a few exhibits. Check what this file is." },
  );
}

/** A lone header (`.hdr.sgml`) has no document; a bare ownership document has no header. */
function headerWithoutDocuments(text: string): number {
  if (!/^<(?:SEC-HEADER|IMS-HEADER|ACCESSION-NUMBER|ACCEPTANCE-DATETIME)>/m.test(text)) return 0;
  const xml = text.search(/<XML>|<\?xml|<ownershipDocument[\s>]/);
  return xml < 0 ? text.length : xml;
}

/** Looks no further than the part itself: a submission may have very many. */
function readPart(text: string, start: number, end: number, closed: boolean, line: number): SubmissionPart {
  const part = text.slice(start, end);
  const textTag = part.indexOf("<TEXT>");
  const hasText = textTag >= 0;
  const bodyStart = hasText ? textTag + "<TEXT>".length : "<DOCUMENT>".length;
  const textEnd = part.lastIndexOf("</TEXT>");
  const head = part.slice(0, hasText ? textTag : 2_000);
  return {
    type: tagged(head, "TYPE"),
    sequence: tagged(head, "SEQUENCE"),
    filename: tagged(head, "FILENAME"),
    description: tagged(head, "DESCRIPTION"),
    line,
    start,
    bodyStart: start + bodyStart,
    bodyEnd: hasText && textEnd >= bodyStart ? start + textEnd : end,
    closed,
  };
}

/** Lines of offsets that only grow, in one pass over the text. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = text.indexOf("\n");
  return (offset) => {
    for (; at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
    return line;
  };
}

function tagged(head: string, tag: string): string | null {
  return new RegExp(`^<${tag}>(.*)$`, "m").exec(head)?.[1]?.trim() || null;
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
