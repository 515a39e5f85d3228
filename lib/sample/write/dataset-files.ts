import { appendFileSync, createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { datasetLines, type TableName, tableHeader } from "./dataset-rows";

const TABLES: readonly TableName[] = [
  "SUBMISSION",
  "REPORTINGOWNER",
  "NONDERIV_TRANS",
  "NONDERIV_HOLDING",
  "DERIV_TRANS",
  "DERIV_HOLDING",
  "FOOTNOTES",
  "OWNER_SIGNATURE",
];

/** Text of one table that is kept before it goes to disk. */
const SPOOL_LIMIT = 48 * 1024;

/**
 * Quarterly data sets like the SEC's. Lines are spooled by quarter and table, then zipped quarter by quarter, so that
 * memory stays flat whatever the size.
 */
export class DatasetFiles {
  private readonly spool: string;
  private readonly pending = new Map<string, string[]>();
  private readonly sizes = new Map<string, number>();
  private readonly quarters = new Set<string>();
  private key = 1_000_000;

  constructor(private readonly folder: string) {
    this.spool = join(folder, ".spool");
    mkdirSync(this.spool, { recursive: true });
  }

  add(document: OwnershipDocument): void {
    const quarter = quarterOf(document.filingDate ?? "");
    if (!this.quarters.has(quarter)) this.open(quarter);
    const nextKey = () => {
      this.key += 1;
      return this.key;
    };
    for (const [table, cells] of datasetLines(document, hasBox(quarter), nextKey)) {
      this.line(
        quarter,
        table,
        cells.map((cell) => cell ?? ""),
      );
    }
  }

  /** Zips every quarter as `<YYYY>q<N>_form345.zip` and removes the spool. Gives the paths written. */
  async close(): Promise<string[]> {
    for (const name of this.pending.keys()) this.flush(name);
    const paths: string[] = [];
    for (const quarter of [...this.quarters].sort()) {
      const path = join(this.folder, `${quarter}_form345.zip`);
      const zip = new ZipFile();
      for (const table of TABLES) {
        zip.addReadStream(createReadStream(join(this.spool, `${quarter}.${table}`)), `${table}.tsv`, { mtime: MTIME });
      }
      zip.end();
      await pipeline(zip.outputStream, createWriteStream(path));
      paths.push(path);
      for (const table of TABLES) rmSync(join(this.spool, `${quarter}.${table}`));
    }
    if (readdirSync(this.spool).length === 0) rmSync(this.spool, { recursive: true });
    return paths;
  }

  private open(quarter: string): void {
    this.quarters.add(quarter);
    for (const table of TABLES) this.line(quarter, table, tableHeader(table, hasBox(quarter)));
  }

  private line(quarter: string, table: TableName, cells: readonly string[]): void {
    const name = `${quarter}.${table}`;
    const line = `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")}\n`;
    const lines = this.pending.get(name);
    if (lines === undefined) this.pending.set(name, [line]);
    else lines.push(line);
    const size = (this.sizes.get(name) ?? 0) + line.length;
    this.sizes.set(name, size);
    if (size > SPOOL_LIMIT) this.flush(name);
  }

  private flush(name: string): void {
    appendFileSync(join(this.spool, name), (this.pending.get(name) ?? []).join(""));
    this.pending.set(name, []);
    this.sizes.set(name, 0);
  }
}

/** Fixed, so that a seed gives the same archive byte for byte. */
const MTIME = new Date(Date.UTC(2026, 6, 1));

/** `2024q3` of a filing date. */
function quarterOf(date: string): string {
  return `${date.slice(0, 4)}q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function hasBox(quarter: string): boolean {
  return quarter >= "2025q1";
}
