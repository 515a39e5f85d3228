import type { Warning } from "@/lib/ownership/document";
import { decodeWindows1252 } from "./windows-1252";

/**
 * The text of a document without an encoding of its own: UTF-16 by its mark, else UTF-8, else Windows-1252 (what old
 * editors save), which is said in a warning.
 */
export function decodeText(bytes: Uint8Array | string): { text: string; warnings: Warning[] } {
  if (typeof bytes === "string") return { text: bytes.replace(/^\ufeff/, ""), warnings: [] };
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), warnings: [] };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), warnings: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    const message = "The text is not UTF-8; it was read as Windows-1252.";
    const text = decodeWindows1252(bytes);
    return { text, warnings: [{ code: "text-not-utf8", message, path: "" }] };
  }
}
