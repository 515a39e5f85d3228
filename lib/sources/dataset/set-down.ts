import { LedgerError } from "@/lib/errors";
import type { Warning } from "@/lib/ownership/document";
import { normaliseAccession } from "@/lib/ownership/identity";
import { MAX_HOMELESS } from "@/lib/sources/limits";
import { decodeWindows1252 } from "@/lib/sources/windows-1252";
import { planRows, type RowPlan } from "./build-rows";
import type { DatasetTable } from "./dataset-source";
import type { Partitions } from "./partitions";
import { beginsRow, RecordReader } from "./record-reader";
import { splitRecord } from "./split-record";
import { readLayout, type TableLayout } from "./table-layout";

const ACCESSION_LENGTH = 20;
const TAB = 9;

/** A table whose header is read. */
export interface OpenTable {
  layout: TableLayout;
  plan: RowPlan | null;
}

export interface SetDown {
  /** Tables by the number that their records carry. */
  tables: OpenTable[];
  warnings: Warning[];
  /** Rows that belong to no filing, for want of an accession number. */
  homeless: LedgerError[];
  /** Such rows that are not in the list. */
  homelessUnlisted: number;
}

/**
 * Reads a table to its end and sets its records down in the partitions. Throws what the stream throws:
 * a table that can't be read to its end fails the data set.
 */
export async function setDownTable(source: DatasetTable, partitions: Partitions, into: SetDown): Promise<void> {
  let open: OpenTable | null = null;
  let header = true;
  const number = into.tables.length;
  const reader = new RecordReader(source.file, (data, start, end, line) => {
    if (header) {
      header = false;
      open = openTable(source, textOf(data, start, end).text, into);
      return;
    }
    if (open === null) return;
    const accession = open.layout.accession;
    if (accession === 0 && (beginsRow(data, start) || isBareAccession(data, start, end))) {
      partitions.add(data, start, start + ACCESSION_LENGTH, number, line, data, start, end);
      return;
    }
    const key = accessionOf(data, start, end, accession);
    if (key === null) noteHomeless(source.file, line, into);
    else partitions.add(Buffer.from(key), 0, key.length, number, line, data, start, end);
  });
  for await (const chunk of await source.open()) reader.push(toBuffer(chunk));
  reader.end();
  if (!header) return;
  const message = `${source.file} is empty: it has not even a header.`;
  into.warnings.push({ code: "dataset-table-empty", message, path: source.table });
}

function openTable(source: DatasetTable, text: string, into: SetDown): OpenTable | null {
  const { layout, warnings } = readLayout(source, splitRecord(text).fields ?? []);
  for (const warning of warnings) into.warnings.push(warning);
  if (layout === null) return null;
  const open = { layout, plan: planRows(layout) };
  into.tables.push(open);
  return open;
}

/** A row cut off behind its accession number still belongs to a filing: that one fails. */
function isBareAccession(data: Buffer, start: number, end: number): boolean {
  const tab = data.indexOf(TAB, start);
  return (tab === -1 || tab >= end) && normaliseAccession(data.toString("latin1", start, end)) !== null;
}

/** The accession number of a record, or null when its column holds none. */
export function accessionOf(data: Buffer, start: number, end: number, column: number): string | null {
  if (column === 0 && beginsRow(data, start)) return data.toString("latin1", start, start + ACCESSION_LENGTH);
  const { fields } = splitRecord(textOf(data, start, end).text);
  const text = fields === null ? data.toString("latin1", start, end).split("\t")[column] : fields[column];
  return normaliseAccession(text ?? "");
}

/** A record's text. The data sets are UTF-8; bytes that are not are read as Windows-1252, and said. */
export function textOf(data: Buffer, start: number, end: number): { text: string; isUtf8: boolean } {
  const text = data.toString("utf8", start, end);
  if (!text.includes("\ufffd")) return { text, isUtf8: true };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(data.subarray(start, end)), isUtf8: true };
  } catch {
    return { text: decodeWindows1252(data.subarray(start, end)), isUtf8: false };
  }
}

/** A quarter with tabs turned into blanks has a million such rows. */
function noteHomeless(file: string, line: number, into: SetDown): void {
  if (into.homeless.length < MAX_HOMELESS) into.homeless.push(homeless(file, line));
  else into.homelessUnlisted += 1;
}

function homeless(file: string, line: number): LedgerError {
  return new LedgerError("dataset-accession-malformed", "The row has no accession number, so no filing to belong to.", {
    place: { file, line },
    advice: "Check the row in the table, or download the data set again.",
  });
}

function toBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  throw new LedgerError("dataset-unreadable", "The table's stream gives text where bytes are due.");
}
