import { Readable } from "node:stream";
import { extract, type Header } from "tar-stream";
import { tableOfFile } from "@/lib/sources/dataset/dataset-source";
import { openScratchFile } from "@/lib/sources/scratch-file";
import { kindByName, skipReason, unsafeName } from "./file-kinds";
import { openTable, type PlacedTable } from "./input/dataset-place";
import { SharedFile } from "./input/shared-file";
import { tooLarge, unsafeEntry } from "./limits";
import { collectBytes, DAMAGED_ADVICE, failed, failedBy, type OpenContext } from "./open-context";
import type { DatasetItem, SourceItem } from "./source-item";

/** Tables met on the way, set down until the archive ends, for a tar can't be read twice. */
type Tables = Map<string, SetDownTable[]>;

interface SetDownTable extends Omit<PlacedTable, "from"> {
  scratch: SharedFile;
  /** Bytes of the input that it takes up. */
  weight: number;
}

interface TarEntry {
  archive: string;
  header: Header;
  bytes: AsyncIterable<Buffer>;
}

/** The entries of a tar as they stream by. Sidecars are skipped here: one may come after its document. */
export async function* openTar(
  file: string,
  stream: AsyncIterable<Buffer>,
  context: OpenContext,
): AsyncGenerator<SourceItem, void, undefined> {
  const tables: Tables = new Map();
  const archive = extract();
  const input = Readable.from(stream, { objectMode: false });
  input.on("error", (error) => archive.destroy(error));
  input.pipe(archive);
  try {
    for await (const entry of archive) {
      const chunks = buffersOf(entry);
      // Without a `return` of its own: leaving an entry early must not end the whole archive.
      const bytes = { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
      yield* openEntry({ archive: file, header: entry.header, bytes }, context, tables);
      while ((await chunks.next()).done !== true);
    }
    for (const [name, found] of tables) {
      const item = datasetItem(name, found);
      context.meter.giveAway(item.weight);
      yield item;
    }
  } catch (error) {
    yield failedBy(file, error, "archive-damaged", DAMAGED_ADVICE);
  } finally {
    input.destroy();
    archive.destroy();
    for (const found of [...tables.values()].flat()) await found.scratch.release();
  }
}

async function* buffersOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

async function* openEntry(
  entry: TarEntry,
  context: OpenContext,
  tables: Tables,
): AsyncGenerator<SourceItem, void, undefined> {
  const { name, type } = entry.header;
  const file = `${entry.archive}!${name}`;
  const unsafe = unsafeName(name);
  const kind = kindByName(name);
  if (unsafe !== null) {
    yield failed(file, unsafeEntry(file, unsafe));
  } else if (type === "directory" || kind === "hidden") {
    return;
  } else if (type !== "file" && type !== "contiguous-file") {
    yield { kind: "skipped", file, reason: "a link or device inside an archive" };
  } else if (kind === "table") {
    await setDown(entry, context, tables);
  } else if (kind === "container") {
    yield* context.openStream({ file, stream: entry.bytes, sidecar: null }, context);
  } else if (kind === "document") {
    yield await readEntry(file, entry, context.limits.maxDocumentBytes);
  } else {
    const reason = skipReason(kind) ?? "identity sidecars are read from folders and ZIPs, not from a tar";
    yield { kind: "skipped", file, reason };
  }
}

async function readEntry(file: string, entry: TarEntry, limit: number): Promise<SourceItem> {
  if (entry.header.size > limit) return failed(file, tooLarge(file, limit));
  return { kind: "document", file, bytes: await collectBytes(entry.bytes, file, limit), sidecar: null };
}

async function setDown(entry: TarEntry, context: OpenContext, tables: Tables): Promise<void> {
  const { archive, bytes } = entry;
  const { name } = entry.header;
  const table = tableOfFile(name);
  if (table === null) return;
  const folder = name.includes("/") ? `${archive}!${name.slice(0, name.lastIndexOf("/"))}` : archive;
  const scratch = new SharedFile(await openScratchFile());
  const found = { table, file: `${archive}!${name}`, scratch, bytes: 0, weight: 0 };
  tables.set(folder, [...(tables.get(folder) ?? []), found]);
  context.meter.hold();
  try {
    for await (const chunk of bytes) {
      await scratch.handle.write(chunk);
      found.bytes += chunk.length;
    }
  } finally {
    found.weight = context.meter.release();
  }
}

function datasetItem(file: string, found: readonly SetDownTable[]): DatasetItem {
  const tables = found.map(({ table, file: name, bytes, scratch }) => {
    return { table, file: name, bytes, from: { fd: scratch.fd } };
  });
  return {
    kind: "dataset",
    file,
    dataset: { file, tables: tables.map(openTable) },
    weight: found.reduce((sum, { weight }) => sum + weight, 0),
    place: { kind: "tables", tables },
    keep: () => {
      for (const { scratch } of found) scratch.keep();
      return async () => {
        for (const { scratch } of found) await scratch.release();
      };
    },
  };
}
