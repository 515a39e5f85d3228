import { readFileSync, type Stats, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { unreadable } from "./file-errors";
import { SIDECAR_SUFFIX, SNIFF_BYTES, sniffContainer } from "./file-kinds";
import { SharedFile } from "./input/shared-file";
import { MAX_SIDECAR_BYTES, tooLarge } from "./limits";
import { failed, type OpenContext, tap } from "./open-context";
import { openZipFile } from "./open-zip";
import type { SourceItem } from "./source-item";

/** Files up to this size are read at once and synchronously: for many small files that is four times as fast. */
const READ_AT_ONCE = 1024 * 1024;

/** A file by its content, whatever its name; what is no regular file (a pipe) is read as a stream. */
export async function* openFile(path: string, context: OpenContext): AsyncGenerator<SourceItem, void, undefined> {
  let stats: Stats;
  try {
    stats = statSync(path);
    const document = stats.isFile() && stats.size <= READ_AT_ONCE ? readDocument(path) : null;
    if (document !== null) {
      context.meter.count(stats.size);
      yield document;
      return;
    }
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  yield* openLarge(path, stats, context);
}

/** A small file as a document, or null when it is a container. */
function readDocument(path: string): SourceItem | null {
  const bytes = readFileSync(path);
  if (sniffContainer(bytes.subarray(0, SNIFF_BYTES)) !== null) return null;
  return { kind: "document", file: path, bytes, sidecar: readSidecar(path) };
}

async function* openLarge(
  path: string,
  stats: Stats,
  context: OpenContext,
): AsyncGenerator<SourceItem, void, undefined> {
  let file: SharedFile | undefined;
  const after = context.meter.seen + stats.size;
  try {
    file = new SharedFile(await open(path, "r"));
    if (stats.isFile()) {
      yield* openRegular(path, file, stats.size, context);
    } else {
      const stream = file.handle.createReadStream({ autoClose: false });
      yield* context.openStream({ file: path, stream, sidecar: null }, context);
    }
  } catch (error) {
    yield unreadable(path, error);
  } finally {
    if (stats.isFile()) context.meter.settle(after);
    await file?.release();
  }
}

async function* openRegular(
  path: string,
  file: SharedFile,
  size: number,
  context: OpenContext,
): AsyncGenerator<SourceItem, void, undefined> {
  const { handle } = file;
  const head = await readStart(handle, Math.min(size, SNIFF_BYTES));
  const container = sniffContainer(head);
  if (container === "zip") {
    yield* openZipFile({ name: path, file, size, weight: size }, context);
  } else if (container !== null) {
    const packed = handle.createReadStream({ start: 0, autoClose: false });
    const stream = tap(packed, (bytes) => context.meter.count(bytes));
    yield* context.openStream({ file: path, stream, sidecar: null }, context);
  } else if (size > context.limits.maxDocumentBytes) {
    yield failed(path, tooLarge(path, context.limits.maxDocumentBytes));
  } else {
    yield { kind: "document", file: path, bytes: await readStart(handle, size), sidecar: readSidecar(path) };
  }
}

async function readStart(handle: FileHandle, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The text of `<file>.identity.json`, or null when there is none. */
function readSidecar(path: string): string | null {
  const sidecar = `${path}${SIDECAR_SUFFIX}`;
  const size = sizeOf(sidecar);
  if (size === null) return null;
  if (size > MAX_SIDECAR_BYTES) throw tooLarge(sidecar, MAX_SIDECAR_BYTES);
  return readFileSync(sidecar, "utf8");
}

/** Bytes of a file that may not be there; a name that would be too long for a file is none. */
function sizeOf(path: string): number | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENAMETOOLONG") return null;
    throw error;
  }
}
