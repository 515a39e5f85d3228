import { LedgerError } from "@/lib/errors";
import type { ReadResult } from "@/lib/ownership/document";
import { readOwnershipHtml } from "@/lib/sources/html/read-ownership-html";
import { readSubmissionText } from "@/lib/sources/submission/read-submission-text";
import { readOwnershipText } from "@/lib/sources/text/read-ownership-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { decodeText } from "./decode-text";
import { type DetectedFormat, detectFormat } from "./detect";
import { limitWarnings, refuseTooLarge, shortened } from "./document-limits";
import { MAX_MESSAGE } from "./limits";

export type ReadableFormat = Extract<DetectedFormat, "xml" | "submission" | "html" | "text">;

export type ReadDocument = ReadResult & { format: ReadableFormat };

const READERS: Readonly<Record<ReadableFormat, (bytes: Uint8Array | string, options: { file: string }) => ReadResult>> =
  {
    xml: readOwnershipXml,
    submission: readSubmissionText,
    html: readOwnershipHtml,
    text: readText,
  };

const FETCH = "Take the filing's XML or its full submission text (.txt) from EDGAR instead.";

const REFUSALS: Readonly<
  Record<Exclude<DetectedFormat, ReadableFormat>, [code: string, what: string, advice: string]>
> = {
  empty: ["source-empty", "is empty", "Download the filing again."],
  pdf: ["source-is-pdf", "is a PDF, whose fields can't be read exactly", FETCH],
  archive: [
    "source-is-archive",
    "is an archive under a document's name",
    "Name it directly, or rename it to .zip or .gz.",
  ],
  binary: ["source-not-recognised", "is no text", FETCH],
  unknown: ["source-not-recognised", "is in no form that an ownership filing comes in", FETCH],
};

/**
 * Reads one document of any form (XML, full submission text, HTML rendition, text or Markdown) by its content.
 * `file` is for messages. Throws a LedgerError with the file, what is wrong and what to do: `source-empty`,
 * `source-is-pdf`, `source-is-archive`, `source-not-recognised`, `document-too-large` (more rows, footnotes or owners than
 * any filing has), and the errors of the readers.
 */
export function readDocument(bytes: Uint8Array | string, file: string): ReadDocument {
  const format = detectFormat(bytes);
  if (!isReadable(format)) throw refusal(format, file);
  try {
    const { document, warnings } = READERS[format](bytes, { file });
    refuseTooLarge(document, file);
    return { document, warnings: limitWarnings(warnings), format };
  } catch (error) {
    throw error instanceof LedgerError ? placed(error, file) : error;
  }
}

function readText(bytes: Uint8Array | string, options: { file: string }): ReadResult {
  const { text, warnings } = decodeText(bytes);
  const read = readOwnershipText(text, options);
  return { document: read.document, warnings: [...warnings, ...read.warnings] };
}

function isReadable(format: DetectedFormat): format is ReadableFormat {
  return Object.hasOwn(READERS, format);
}

function refusal(format: Exclude<DetectedFormat, ReadableFormat>, file: string): LedgerError {
  const [code, what, advice] = REFUSALS[format];
  return new LedgerError(code, `${file} ${what}.`, { place: { file }, advice });
}

/** The same error, said of this file, in a message that can be shown. */
function placed(error: LedgerError, file: string): LedgerError {
  const { code, message, advice, place, cause } = error;
  if (place.file !== undefined && message.length <= MAX_MESSAGE) return error;
  return new LedgerError(code, shortened(message), {
    place: { ...place, file: place.file ?? file },
    ...(advice === null ? {} : { advice }),
    cause,
  });
}
