import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import { LedgerError } from "@/lib/errors";
import { type DatasetTable, tableOfFile } from "@/lib/sources/dataset/dataset-source";
import { kindByName, SIDECAR_SUFFIX, skipReason, unsafeName } from "./file-kinds";
import type { SharedFile } from "./input/shared-file";
import { ArchiveBudget, MAX_SIDECAR_BYTES, tooLarge, unsafeEntry } from "./limits";
import { collectBytes, DAMAGED_ADVICE, failed, failedBy, inner, type OpenContext, tap } from "./open-context";
import type { DatasetItem, SourceItem } from "./source-item";
import { readSmallEntry, WindowReader } from "./zip-reader";

const ENTRY_ADVICE = "Fetch or pack the archive again; the other entries are read.";

/** Entries up to this size, packed and unpacked, are read in one go. */
const SMALL_ENTRY_BYTES = 1024 * 1024;

/** A ZIP that can be read at random, as a named file or a scratch file, which stays the caller's. */
interface ZipFileSource {
  /** Display path. */
  name: string;
  file: Pick<SharedFile, "fd" | "keep" | "release">;
  size: number;
  /** Bytes of the input that it takes up. */
  weight: number;
}

/** One ZIP while it is open. */
interface OpenZip {
  source: ZipFileSource;
  /** Display path. */
  file: string;
  zip: ZipFile;
  reader: WindowReader;
  context: OpenContext;
  budget: ArchiveBudget;
  sidecars: ReadonlyMap<string, Entry>;
  /** Bytes of the input for one packed byte of an entry. */
  scale: number;
}

export async function* openZipFile(
  source: ZipFileSource,
  context: OpenContext,
): AsyncGenerator<SourceItem, void, undefined> {
  try {
    yield* openZip(source, context);
  } catch (error) {
    yield failedBy(source.name, error, "archive-damaged", DAMAGED_ADVICE);
  }
}

/**
 * The entries of a ZIP in its directory's order. The directory is read twice, so that data-set tables and sidecars are
 * known before the first document without holding the names of all entries. Throws when the directory is damaged.
 */
async function* openZip(source: ZipFileSource, context: OpenContext): AsyncGenerator<SourceItem, void, undefined> {
  const { name: file, size, weight } = source;
  const { fd } = source.file;
  const budget = new ArchiveBudget(file, context.limits, () => size, context.budget);
  const within = inner(context, file, budget);
  const { tables, sidecars, packed } = await survey(await openDirectory(fd, size));
  const archive: OpenZip = {
    source,
    file,
    zip: await openDirectory(fd, size),
    reader: new WindowReader(fd),
    context: within,
    budget,
    sidecars,
    scale: packed === 0 ? 0 : weight / packed,
  };
  for (const [folder, entries] of tables) {
    const item = datasetItem(archive, folder, entries);
    context.meter.giveAway(item.weight);
    yield item;
  }
  for await (const entry of archive.zip.eachEntry()) yield* openEntry(archive, entry);
}

function openDirectory(fd: number, size: number): Promise<ZipFile> {
  return fromRandomAccessReaderPromise(new WindowReader(fd), size, { decodeStrings: false, autoClose: false });
}

interface Survey {
  /** Entries of data-set tables by their folder. */
  tables: Map<string, Entry[]>;
  sidecars: Map<string, Entry>;
  /** Packed bytes of all entries. */
  packed: number;
}

async function survey(zip: ZipFile): Promise<Survey> {
  const tables = new Map<string, Entry[]>();
  const sidecars = new Map<string, Entry>();
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    const name = entryName(entry);
    const kind = kindByName(name);
    if (unsafeName(name) !== null) continue;
    if (kind === "sidecar") sidecars.set(name, entry);
    if (kind !== "table") continue;
    const folder = name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "";
    tables.set(folder, [...(tables.get(folder) ?? []), entry]);
  }
  return { tables, sidecars, packed };
}

async function* openEntry(archive: OpenZip, entry: Entry): AsyncGenerator<SourceItem, void, undefined> {
  const name = entryName(entry);
  const file = `${archive.file}!${name}`;
  const unsafe = unsafeName(name);
  const known = unsafe === null ? kindByName(name) : null;
  // Of a table the data set's reader tells, of an archive its own entries.
  if (known !== "table" && known !== "container") archive.context.meter.count(entry.compressedSize * archive.scale);
  if (unsafe !== null) {
    yield failed(file, unsafeEntry(file, unsafe));
    return;
  }
  if (name.endsWith("/")) return;
  const kind = kindByName(name);
  const reason = isLink(entry) ? "a link inside an archive" : skipReason(kind);
  if (reason !== null) {
    yield { kind: "skipped", file, reason };
  } else if (kind === "document" || kind === "container") {
    try {
      yield* readEntry(archive, entry, name, kind);
    } catch (error) {
      // Beyond the archive's own limits nothing more of it is read; any other failure is the entry's alone.
      if (error instanceof LedgerError && error.code === "archive-bomb") throw error;
      yield failedBy(file, error, "archive-damaged", ENTRY_ADVICE);
    }
  }
}

