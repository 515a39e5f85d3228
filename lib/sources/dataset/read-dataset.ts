import { errorRecord, LedgerError } from "@/lib/errors";
import type { Warning } from "@/lib/ownership/document";
import { MAX_PARTITION_BYTES } from "@/lib/sources/limits";
import { type DatasetItem, type DatasetSource, TABLE_NAMES } from "./dataset-source";
import { joinPartition } from "./join-partition";
import { Partitions } from "./partitions";
import { type SetDown, setDownTable } from "./set-down";
import { TABLE_CONTENT } from "./table-columns";

export interface ReadDatasetOptions {
  /** Told once of each thing that the data set lacks; each of its documents carries the same warnings. */
  onWarning?: (warning: Warning) => void;
  /** Bytes that are joined at a time; decides the memory that is needed. */
  partitionBytes?: number;
  /** Told what part of the data set is joined, from 0 to 1, before each of its filings. */
  onJoined?: (part: number) => void;
}

/**
 * Reads one of the SEC's quarterly insider data sets into documents, one a filing, in no order that means anything.
 *
 * The tables may be in any order and are never held in memory: rows are set down in scratch files by the hash of their
 * accession number, and one part at a time (16 MB) is joined. A missing table or column is a warning that names what
 * is lost. A malformed row fails its filing alone; a table that can't be read to its end fails the data set, because
 * every document might lack rows.
 */
export async function* readDataset(
  source: DatasetSource,
  options: ReadDatasetOptions = {},
): AsyncGenerator<DatasetItem, void, undefined> {
  const total = source.tables.reduce((sum, table) => sum + table.bytes, 0);
  const partitions = new Partitions(total, options.partitionBytes);
  const down: SetDown = { tables: [], warnings: missingTables(source), homeless: [], homelessUnlisted: 0 };
  try {
    const failure = await setDownAll(source, partitions, down);
    if (failure !== null) {
      yield { kind: "failed", file: source.file, accession: null, error: failure };
      return;
    }
    for (const warning of down.warnings) options.onWarning?.(warning);
    for (const error of homelessRows(down)) yield { kind: "failed", file: source.file, accession: null, error };
    const joint = { file: source.file, tables: down.tables, warnings: down.warnings };
    const all = partitions.total;
    let before = 0;
    for (let i = 0; i < partitions.count; before += partitions.size(i), i++) {
      const size = partitions.size(i);
      if (size > MAX_PARTITION_BYTES)
        yield { kind: "failed", file: source.file, accession: null, error: tooMuch(source, size) };
      else {
        for (const [item, joined] of joinPartition(partitions.bytes(i), joint)) {
          options.onJoined?.((before + joined * size) / all);
          yield item;
        }
      }
    }
  } finally {
    await partitions.close();
  }
}

function missingTables(source: DatasetSource): Warning[] {
  const present = new Set(source.tables.map((table) => table.table));
  return TABLE_NAMES.filter((table) => !present.has(table)).map((table) => {
    const message = `${source.file} has no ${table}.tsv: ${TABLE_CONTENT[table]} are lost, not absent from the filing.`;
    return { code: "dataset-table-missing", message, path: table };
  });
}

async function setDownAll(source: DatasetSource, partitions: Partitions, down: SetDown): Promise<LedgerError | null> {
  let file = source.file;
  try {
    await partitions.open();
    for (const table of source.tables) {
      file = table.file;
      await setDownTable(table, partitions, down);
    }
    return null;
  } catch (error) {
    if (error instanceof LedgerError) return error;
    const message = `${file} can't be read to its end: ${errorRecord(error).message}. No filing of the data set is read.`;
    const advice = "Download the data set again; check that the temporary folder has room for its tables.";
    return new LedgerError("dataset-unreadable", message, { place: { file }, advice, cause: error });
  }
}

function tooMuch({ file }: DatasetSource, size: number): LedgerError {
  const message = `${size} bytes of the data set belong together; at most ${MAX_PARTITION_BYTES} are joined at a time. Their filings are not read.`;
  return new LedgerError("dataset-too-large", message, {
    place: { file },
    advice: "A quarter has below 500 MB: check whether very many rows bear one accession number.",
  });
}

function homelessRows({ homeless, homelessUnlisted }: SetDown): LedgerError[] {
  if (homelessUnlisted === 0) return homeless;
  const message = `${homelessUnlisted} more rows have no accession number.`;
  return [...homeless, new LedgerError("dataset-accession-malformed", message)];
}
