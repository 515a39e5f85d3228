import { dateFromPrint, isCalendarDate } from "@/lib/ownership/calendar-dates";
import type { Signature } from "@/lib/ownership/document";
import type { PrintedLine } from "./footnotes";
import { withoutMarks } from "./marks";

export interface SplitTail {
  /** Explanations and remarks: what stands above the signatures. */
  body: PrintedLine[];
  signatures: Signature[];
  /** Lines among or below the signatures that are none. */
  unread: PrintedLine[];
}

const CAPTION = /\*{0,2}\s*Signature of Reporting Person/i;
const DATED = /^(.*\S)\s+(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/;
const DATE_ALONE = /^(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/;
const SIGNED = /^(?:by:?\s*)?\/s\/|^s\//i;
const WRAPPED = /^(?:\((?!\s*\d)|as |by |its |attorney|under power|pursuant to (?:a )?power)/i;
/** Captions and rules between signatures. */
const EMPTY = /^[\W_]*(?:Date)?[\W_]*$/i;
const BOILERPLATE =
  /^\**\s*(?:Reminder:|\*+ ?If the form is filed|\* If the form|\*\* Intentional|Note: File three|Persons who respond|Potential persons)/i;

/**
 * Parts what follows the tables into body and signatures. Signatures are the lines that end in a date right above
 * “** Signature of Reporting Person”, and every line that begins with `/s/`.
 */
export function splitSignatures(lines: readonly PrintedLine[]): SplitTail {
  const printed = joinWrapped(withoutBoilerplate(lines));
  const signed = new Set<number>();
  let first = printed.length;
  for (const [i, line] of printed.entries()) {
    const isCaption = CAPTION.test(line.text);
    for (const k of isCaption ? linesAbove(printed, i) : []) signed.add(k);
    if (SIGNED.test(plain(line.text))) signed.add(i);
    if (isCaption) first = Math.min(first, i);
  }
  const order = [...signed].sort((a, b) => a - b);
  first = Math.min(first, order[0] ?? first);
  const isUnread = (line: PrintedLine, i: number) => i > first && !signed.has(i) && !EMPTY.test(plain(line.text));
  return {
    body: printed.slice(0, first),
    signatures: order.flatMap((i) => readSignature(printed[i]?.text ?? "")),
    unread: printed.filter((line, i) => isUnread(line, i) && !CAPTION.test(line.text)),
  };
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

/** A date on a line of its own, or the end of a wrapped name (“(Attorney-in-Fact) 1/31/2023”), belongs to the line above. */
function joinWrapped(lines: readonly PrintedLine[]): PrintedLine[] {
  const joined: PrintedLine[] = [];
  let at = -1;
  for (const line of lines) {
    const text = plain(line.text);
    const above = joined[at];
    if (above !== undefined && goesOn(plain(above.text), text, at < joined.length - 1)) {
      joined[at] = { line: above.line, text: `${plain(above.text)} ${text}` };
      continue;
    }
    joined.push(line);
    if (text !== "") at = joined.length - 1;
  }
  return joined;
}

function goesOn(above: string, text: string, isBlank: boolean): boolean {
  if (DATED.test(above)) return false;
  if (DATE_ALONE.test(text)) return SIGNED.test(above);
  return !isBlank && WRAPPED.test(text) && DATED.test(text) && !/^\W*Remarks/i.test(above);
}

function withoutBoilerplate(lines: readonly PrintedLine[]): PrintedLine[] {
  const end = lines.findIndex((line) => BOILERPLATE.test(line.text.trim()));
  return end < 0 ? [...lines] : lines.slice(0, end);
}

function plain(text: string): string {
  return withoutMarks(text);
}
