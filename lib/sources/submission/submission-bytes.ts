import { LedgerError } from "@/lib/errors";
import { MAX_ARMOURED_LENGTH } from "@/lib/sources/limits";
import { decodeWindows1252 } from "@/lib/sources/windows-1252";

const PEM_BEGIN = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----";

/**
 * A submission's characters for finding its sections, and its parts in the spelling their readers need.
 * Header and XML need not share an encoding, so bytes are scanned one to one and each part is decoded by itself.
 */
export interface SubmissionBytes {
  /** One character a byte when bytes came in; the text itself when a text did. */
  scan: string;
  /** A part for a reader that decodes by itself (the XML reader reads its own declaration). */
  raw(start: number, end: number): string | Uint8Array;
  /** A part as words: UTF-8, else Windows-1252, which EDGAR's older headers use. */
  words(start: number, end: number): string;
}

/** Opens a submission as it came: text, or bytes in UTF-8, UTF-16 (with its mark), Latin-1 or a mixture of the first and last. */
export function openSubmission(input: string | Uint8Array): SubmissionBytes {
  if (typeof input === "string") return fromText(input);
  if (input[0] === 0xff && input[1] === 0xfe) return fromText(new TextDecoder("utf-16le").decode(input));
  if (input[0] === 0xfe && input[1] === 0xff) return fromText(new TextDecoder("utf-16be").decode(input));
  const marked = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf;
  return fromBytes(marked ? input.subarray(3) : input);
}

function fromText(input: string): SubmissionBytes {
  const scan = withoutDashEscapes(input.startsWith("\uFEFF") ? input.slice(1) : input);
  const slice = (start: number, end: number) => scan.slice(start, end);
  return { scan, raw: slice, words: slice };
}

function fromBytes(input: Uint8Array): SubmissionBytes {
  const filed = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const text = filed.toString("latin1");
  const scan = withoutDashEscapes(text);
  const bytes = scan === text ? filed : Buffer.from(scan, "latin1");
  return {
    scan,
    raw: (start, end) => bytes.subarray(start, end),
    words: (start, end) => decodeWords(bytes.subarray(start, end)),
  };
}

function decodeWords(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** A PEM-armoured message writes `- -` for a dash at the start of a line (RFC 1421, 4.3.2.3); lines keep their numbers. */
function withoutDashEscapes(text: string): string {
  if (!text.slice(0, 200).trimStart().startsWith(PEM_BEGIN) || !text.includes("\n- -")) return text;
  if (text.length > MAX_ARMOURED_LENGTH) throw tooLong(text.length);
  return text.replace(/^- -/gm, "-");
}

function tooLong(length: number): LedgerError {
  return new LedgerError(
    "submission-too-large",
    `The PEM-armoured submission has ${length} characters; at most ${MAX_ARMOURED_LENGTH} are read.`,
    {
      place: { line: 1 },
      advice: "EDGAR stopped armouring long ago, when filings were short. Check what this file is.",
    },
  );
}
