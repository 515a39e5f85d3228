import { LedgerError } from "@/lib/errors";
import { decodeWindows1252 } from "@/lib/sources/windows-1252";
import { MAX_XML_BYTES } from "./limits";

/** Encodings that a document may declare, and how their bytes are read. */
const DECLARED: Readonly<Record<string, "utf-8" | "windows-1252" | "utf-16">> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  // As browsers do: a file that says ISO-8859-1 and holds the bytes 80 to 9F means windows-1252's quotes and dashes.
  "iso-8859-1": "windows-1252",
  "latin-1": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  "utf-16": "utf-16",
  "utf-16le": "utf-16",
  "utf-16be": "utf-16",
};

/** An XML declaration that names an encoding has more than this many bytes, and fewer than that many. */
const MIN_DECLARATION = 30;
const MAX_DECLARATION = 200;

/** A document's text and, when the bytes contradict the declaration, what was declared. */
export interface DecodedXml {
  text: string;
  contradicted: string | null;
}

/**
 * The text of an XML document: byte order mark first, then the declared encoding, then UTF-8.
 * Bytes that are not valid in that encoding are refused with `xml-encoding` and their place. Reading them as another
 * encoding would change names and footnotes without anyone noticing, and EDGAR disseminates ASCII and UTF-8 only.
 */
export function decodeXml(bytes: Uint8Array | string, file?: string): DecodedXml {
  if (bytes.length > MAX_XML_BYTES) throw tooLarge(bytes.length, file);
  if (typeof bytes === "string") return { text: withoutMark(bytes), contradicted: null };
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return plain(decodeWith("utf-8", bytes, file));
  if (a === 0xff && b === 0xfe) return plain(decodeWith("utf-16le", bytes, file));
  if (a === 0xfe && b === 0xff) return plain(decodeWith("utf-16be", bytes, file));
  if (a === 0 || b === 0) throw unmarkedUtf16(file);
  const name = declaredEncoding(bytes);
  if (name === null) return plain(decodeWith("utf-8", bytes, file));
  const encoding = DECLARED[name.toLowerCase()];
  if (encoding === undefined) throw unknownEncoding(name, file);
  // Programs write "utf-16" from memory and save as UTF-8; the declaration itself was readable byte by byte.
  if (encoding === "utf-16") return { text: decodeWith("utf-8", bytes, file), contradicted: name };
  if (encoding === "windows-1252") return plain(decodeWindows1252(bytes));
  return plain(decodeWith(encoding, bytes, file));
}

function plain(text: string): DecodedXml {
  return { text, contradicted: null };
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The encoding named in the XML declaration, or null. */
function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return null;
  const end = bytes.indexOf(0x3e);
  // `<?xml version="1.0"?>`, which nearly every filing has, is too short to name an encoding.
  if (end < MIN_DECLARATION) return null;
  const head = String.fromCharCode(...bytes.subarray(0, Math.min(end, MAX_DECLARATION) + 1));
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1] ?? null;
}

// One decoder each: making one costs as much as decoding a filing.
const DECODERS = {
  "utf-8": new TextDecoder("utf-8", { fatal: true }),
  "utf-16le": new TextDecoder("utf-16le", { fatal: true }),
  "utf-16be": new TextDecoder("utf-16be", { fatal: true }),
};

function decodeWith(encoding: keyof typeof DECODERS, bytes: Uint8Array, file?: string): string {
  try {
    return DECODERS[encoding].decode(bytes);
  } catch (cause) {
    throw invalidBytes(encoding, bytes, file, cause);
  }
}

function invalidBytes(encoding: string, bytes: Uint8Array, file: string | undefined, cause: unknown): LedgerError {
  const before = validPrefix(encoding, bytes);
  const lines = before.split("\n");
  return new LedgerError("xml-encoding", `The file is not valid ${encoding.toUpperCase()} text.`, {
    place: { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
    advice: "Download the filing again, or declare the encoding it was saved in in its first line.",
    cause,
  });
}

/** The longest beginning of the bytes that decodes, found by halving: validity of a beginning only ever ends once. */
function validPrefix(encoding: string, bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (prefixText(encoding, bytes, middle) === null) bad = middle;
    else good = middle;
  }
  return prefixText(encoding, bytes, good) ?? "";
}

function prefixText(encoding: string, bytes: Uint8Array, length: number): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return null;
  }
}

function unknownEncoding(name: string, file?: string): LedgerError {
  return new LedgerError("xml-encoding", `The encoding “${name}” that the document declares is not supported.`, {
    place: { file, line: 1, column: 1 },
    advice: "Save the document as UTF-8; UTF-16 with a byte order mark, ISO-8859-1 and windows-1252 are read too.",
  });
}

function unmarkedUtf16(file?: string): LedgerError {
  return new LedgerError("xml-encoding", "The document looks like UTF-16 but has no byte order mark.", {
    place: { file, line: 1, column: 1 },
    advice: "Save the document as UTF-8, or as UTF-16 with a byte order mark.",
  });
}

function tooLarge(size: number, file?: string): LedgerError {
  return new LedgerError("xml-too-large", `The document has ${size} bytes; at most ${MAX_XML_BYTES} are read.`, {
    place: { file },
    advice: "An ownership filing is rarely over 300 kB: check that this is one document and not an archive.",
  });
}
