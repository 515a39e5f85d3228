import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { LedgerError } from "@/lib/errors";
import { plainWords } from "@/lib/format/cut-text";
import { dateFromPrint, parseDate } from "@/lib/ownership/calendar-dates";
import { parseDecimal } from "@/lib/ownership/decimals";
import { normaliseCik } from "@/lib/ownership/identity";

/** One row of a price file that can be read. */
export interface FiledPrice {
  line: number;
  /** Without leading zeros; null where the row names a symbol alone. */
  cik: string | null;
  /** Upper case; empty where the row names a CIK alone. */
  symbol: string;
  date: string;
  close: number;
}

export interface BadPrice {
  line: number;
  reason: string;
}

export type PriceLine = { kind: "price"; price: FiledPrice } | { kind: "bad"; bad: BadPrice };

/** Characters of a row: a quote that is never closed would take all of a file for one. */
const LONGEST_ROW = 100_000;
/** Letters of a symbol, and of a cell that a message repeats. */
const LONGEST_WORD = 60;

interface Columns {
  symbol: number;
  cik: number;
  date: number;
  close: number;
  count: number;
}

/**
 * The rows of a price file: a header line with `date`, `close` and `symbol` or `cik` (or both), in any order beside any others.
 * Dates `2024-03-01` or `3/1/2024`. `today` is the day after which a price can't be.
 * @throws LedgerError `prices-header`, `prices-unreadable` with the line
 */
export async function* readPriceFile(input: Readable, file: string, today: string): AsyncGenerator<PriceLine> {
  const rows = input.pipe(
    parse({
      bom: true,
      info: true,
      max_record_size: LONGEST_ROW,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  input.on("error", (error) => rows.destroy(error));
  let columns: Columns | null = null;
  try {
    for await (const entry of rows) {
      const { record, info } = entry as { record: string[]; info: { lines: number } };
      if (columns === null) columns = readHeader(record, file);
      else yield readRow(record, columns, info.lines, today);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : undefined;
    throw new LedgerError("prices-unreadable", `The file is no CSV: ${error.message}`, {
      place: { file, ...(line === undefined ? {} : { line }) },
      advice: "Nothing was stored. Mend the line, or save the file again as CSV with commas and double quotes.",
      cause: error,
    });
  }
  if (columns === null) throw header(file, "it is empty");
}

function readHeader(record: readonly string[], file: string): Columns {
  const names = record.map((name) => name.toLowerCase());
  const at = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name));
  const columns = { symbol: at("symbol", "ticker"), cik: at("cik"), date: at("date"), close: at("close") };
  if (columns.date < 0 || columns.close < 0) throw header(file, "it has no column date, or none called close");
  if (columns.symbol < 0 && columns.cik < 0) throw header(file, "it has neither a column symbol nor a column cik");
  return { ...columns, count: names.length };
}

function header(file: string, why: string): LedgerError {
  return new LedgerError("prices-header", `The first line does not name the columns: ${why}.`, {
    place: { file, line: 1 },
    advice: "Begin the file with a line such as symbol,date,close or cik,date,close.",
  });
}

function readRow(record: readonly string[], columns: Columns, line: number, today: string): PriceLine {
  const bad = (reason: string): PriceLine => ({ kind: "bad", bad: { line, reason } });
  if (record.length !== columns.count) return bad(`${record.length} fields where the header has ${columns.count}`);
  const cikText = record[columns.cik] ?? "";
  const symbol = (record[columns.symbol] ?? "").toUpperCase();
  const cik = normaliseCik(cikText);
  if (cikText !== "" && cik === null) return bad(`${said(cikText)} is no CIK`);
  if (symbol.length > LONGEST_WORD || /\p{Cc}/u.test(symbol)) return bad(`${said(symbol)} is no symbol`);
  if (cik === null && symbol === "") return bad("neither symbol nor CIK");
  const dateText = record[columns.date] ?? "";
  const date = dateFromPrint(dateText) ?? parseDate(dateText).value;
  if (date === null) return bad(`${said(dateText)} is no date`);
  if (date > today) return bad(`${date} lies in the future`);
  if (isWeekend(date)) return bad(`${date} is a Saturday or Sunday`);
  const closeText = record[columns.close] ?? "";
  const close = parseDecimal(closeText).value;
  if (close === null) return bad(closeText === "" ? "no close" : `${said(closeText)} is no number`);
  if (close <= 0) return bad(`a close of ${plainWords(closeText, LONGEST_WORD)} is no price`);
  return { kind: "price", price: { line, cik, symbol, date, close } };
}

/** A cell as the file has it, for a message: it may hold anything. */
function said(cell: string): string {
  return `“${plainWords(cell, LONGEST_WORD)}”`;
}

function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}
