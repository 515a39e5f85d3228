import { LedgerError } from "@/lib/errors";
import type { Warning } from "@/lib/ownership/document";
import { limitWarnings, refuseTooLarge } from "@/lib/sources/document-limits";
import { MAX_FILING_RECORDS } from "@/lib/sources/limits";
import { buildDocument, type FiledRecord, type FilingRecords } from "./build-document";
import type { DatasetItem } from "./dataset-source";
import { recordsOf, type StoredRecord } from "./partitions";
import { accessionOf, type OpenTable, textOf } from "./set-down";
import { splitRecord } from "./split-record";

/** What all filings of a data set share. */
export interface Joint {
  file: string;
  tables: readonly OpenTable[];
  warnings: readonly Warning[];
}

/** The filings of one partition, by accession number, each with the part of them that is joined by then, from 0 to 1. */
export function* joinPartition(
  bytes: Buffer,
  joint: Joint,
): Generator<readonly [item: DatasetItem, joined: number], void, undefined> {
  const filings = new Map<string, StoredRecord[]>();
  for (const record of recordsOf(bytes)) {
    const accession = accessionOf(bytes, record.start, record.end, joint.tables[record.table]?.layout.accession ?? 0);
    if (accession === null) continue;
    const records = filings.get(accession);
    if (records === undefined) filings.set(accession, [record]);
    else records.push(record);
  }
  const hasSubmissions = joint.tables.some(({ layout }) => layout.table === "SUBMISSION");
  let joined = 0;
  for (const accession of [...filings.keys()].sort()) {
    joined += 1;
    yield [joinFiling(accession, filings.get(accession) ?? [], bytes, joint, hasSubmissions), joined / filings.size];
  }
}

function joinFiling(
  accession: string,
  stored: readonly StoredRecord[],
  bytes: Buffer,
  joint: Joint,
  hasSubmissions: boolean,
): DatasetItem {
  const { file } = joint;
  try {
    if (stored.length > MAX_FILING_RECORDS) throw tooManyRecords(accession, stored.length, file);
    const warnings = [...joint.warnings];
    const records = filedRecords(stored, bytes, joint, warnings);
    if (hasSubmissions) requireSubmission(accession, records, stored.length, warnings);
    const built = buildDocument(accession, records);
    refuseTooLarge(built.document, file);
    const all = limitWarnings([...warnings, ...built.warnings]);
    return { kind: "document", file, accession, document: built.document, warnings: all };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { kind: "failed", file, accession, error };
  }
}

function filedRecords(
  stored: readonly StoredRecord[],
  bytes: Buffer,
  joint: Joint,
  warnings: Warning[],
): FilingRecords {
  const records: FilingRecords = {
    SUBMISSION: [],
    REPORTINGOWNER: [],
    NONDERIV_TRANS: [],
    NONDERIV_HOLDING: [],
    DERIV_TRANS: [],
    DERIV_HOLDING: [],
    FOOTNOTES: [],
    OWNER_SIGNATURE: [],
  };
  for (const record of stored) {
    const open = joint.tables[record.table];
    if (open !== undefined) records[open.layout.table].push(fileRecord(record, bytes, open, warnings));
  }
  return records;
}

function tooManyRecords(accession: string, records: number, file: string): LedgerError {
  const message = `${records} rows bear the accession number ${accession}; at most ${MAX_FILING_RECORDS} are taken.`;
  return new LedgerError("document-too-large", message, {
    place: { file },
    advice: "Only this filing is left out. Take its XML from EDGAR.",
  });
}

function fileRecord(record: StoredRecord, bytes: Buffer, open: OpenTable, warnings: Warning[]): FiledRecord {
  const { layout, plan } = open;
  const { text, isUtf8 } = textOf(bytes, record.start, record.end);
  if (!isUtf8) {
    const message = `${layout.file}, line ${record.line}, is not UTF-8; it was read as Windows-1252.`;
    warnings.push({ code: "dataset-not-utf8", message, path: layout.table });
  }
  const { fields, problem } = splitRecord(text);
  if (fields !== null && fields.length === layout.width) return { layout, plan, line: record.line, fields };
  const what = problem ?? `it has ${fields.length} fields and the header ${layout.width}`;
  throw new LedgerError("dataset-row-malformed", `A row of ${layout.table} can't be read: ${what}.`, {
    place: { file: layout.file, line: record.line },
    advice: "Only this filing is left out. Correct the row, or take the filing's XML from EDGAR.",
  });
}

/** A filing's own row in SUBMISSION: rows without it have no form type, no date and no issuer. */
function requireSubmission(accession: string, records: FilingRecords, rows: number, warnings: Warning[]): void {
  const [first, ...others] = records.SUBMISSION;
  if (first === undefined) {
    const table = Object.values(records).flat()[0];
    throw new LedgerError(
      "dataset-submission-missing",
      `SUBMISSION has no row for ${accession}, ${rows} other rows do.`,
      {
        place: { file: table?.layout.file, line: table?.line },
        advice: "The quarter before or after may hold the filing; or take its XML from EDGAR.",
      },
    );
  }
  for (const other of others) {
    if (other.fields.join("\t") !== first.fields.join("\t")) {
      throw new LedgerError("dataset-submission-conflict", `SUBMISSION has rows that differ for ${accession}.`, {
        place: { file: other.layout.file, line: other.line },
        advice: "Take the filing's XML from EDGAR.",
      });
    }
    const message = `${other.layout.file} has the same row again at line ${other.line}; it counts once.`;
    warnings.push({ code: "dataset-row-repeated", message, path: "SUBMISSION" });
  }
}
