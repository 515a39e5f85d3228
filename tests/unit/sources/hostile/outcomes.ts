import { expect } from "vitest";
import { errorRecord } from "@/lib/errors";
import { readDocument } from "@/lib/sources/read-document";
import { checkReading } from "@/tests/fuzz/check-reading";
import { seedText, seedXml } from "@/tests/support/seed";

/** `document`, or the code of the error; a document is taken through checks and measures too. */
export function outcome(input: string | Uint8Array): string {
  try {
    const { document, warnings } = readDocument(typeof input === "string" ? Buffer.from(input) : input, "hostile");
    checkReading(document, warnings, "hostile");
    return "document";
  } catch (error) {
    return `${errorRecord(error).code}${errorRecord(error).code === "unexpected" ? `: ${String(error)}` : ""}`;
  }
}

/**
 * What takes time by the square of its length takes minutes at the lengths tested here; what doesn't, less than a second.
 * The limit leaves room for a machine that is busy with other things.
 */
const LIMIT_MS = 8_000;

export function expectSoon(input: string | Uint8Array, outcomes: readonly string[]): void {
  const start = performance.now();
  const seen = outcome(input);
  const ms = performance.now() - start;
  expect(outcomes).toContain(seen);
  expect(ms).toBeLessThan(LIMIT_MS);
}

/** A text again and again, up to so many characters. */
export function upTo(characters: number, text: string): string {
  return text.repeat(Math.floor(characters / text.length));
}

export const XML = seedXml();
export const TEXT = seedText();

/** The seed filing's XML with something before a closing tag. */
export function xmlWith(closing: string, added: string): string {
  return XML.replace(closing, () => added + closing);
}

/** A submission of these documents, the seed filing's last. */
export function submission(before: string, header = ""): string {
  return `<SEC-DOCUMENT>x
<SEC-HEADER>
ACCESSION NUMBER:\t\t0009990001-24-000001
${header}</SEC-HEADER>
${before}<DOCUMENT>
<TYPE>4
<TEXT>
<XML>
${XML}
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
}
