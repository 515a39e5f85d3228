import { SNIFF_BYTES, sniffContainer } from "@/lib/sources/containers/file-kinds";

/** What a document is by its content. The last five cannot be read as a filing. */
export type DetectedFormat =
  | "xml"
  | "submission"
  | "html"
  | "text"
  | "empty"
  | "pdf"
  | "archive"
  | "binary"
  | "unknown";

/** How much of the beginning tells a format. */
const HEAD_BYTES = 4096;

const SUBMISSION =
  /^(?:-----BEGIN PRIVACY-ENHANCED MESSAGE|<(?:SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION|SEC-HEADER|IMS-HEADER|DOCUMENT)>)/;
const HTML = /^<(?:!doctype\s+html|(?:html|head|body|title|style|meta|table|div|center|font|form|p)[\s>])/i;
/** What may stand before the first element of XML or HTML. */
const PROLOGUE = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s+)/;
const TABLE_ROW = /^\s*\|.*\|\s*$/m;
/** Words of the printed form; a text with none of them is another kind of text. */
const FORM_WORDS =
  /reporting\s+person|beneficial(?:ly)?\s+own|derivative\s+securit|section\s+16|title\s+of\s+(?:derivative\s+)?security|transaction\s+code/i;
/** How far into a text its words are looked for. */
const WORDS_BYTES = 256 * 1024;

/**
 * The format of a document, read from its first bytes; its name plays no part, for downloads are often misnamed.
 * A text is `text` when it has words of the printed form: whether it is the form is for the text reader to say.
 */
export function detectFormat(bytes: Uint8Array | string): DetectedFormat {
  if (isBlank(bytes)) return "empty";
  if (typeof bytes !== "string") {
    if (sniffContainer(bytes.subarray(0, SNIFF_BYTES)) !== null) return "archive";
    if (buffer(bytes.subarray(0, 1024)).includes("%PDF-", 0, "latin1")) return "pdf";
  }
  const head = typeof bytes === "string" ? bytes.slice(0, HEAD_BYTES) : headText(bytes);
  const format = formatOfText(head.trimStart());
  return format === "text" && !FORM_WORDS.test(words(bytes)) ? "unknown" : format;
}

function words(bytes: Uint8Array | string): string {
  if (typeof bytes === "string") return bytes.slice(0, WORDS_BYTES);
  return latin1(bytes.subarray(0, WORDS_BYTES)).replaceAll("\0", "");
}

function formatOfText(head: string): DetectedFormat {
  if (head.startsWith("%PDF-")) return "pdf";
  if (SUBMISSION.test(head)) return "submission";
  if (isBinary(head)) return "binary";
  let rest = head;
  for (let match = PROLOGUE.exec(rest); match !== null; match = PROLOGUE.exec(rest)) rest = rest.slice(match[0].length);
  if (HTML.test(rest)) return "html";
  if (SUBMISSION.test(rest)) return "submission";
  if (rest.startsWith("<")) return /^<[\w:.-]*ownershipDocument/.test(rest) || !TABLE_ROW.test(rest) ? "xml" : "text";
  return rest.startsWith("{") ? "unknown" : "text";
}

/** The beginning as text: UTF-16 by its mark or by the zero beside its first sign, else byte by byte. */
function headText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return head.slice(2).replaceAll("\0", "");
  if ((a === 0 && b === 0x3c) || (a === 0x3c && b === 0)) return head.replaceAll("\0", "");
  return head.replace(/^\u00ef\u00bb\u00bf/, "");
}

function latin1(bytes: Uint8Array): string {
  return buffer(bytes).toString("latin1");
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Any control character but white space: most texts have none. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r]/u;

/** Control characters that no text has: one zero, or one in twenty of the others. */
function isBinary(head: string): boolean {
  if (!CONTROL.test(head)) return false;
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code === 0) return true;
    if (code < 9 || (code > 13 && code < 32)) controls += 1;
  }
  return controls > head.length / 20;
}

function isBlank(bytes: Uint8Array | string): boolean {
  if (typeof bytes === "string") return bytes.trim() === "";
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let i = mark; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== 32 && (byte < 9 || byte > 13)) return false;
  }
  return true;
}