async function* readEntry(
  archive: OpenZip,
  entry: Entry,
  name: string,
  kind: "document" | "container",
): AsyncGenerator<SourceItem, void, undefined> {
  const file = `${archive.file}!${name}`;
  const limit = archive.context.limits.maxDocumentBytes;
  if (kind === "document" && entry.uncompressedSize > limit) throw tooLarge(file, limit);
  const sidecarEntry = archive.sidecars.get(`${name}${SIDECAR_SUFFIX}`);
  const sidecar = sidecarEntry === undefined ? null : await readText(archive, sidecarEntry);
  if (kind === "document") {
    yield { kind, file, bytes: await entryBytes(archive, entry, file, limit), sidecar };
    return;
  }
  const { meter } = archive.context;
  const scale = entry.uncompressedSize === 0 ? 0 : (entry.compressedSize * archive.scale) / entry.uncompressedSize;
  const stream = tap(await entryStream(archive, entry, file), (bytes) => meter.count(bytes * scale));
  yield* archive.context.openStream({ file, stream, sidecar }, archive.context);
}

async function readText(archive: OpenZip, entry: Entry): Promise<string> {
  const file = `${archive.file}!${entryName(entry)}`;
  return (await entryBytes(archive, entry, file, MAX_SIDECAR_BYTES)).toString("utf8");
}

function datasetItem(archive: OpenZip, folder: string, entries: readonly Entry[]): DatasetItem {
  const { source, file: zip, budget, scale } = archive;
  const file = folder === "" ? zip : `${zip}!${folder}`;
  return {
    kind: "dataset",
    file,
    dataset: { file, tables: entries.map((entry) => datasetTable(archive, entry)) },
    weight: entries.reduce((sum, entry) => sum + entry.compressedSize * scale, 0),
    place: { kind: "zip", zip, fd: source.file.fd, size: source.size },
    keep: () => {
      // No entry can unpack to more than it states: reading it would fail. Who reads it elsewhere knows of no other part of
      // the archive, and entries can share their packed bytes: so all of it is counted here.
      budget.spend(entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0));
      source.file.keep();
      return () => source.file.release();
    },
  };
}

function datasetTable(archive: OpenZip, entry: Entry): DatasetTable {
  const name = entryName(entry);
  const table = tableOfFile(name);
  if (table === null) throw new Error(`${name} is no table of a data set`);
  const file = `${archive.file}!${name}`;
  const open = async () => Readable.from(await entryStream(archive, entry, file), { objectMode: false });
  return { table, file, bytes: entry.uncompressedSize, open };
}

async function entryBytes(archive: OpenZip, entry: Entry, file: string, limit: number): Promise<Buffer> {
  if (entry.compressedSize > SMALL_ENTRY_BYTES || entry.uncompressedSize > Math.min(limit, SMALL_ENTRY_BYTES)) {
    return collectBytes(await entryStream(archive, entry, file), file, limit);
  }
  refuseUnreadable(entry, file);
  archive.budget.spend(entry.uncompressedSize);
  return readSmallEntry(archive.reader, entry);
}

/** The unpacked bytes of an entry, counted. Throws LedgerError for what can't be unpacked. */
async function entryStream(archive: OpenZip, entry: Entry, file: string): Promise<AsyncGenerator<Buffer>> {
  refuseUnreadable(entry, file);
  const stream = await archive.zip.openReadStreamPromise(entry);
  return tap(stream, (bytes) => archive.budget.spend(bytes));
}

function refuseUnreadable(entry: Entry, file: string): void {
  if (entry.isEncrypted()) {
    throw new LedgerError("archive-entry-encrypted", `${file} is encrypted.`, {
      place: { file },
      advice: "Unpack the archive with its password and name the folder instead.",
    });
  }
  if (!entry.canDecodeFileData()) {
    const message = `${file} is packed by method ${entry.compressionMethod}; only “stored” and “deflate” can be read.`;
    throw new LedgerError("archive-method-unsupported", message, {
      place: { file },
      advice: "Unpack the archive and name the folder instead.",
    });
  }
}

/** Names are decoded here, unchecked, so that a bad one is refused alone and does not end the archive. */
function entryName(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

/** A symbolic link as Unix packers mark it, in the upper half of the attributes. */
function isLink(entry: Entry): boolean {
  return entry.versionMadeBy >>> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
