import { LedgerError } from "@/lib/errors";
import { MAX_RECORD_BYTES } from "@/lib/sources/limits";

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const DASH = 45;
/** `0000000000-00-000000` and the tab behind it: how a row begins. */
const ROW_START_BYTES = 21;

/** Told of each record: its bytes within `data`, without the line end, and the line that it begins on (from 1). */
export type OnRecord = (data: Buffer, start: number, end: number, line: number) => void;

/**
 * Cuts a tab-separated stream into records without decoding it. A field that begins with a quote may hold tabs and line
 * breaks. A line that begins like a row ends a quoted field that was never closed, so one bad row costs one row.
 */
export class RecordReader {
  private rest: Buffer = Buffer.alloc(0);
  private line = 1;

  constructor(
    private readonly file: string,
    private readonly onRecord: OnRecord,
  ) {}

  push(chunk: Buffer): void {
    this.cut(this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]), false);
    if (this.rest.length > MAX_RECORD_BYTES) {
      throw new LedgerError("dataset-row-too-long", `A row is longer than ${MAX_RECORD_BYTES} bytes.`, {
        place: { file: this.file, line: this.line },
        advice: "Check the quotes at this line, or download the data set again.",
      });
    }
  }

  end(): void {
    if (this.rest.length > 0) this.cut(this.rest, true);
  }

  private cut(data: Buffer, last: boolean): void {
    let position = 0;
    let quote = -2;
    while (position < data.length) {
      if (quote !== -1 && quote < position) quote = data.indexOf(QUOTE, position);
      let end = data.indexOf(NEWLINE, position);
      if (quote !== -1 && (end === -1 || quote < end)) end = quotedEnd(data, position, last);
      if (end === -1) {
        if (!last) break;
        end = data.length;
      }
      this.emit(data, position, end, quote !== -1 && quote < end);
      position = end + 1;
    }
    this.rest = position < data.length ? data.subarray(position) : Buffer.alloc(0);
  }

  private emit(data: Buffer, start: number, end: number, quoted: boolean): void {
    const stop = end > start && data[end - 1] === RETURN ? end - 1 : end;
    if (stop > start) this.onRecord(data, start, stop, this.line);
    this.line += 1;
    if (!quoted) return;
    for (let at = data.indexOf(NEWLINE, start); at !== -1 && at < end; at = data.indexOf(NEWLINE, at + 1))
      this.line += 1;
  }
}

/** Where a record with quotes ends (its line break, or the data's end when it is the last); -1 when more is needed. */
function quotedEnd(data: Buffer, start: number, last: boolean): number {
  const unfinished = last ? data.length : -1;
  let at = start;
  let newline = -2;
  while (at !== -1) {
    if (data[at] === QUOTE) {
      const closed = closingQuote(data, at + 1, last);
      if (closed.kind === "open") return unfinished;
      if (closed.kind === "row") return closed.at;
      at = closed.at;
    }
    // Sought once, not anew for every field: a row may have very many.
    if (newline !== -1 && newline < at) newline = data.indexOf(NEWLINE, at);
    const tab = data.indexOf(TAB, at);
    if (newline !== -1 && (tab === -1 || newline < tab)) return newline;
    at = tab === -1 ? -1 : tab + 1;
  }
  return unfinished;
}

type Closing = { kind: "closed" | "row"; at: number } | { kind: "open" };

/** The place behind a field's closing quote; or the line break behind which another row begins; or neither yet. */
function closingQuote(data: Buffer, from: number, last: boolean): Closing {
  let at = from;
  let newline = data.indexOf(NEWLINE, at);
  for (;;) {
    const quote = data.indexOf(QUOTE, at);
    const stop = quote === -1 ? data.length : quote;
    while (newline !== -1 && newline < stop) {
      if (newline + 1 + ROW_START_BYTES > data.length && !last) return { kind: "open" };
      if (beginsRow(data, newline + 1)) return { kind: "row", at: newline };
      newline = data.indexOf(NEWLINE, newline + 1);
    }
    if (quote === -1 || (quote + 1 === data.length && !last)) return { kind: "open" };
    if (data[quote + 1] !== QUOTE) return { kind: "closed", at: quote + 1 };
    at = quote + 2;
  }
}

/** Whether the bytes are an accession number and a tab. */
export function beginsRow(data: Buffer, at: number): boolean {
  if (at + ROW_START_BYTES > data.length || data[at + ROW_START_BYTES - 1] !== TAB) return false;
  for (let i = 0; i < ROW_START_BYTES - 1; i++) {
    const byte = data[at + i] ?? 0;
    const expected = i === 10 || i === 13 ? byte === DASH : byte >= 48 && byte <= 57;
    if (!expected) return false;
  }
  return true;
}
