/**
 * Reads a made-up quarter far larger than the heap that this process is given, and prints what it saw and needed.
 * Rows come in an order that scatters each filing over the whole table.
 */
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import type { DatasetSource, DatasetTable } from "@/lib/sources/dataset/dataset-source";
import { readDataset } from "@/lib/sources/dataset/read-dataset";

const FILINGS = Number(process.argv[2] ?? "100000");
const NOTE = "This footnote pads the row so that the table is large. ".repeat(12);
/** Prime, and no divisor of the number of filings: the steps visit each filing once. */
const STEP = 7919;

function accession(n: number): string {
  return `0009990001-24-${String(n).padStart(6, "0")}`;
}

function* rows(header: string, row: (accession: string, n: number) => string): Generator<Buffer> {
  let text = `${header}\n`;
  for (let i = 0; i < FILINGS; i++) {
    const n = (i * STEP) % FILINGS;
    text += `${row(accession(n), n)}\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

function table(
  name: DatasetTable["table"],
  header: string,
  row: (accession: string, n: number) => string,
): DatasetTable {
  const bytes = FILINGS * row(accession(0), 0).length;
  return { table: name, file: `${name}.tsv`, bytes, open: async () => Readable.from(rows(header, row)) };
}

const source: DatasetSource = {
  file: "made-up",
  tables: [
    table("FOOTNOTES", "ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT", (id, n) => `${id}\tF1\t${NOTE}${n}`),
    table("SUBMISSION", "ACCESSION_NUMBER\tFILING_DATE\tISSUERNAME", (id, n) => `${id}\t03-JUL-2024\tLamp ${n}`),
    table(
      "NONDERIV_HOLDING",
      "ACCESSION_NUMBER\tNONDERIV_HOLDING_SK\tSHRS_OWND_FOLWNG_TRANS\tSHRS_OWND_FOLWNG_TRANS_FN",
      (id, n) => `${id}\t${n}\t${n}.0\tF1`,
    ),
  ],
};

function scratchFiles(): number {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`insider-ledger-${process.pid}-`)).length;
}

let documents = 0;
let sum = 0;
let left = 0;
for await (const item of readDataset(source)) {
  if (item.kind === "failed") throw item.error;
  const { document } = item;
  const shares = Number(document.nonDerivativeTable[0]?.sharesOwnedFollowingTransaction?.value);
  if (document.issuer.issuerName !== `Lamp ${shares}` || !document.footnotes[0]?.text.endsWith(` ${shares}`)) {
    throw new Error(`${item.accession} is joined from another filing's rows`);
  }
  documents += 1;
  sum += shares;
  if (documents === 1) left = scratchFiles();
}
const bytes = source.tables.reduce((total, each) => total + each.bytes, 0);
console.log(JSON.stringify({ documents, sum, left, bytes, maxRss: process.resourceUsage().maxRSS * 1024 }));
