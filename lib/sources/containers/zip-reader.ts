import { readSync } from "node:fs";
import { Readable } from "node:stream";
import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, RandomAccessReader } from "yauzl";

const WINDOW_BYTES = 64 * 1024;
const LOCAL_HEADER_BYTES = 30;

/**
 * Reads a ZIP through a window on its file: yauzl asks for a few bytes at a time, and a trip to the thread pool for each
 * would cost ten times what unpacking a filing does.
 */
export class WindowReader extends RandomAccessReader {
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;

  constructor(private readonly fd: number) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let failure: Error | null = null;
    try {
      this.bytes(position, length).copy(buffer, offset);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    queueMicrotask(() => callback(failure));
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  private *range(start: number, end: number): Generator<Buffer, void, undefined> {
    for (let position = start; position < end; position += WINDOW_BYTES) {
      yield this.load(position, Math.min(WINDOW_BYTES, end - position));
    }
  }

  /** Bytes at a place, valid until the next call. Throws when the file ends before. */
  bytes(position: number, length: number): Buffer {
    const at = position - this.windowStart;
    if (at < 0 || at + length > this.window.length) {
      this.window = this.load(position, Math.max(length, WINDOW_BYTES));
      this.windowStart = position;
      if (this.window.length < length) throw new Error("the archive ends too early");
      return this.window.subarray(0, length);
    }
    return this.window.subarray(at, at + length);
  }

  private load(position: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    while (filled < length) {
      const count = readSync(this.fd, buffer, filled, length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return buffer.subarray(0, filled);
  }
}

/**
 * A small entry's unpacked bytes in one go, its size and checksum verified. Only for entries that are stored or deflated
 * and whose stated sizes the caller has found small. Throws when they differ from what is there.
 */
export function readSmallEntry(reader: WindowReader, entry: Entry): Buffer {
  const header = reader.bytes(entry.relativeOffsetOfLocalHeader, LOCAL_HEADER_BYTES);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new Error("the entry's own header is missing");
  const names = header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = reader.bytes(entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + names, entry.compressedSize);
  const bytes =
    entry.compressionMethod === 0
      ? Buffer.from(packed)
      : inflateRawSync(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) });
  if (bytes.length !== entry.uncompressedSize) throw new Error("the entry's size is not the stated one");
  if (crc32(bytes) !== entry.crc32) throw new Error("the entry's checksum does not fit");
  return bytes;
}
