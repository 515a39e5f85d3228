import { dateFromPrint, isCalendarDate } from "@/lib/ownership/calendar-dates";
import type { Signature } from "@/lib/ownership/document";
import type { PrintedLine } from "./footnotes";
import { withoutMarks } from "./marks";

export interface SplitTail {
  /** Explanations and remarks: what stands above the signatures. */
  body: PrintedLine[];
  signatures: Signature[];
}

const CAPTION = /\*{0,2}\s*Signature of Reporting Person/i;
const DATED = /^(.*\S)\s+(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/;
const DATE_ALONE = /^(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/;
const SIGNED = /^(?:by:?\s*)?\/s\/|^s\//i;
const BOILERPLATE = /^\**\s*(?:Reminder:|\*+ ?If the form is filed|\* If the form|\*\* Intentional|Note: File three)/i;

/**
 * Parts what follows the tables into body and signatures. Signatures are the lines that end in a date right above
 * “** Signature of Reporting Person”, and every line that begins with `/s/`.
 */
export function splitSignatures(lines: readonly PrintedLine[]): SplitTail {
  const printed = joinLoneDates(withoutBoilerplate(lines));
  const captions = printed.flatMap((line, i) => (CAPTION.test(line.text) ? [i] : []));
  const signed = new Set<number>();
  for (const [i, line] of printed.entries()) if (isSigned(line.text)) signed.add(i);
  for (const caption of captions) for (const i of linesAbove(printed, caption)) signed.add(i);
  const first = Math.min(...signed, ...captions, printed.length);
  return {
    body: printed.filter((_, i) => i < first && !signed.has(i)),
    signatures: [...signed].sort((a, b) => a - b).flatMap((i) => readSignature(printed[i]?.text ?? "")),
  };
}

function isSigned(text: string): boolean {
  return SIGNED.test(plain(text));
}

/** The dated lines that stand together above a caption; blank lines right above it don't count. */
function linesAbove(lines: readonly PrintedLine[], caption: number): number[] {
  const found: number[] = [];
  for (let i = caption - 1; i >= 0; i--) {
    const text = plain(lines[i]?.text ?? "");
    if (text === "" && found.length === 0) continue;
    if (!DATED.test(text)) break;
    found.push(i);
  }
  return found;
}

function readSignature(text: string): Signature[] {
  const match = DATED.exec(plain(text));
  if (match === null) return [{ signatureName: plain(text) || null, signatureDate: null }];
  const printed = match[2] ?? "";
  const date = isCalendarDate(printed) ? printed : (dateFromPrint(printed) ?? printed);
  return [{ signatureName: (match[1] ?? "").replace(/,$/, ""), signatureDate: date }];
}

/** A date on a line of its own belongs to the name above it. */
function joinLoneDates(lines: readonly PrintedLine[]): PrintedLine[] {
  const joined: PrintedLine[] = [];
  for (const line of lines) {
    const above = joined.findLastIndex((one) => one.text.trim() !== "");
    const name = joined[above];
    if (name !== undefined && DATE_ALONE.test(plain(line.text)) && isSigned(name.text) && !DATED.test(plain(name.text)))
      joined[above] = { line: name.line, text: `${plain(name.text)} ${plain(line.text)}` };
    else joined.push(line);
  }
  return joined;
}

function withoutBoilerplate(lines: readonly PrintedLine[]): PrintedLine[] {
  const end = lines.findIndex((line) => BOILERPLATE.test(line.text.trim()));
  return end < 0 ? [...lines] : lines.slice(0, end);
}

function plain(text: string): string {
  return withoutMarks(text);
}
