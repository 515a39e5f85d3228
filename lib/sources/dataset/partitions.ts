import { readSync, writeSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { openScratchFile } from "@/lib/sources/scratch-file";

/** Bytes of a record's heading: its table (1), its line (4), its length (4). */
const HEADING_BYTES = 9;
const BUFFER_BYTES = 64 * 1024;
/** What one partition should hold: it is read back whole. */
const PARTITION_BYTES = 16 * 1024 * 1024;
const MAX_PARTITIONS = 256;

export interface StoredRecord {
  /** Number of the table that the record is from. */
  table: number;
  line: number;
  /** Place of the record's bytes in the partition. */
  start: number;
  end: number;
}

/**
 * Sets records down in scratch files by the hash of their accession number, so that each part of a data set can be
 * joined by itself. A part that stays below a buffer's size never touches the disk.
 */
export class Partitions {
  private readonly parts: Partition[];

  constructor(totalBytes: number, partitionBytes: number = PARTITION_BYTES) {
    const count = Math.min(MAX_PARTITIONS, Math.max(1, Math.ceil(totalBytes / partitionBytes)));
    this.parts = Array.from({ length: count }, () => new Partition());
  }

  get count(): number {
    return this.parts.length;
  }

  /** Makes the scratch files; before the first `add`. */
  async open(): Promise<void> {
    for (const part of this.parts) part.file = await openScratchFile();
  }

  add(
    key: Uint8Array,
    keyStart: number,
    keyEnd: number,
    table: number,
    line: number,
    data: Buffer,
    start: number,
    end: number,
  ) {
    this.parts[hash(key, keyStart, keyEnd) % this.parts.length]?.add(table, line, data, start, end);
  }

  size(index: number): number {
    return this.parts[index]?.size ?? 0;
  }

  /** Bytes of all partitions. */
  get total(): number {
    return this.parts.reduce((sum, part) => sum + part.size, 0);
  }

  /** One partition's bytes, read back whole. */
  bytes(index: number): Buffer {
    return this.parts[index]?.read() ?? Buffer.alloc(0);
  }

  async close(): Promise<void> {
    for (const part of this.parts) await part.file?.close();
  }
}

class Partition {
  file: FileHandle | null = null;
  private buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  private used = 0;
  private written = 0;

  add(table: number, line: number, data: Buffer, start: number, end: number): void {
    const length = end - start;
    if (this.used + HEADING_BYTES + length > this.buffer.length) this.flush(HEADING_BYTES + length);
    const at = this.used;
    this.buffer[at] = table;
    this.buffer.writeUInt32LE(line, at + 1);
    this.buffer.writeUInt32LE(length, at + 5);
    data.copy(this.buffer, at + HEADING_BYTES, start, end);
    this.used = at + HEADING_BYTES + length;
  }

  get size(): number {
    return this.written + this.used;
  }

  private flush(room: number): void {
    this.write(this.buffer.subarray(0, this.used));
    this.used = 0;
    if (room > this.buffer.length) this.buffer = Buffer.allocUnsafeSlow(room);
  }

  private write(bytes: Buffer): void {
    if (this.file === null) throw new Error("the partition is not open");
    let done = 0;
    while (done < bytes.length) done += writeSync(this.file.fd, bytes, done, bytes.length - done, this.written + done);
    this.written += bytes.length;
  }

  read(): Buffer {
    const bytes = Buffer.allocUnsafeSlow(this.written + this.used);
    let done = 0;
    while (this.file !== null && done < this.written) {
      const count = readSync(this.file.fd, bytes, done, this.written - done, done);
      if (count === 0) throw new Error("a scratch file is shorter than what was written to it");
      done += count;
    }
    this.buffer.copy(bytes, this.written, 0, this.used);
    this.buffer = Buffer.alloc(0);
    return bytes;
  }
}

/** The records of a partition, in the order in which they were added. */
export function* recordsOf(bytes: Buffer): Generator<StoredRecord, void, undefined> {
  for (let at = 0; at < bytes.length; ) {
    const start = at + HEADING_BYTES;
    const end = start + bytes.readUInt32LE(at + 5);
    yield { table: bytes[at] ?? 0, line: bytes.readUInt32LE(at + 1), start, end };
    at = end;
  }
}

/** FNV-1a. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ (bytes[i] ?? 0), 0x01000193);
  return value >>> 0;
}
