import type { Readable } from "node:stream";
import type { LedgerError } from "@/lib/errors";
import type { OwnershipDocument, Warning } from "@/lib/ownership/document";

/** The eight tables of the SEC's quarterly insider data sets, by their file names. */
export const TABLE_NAMES = [
  "SUBMISSION",
  "REPORTINGOWNER",
  "NONDERIV_TRANS",
  "NONDERIV_HOLDING",
  "DERIV_TRANS",
  "DERIV_HOLDING",
  "FOOTNOTES",
  "OWNER_SIGNATURE",
] as const;

export type TableName = (typeof TABLE_NAMES)[number];

export interface DatasetTable {
  table: TableName;
  /** Display path, for messages. */
  file: string;
  /** Uncompressed size; sizes the join. */
  bytes: number;
  /** The table's bytes from the start. May be called once. */
  open(): Promise<Readable>;
}

/** One quarter's tables, wherever they lie: a ZIP, a folder or an archive. */
export interface DatasetSource {
  /** Display path of the ZIP or folder. */
  file: string;
  tables: DatasetTable[];
}

/** One filing of a data set, or why there is none; `accession` is null when a row names no filing. */
export type DatasetItem =
  | { kind: "document"; file: string; accession: string; document: OwnershipDocument; warnings: Warning[] }
  | { kind: "failed"; file: string; accession: string | null; error: LedgerError };

/** The table that a file holds by its name (`x/Submission.TSV` → `SUBMISSION`), or null. */
export function tableOfFile(path: string): TableName | null {
  const match = /(?:^|[\\/])([A-Za-z_]+)\.tsv$/i.exec(path);
  const name = match?.[1]?.toUpperCase();
  return TABLE_NAMES.find((table) => table === name) ?? null;
}
