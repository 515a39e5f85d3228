import { deflateRawSync, inflateRawSync } from "node:zlib";
import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument, Warning } from "@/lib/ownership/document";
import { DICTIONARY_1 } from "./source-dictionary";

/** What a stored source holds: the document as read, and what the reader noticed. */
export interface SourceContent {
  document: OwnershipDocument;
  warnings: Warning[];
}

/** Few filings are larger, packed or not: zlib's own buffers of 16 kB cost more than the work. */
const CHUNK = 4_096;

/** First byte of every body: which dictionary its deflate stream was made with. */
const VERSION_1 = 1;

/** Level 6 makes a filing's 541 bytes 501 and takes a quarter more time; a filing needs no larger tables than these. */
const DEFLATE = { dictionary: DICTIONARY_1, level: 3, memLevel: 6, windowBits: 14, chunkSize: CHUNK };

/** A source as compressed bytes: JSON, deflated with a preset dictionary (an ownership filing is mostly known words). */
export function packSource(json: string): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(Buffer.from(json, "utf8"), DEFLATE);
  const body = new Uint8Array(packed.length + 1);
  body[0] = VERSION_1;
  body.set(packed, 1);
  return body;
}

/** What `packSource` packed. Throws LedgerError `source-version-unknown` where another release packed it. */
export function unpackSource(body: Uint8Array): SourceContent {
  if (body[0] !== VERSION_1) {
    throw new LedgerError("source-version-unknown", `A stored source is packed in the unknown version ${body[0]}.`, {
      advice: "Update the program to the release that stored it.",
    });
  }
  const json = inflateRawSync(body.subarray(1), { dictionary: DICTIONARY_1, chunkSize: CHUNK });
  return JSON.parse(json.toString("utf8")) as SourceContent;
}
