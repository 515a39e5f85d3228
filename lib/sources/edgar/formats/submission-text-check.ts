import { wrongContent } from "./wrong-content";

const HEAD_BYTES = 4_096;
const TAIL_BYTES = 200;

/**
 * Whether an answer is the whole submission text of this filing: it begins as one, names the accession, and reaches the
 * closing line. What is inside is the readers' to judge. @throws LedgerError `edgar-wrong-content`
 */
export function checkSubmissionText(bytes: Uint8Array, accession: string): void {
  const what = `The submission ${accession}`;
  const latin = (part: Uint8Array) => Buffer.from(part).toString("latin1");
  const head = latin(bytes.subarray(0, HEAD_BYTES));
  if (!/^\s*(?:<SEC-DOCUMENT>|<IMS-DOCUMENT>|<SUBMISSION>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)/.test(head)) {
    throw wrongContent(what, `is no submission text; it begins with “${head.trim().slice(0, 60)}”`);
  }
  if (!head.includes(accession)) throw wrongContent(what, "is the text of another filing");
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES))).trimEnd();
  if (!/(?:<\/(?:SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION)>|-----END PRIVACY-ENHANCED MESSAGE-----)$/.test(tail)) {
    throw wrongContent(what, "is cut off: its closing line is missing");
  }
}
