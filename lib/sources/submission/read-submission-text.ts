import { type ErrorPlace, LedgerError } from "@/lib/errors";
import type { OwnershipDocument, ReadResult, Warning } from "@/lib/ownership/document";
import { normaliseAccession } from "@/lib/ownership/identity";
import { MAX_HEADER_LENGTH } from "@/lib/sources/limits";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { compareHeader } from "./compare-header";
import { type FoundXml, findOwnershipXml, listOtherDocuments } from "./find-ownership-xml";
import { type ReadHeader, readHeader } from "./read-header";
import { findSections, lineAt, type SubmissionSections } from "./sections";
import { openSubmission, type SubmissionBytes } from "./submission-bytes";

export interface SubmissionOptions {
  /** Goes before the header's accession number, with or without dashes. */
  accession?: string | null;
  /** The file's name, for the place of an error. */
  file?: string;
}

/**
 * Reads EDGAR's full submission text: the SGML header (labels or tags) and the ownership XML in it.
 * Bytes or text; PEM-armoured, `<SEC-DOCUMENT>`, `<IMS-DOCUMENT>`, `<SUBMISSION>` or without any header.
 * Fills `header`, `accession`, `filingDate` and `acceptedAt` (UTC) beside what the XML says.
 * Throws a LedgerError with the line in the whole submission: `not-a-submission`, `several-submissions`,
 * `submission-without-ownership-xml`, `several-ownership-documents`, `submission-too-large`, and whatever the XML reader throws.
 */
export function readSubmissionText(input: string | Uint8Array, options: SubmissionOptions = {}): ReadResult {
  try {
    return read(openSubmission(input), options);
  } catch (error) {
    if (!(error instanceof LedgerError) || options.file === undefined) throw error;
    throw placed(error, { ...error.place, file: options.file });
  }
}

function read(bytes: SubmissionBytes, options: SubmissionOptions): ReadResult {
  const sections = findSections(bytes.scan);
  refuseOther(bytes.scan, sections);
  if (sections.headerEnd > MAX_HEADER_LENGTH) throw headerTooLong(sections.headerEnd);
  const warnings: Warning[] = [];
  const said = readHeader(bytes.words(0, sections.headerEnd), warnings);
  const found = findOwnershipXml(bytes.scan, sections, warnings);
  const form = readForm(bytes, found);
  const document = withHeader(form.document, said, options, warnings);
  const listed = found.part === null ? [] : listOtherDocuments(sections.parts, found.part);
  for (const warning of listed) warnings.push(warning);
  if (said?.documentCount != null && sections.parts.length > 0 && said.documentCount !== sections.parts.length)
    note(warnings, "document-count-differs", countDiffers(said.documentCount, sections.parts.length));
  if (!sections.closed) note(warnings, "submission-not-closed", "The submission is not closed: the text was cut.");
  return { document, warnings: [...warnings, ...form.warnings] };
}

function countDiffers(said: number, held: number): string {
  return `The header counts ${said} documents, the submission holds ${held}.`;
}

function refuseOther(text: string, { submissions, parts, headerEnd }: SubmissionSections): void {
  if (submissions > 1) {
    throw new LedgerError("several-submissions", `The text holds ${submissions} submissions.`, {
      place: { line: 1 },
      advice: "Split the file so that each submission is a file of its own.",
    });
  }
  if (parts.length > 0 || headerEnd > 0 || /<(?:[\w.-]+:)?ownershipDocument[\s/>]/.test(text)) return;
  throw new LedgerError(
    "not-a-submission",
    "The text is no EDGAR submission: no header, no <DOCUMENT>, no ownership XML.",
    {
      place: { line: 1 },
      advice: "Give the full submission text (0000000000-00-000000.txt) as EDGAR serves it.",
    },
  );
}

function headerTooLong(length: number): LedgerError {
  return new LedgerError(
    "submission-too-large",
    `The submission's header has ${length} characters; at most ${MAX_HEADER_LENGTH} are read.`,
    { place: { line: 1 }, advice: "The header of ten owners has some 20,000. Check what this file is." },
  );
}

/** Reads the XML; its places are counted from the start of the whole submission. */
function readForm(bytes: SubmissionBytes, found: FoundXml): ReadResult {
  const linesBefore = lineAt(bytes.scan, found.start) - 1;
  try {
    return readOwnershipXml(bytes.raw(found.start, found.end));
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const columnsBefore = found.start - (bytes.scan.lastIndexOf("\n", found.start - 1) + 1);
    throw moved(error, linesBefore, columnsBefore);
  }
}

function moved(error: LedgerError, lines: number, columns: number): LedgerError {
  const { line, column } = error.place;
  const place = { ...error.place };
  if (line !== undefined) place.line = line + lines;
  if (column !== undefined && line === 1) place.column = column + columns;
  return placed(error, place);
}

function placed(error: LedgerError, place: ErrorPlace): LedgerError {
  const advice = error.advice === null ? {} : { advice: error.advice };
  return new LedgerError(error.code, error.message, { place, cause: error, ...advice });
}

function withHeader(
  form: OwnershipDocument,
  said: ReadHeader | null,
  options: SubmissionOptions,
  warnings: Warning[],
): OwnershipDocument {
  const given = options.accession == null ? null : normaliseAccession(options.accession);
  if (said === null) {
    note(
      warnings,
      "submission-header-missing",
      "The submission has no header: no accession, filing or acceptance date.",
    );
    return { ...form, accession: given ?? form.accession };
  }
  const { header, accession, filingDate, acceptedAt } = said;
  if (given !== null && accession !== null && given !== accession)
    note(warnings, "accession-differs", `The accession given is ${given}, the header's ${accession}.`);
  if (given === null && accession === null)
    note(warnings, "header-accession-missing", "The header gives no accession number.");
  for (const warning of compareHeader(header, form)) warnings.push(warning);
  return { ...form, accession: given ?? accession, filingDate, acceptedAt, header };
}

function note(warnings: Warning[], code: string, message: string): void {
  warnings.push({ code, message, path: "header" });
}
