import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { DatasetSource, TableName } from "@/lib/sources/dataset/dataset-source";
import { readDataset } from "@/lib/sources/dataset/read-dataset";
import { RecordReader } from "@/lib/sources/dataset/record-reader";
import { splitRecord } from "@/lib/sources/dataset/split-record";

const DATASETS = process.env.DATASETS_DIR ?? "../shared/datasets";
const REAL = "2024q3";
const REAL_TABLES: TableName[] = ["SUBMISSION", "OWNER_SIGNATURE", "NONDERIV_HOLDING", "DERIV_TRANS", "DERIV_HOLDING"];
const FICTIONAL_FILINGS = 30_000;
const CHUNK_BYTES = 64 * 1024;
const ROUNDS = 7;

interface Table {
  name: TableName;
  bytes: Buffer;
}

/**
 * Table rows per second of bytes → documents, beside bare passes over the same bytes that cut every row into its fields
 * and do nothing with them: csv-parse's stream, and the product's own reader. All in alternation, medians of the rounds.
 */
export async function benchDataset(): Promise<void> {
  const { tables, from } = corpus();
  const rows = await csvPass(tables);
  const bytes = tables.reduce((sum, table) => sum + table.bytes.length, 0);
  console.log(`${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${from}`);
  await documentPass(tables);
  const csv: number[] = [];
  const own: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    csv.push(await perSecond(rows, () => csvPass(tables)));
    own.push(await perSecond(rows, async () => ownPass(tables)));
    read.push(await perSecond(rows, () => documentPass(tables)));
  }
  console.log(`bare csv-parse stream   ${format(median(csv))} rows/s`);
  console.log(`bare pass of our reader ${format(median(own))} rows/s`);
  console.log(`tables → documents      ${format(median(read))} rows/s`);
  console.log(`ratio to csv-parse      ${ratio(read, csv)} (median of ${ROUNDS} rounds; aim: 0.50)`);
  console.log(`ratio to our reader     ${ratio(read, own)} (it only cuts; documents are built beside it)`);
}

async function csvPass(tables: readonly Table[]): Promise<number> {
  let rows = 0;
  for (const { bytes } of tables) {
    const parser = Readable.from(chunks(bytes)).pipe(parse({ delimiter: "\t", relax_quotes: true }));
    for await (const row of parser) rows += Array.isArray(row) ? 1 : 0;
  }
  return rows - tables.length;
}

function ownPass(tables: readonly Table[]): number {
  let rows = 0;
  for (const { name, bytes } of tables) {
    const reader = new RecordReader(name, (data, start, end) => {
      rows += splitRecord(data.toString("utf8", start, end)).fields === null ? 0 : 1;
    });
    for (const chunk of chunks(bytes)) reader.push(chunk);
    reader.end();
  }
  return rows - tables.length;
}

async function documentPass(tables: readonly Table[]): Promise<number> {
  const source: DatasetSource = {
    file: "bench",
    tables: tables.map(({ name, bytes }) => {
      return { table: name, file: name, bytes: bytes.length, open: async () => Readable.from(chunks(bytes)) };
    }),
  };
  let documents = 0;
  for await (const item of readDataset(source)) documents += item.kind === "document" ? 1 : 0;
  return documents;
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/** Real tables where they are; else made-up ones of the same columns. */
function corpus(): { tables: Table[]; from: string } {
  const folder = join(DATASETS, REAL);
  if (existsSync(folder)) {
    const tables = REAL_TABLES.map((name) => ({ name, bytes: readFileSync(join(folder, `${name}.tsv`)) }));
    return { tables, from: `the SEC's tables of ${REAL} that are at hand` };
  }
  const table = (name: TableName, header: string, row: (n: number) => string): Table => {
    const lines = Array.from(
      { length: FICTIONAL_FILINGS },
      (_, n) => `0009990001-24-${String(n).padStart(6, "0")}\t${row(n)}`,
    );
    return { name, bytes: Buffer.from(`ACCESSION_NUMBER\t${header}\n${lines.join("\n")}\n`) };
  };
  const holding = "NONDERIV_HOLDING_SK\tSECURITY_TITLE\tSHRS_OWND_FOLWNG_TRANS\tDIRECT_INDIRECT_OWNERSHIP";
  const tables = [
    table("SUBMISSION", "FILING_DATE\tDOCUMENT_TYPE\tISSUERNAME", (n) => `03-JUL-2024\t4\tBrass Lamp ${n % 500}`),
    table("NONDERIV_HOLDING", holding, (n) => `${n}\tCommon Stock\t${n}.0\tD`),
    table("OWNER_SIGNATURE", "OWNERSIGNATURENAME\tOWNERSIGNATUREDATE", (n) => `/s/ Wick ${n % 900}\t03-JUL-2024`),
  ];
  return { tables, from: "made-up tables" };
}

async function perSecond(rows: number, pass: () => Promise<number>): Promise<number> {
  const start = performance.now();
  await pass();
  return rows / ((performance.now() - start) / 1000);
}

function ratio(of: readonly number[], to: readonly number[]): string {
  return median(of.map((value, i) => value / (to[i] ?? Number.NaN))).toFixed(2);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function format(value: number): string {
  return Math.round(value).toLocaleString("en-US").padStart(9);
}
