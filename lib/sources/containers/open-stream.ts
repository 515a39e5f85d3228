import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { openScratchFile } from "@/lib/sources/scratch-file";
import { SNIFF_BYTES, sniffContainer } from "./file-kinds";
import { SharedFile } from "./input/shared-file";
import { ArchiveBudget } from "./limits";
import { type ByteStream, collectBytes, DAMAGED_ADVICE, failedBy, inner, type OpenContext, tap } from "./open-context";
import { openTar } from "./open-tar";
import { openZipFile } from "./open-zip";
import type { SourceItem } from "./source-item";

/** Everything that a stream of bytes holds, its kind read from its first bytes. */
export async function* openStream(
  source: ByteStream,
  context: OpenContext,
): AsyncGenerator<SourceItem, void, undefined> {
  try {
    const { meter } = context;
    meter.hold();
    const { head, rest } = await peek(source.stream);
    const whole = { ...source, stream: rest };
    const kind = sniffContainer(head);
    const held = meter.release();
    if (kind !== "zip") meter.count(held);
    switch (kind) {
      case "zip":
        yield* openZipStream(whole, held, context);
        break;
      case "gzip":
        yield* openGzip(whole, context);
        break;
      case "tar":
        yield* openTar(whole.file, rest, inner(context, source.file, null));
        break;
      default: {
        const bytes = await collectBytes(rest, source.file, context.limits.maxDocumentBytes);
        yield { kind: "document", file: source.file, bytes, sidecar: source.sidecar };
      }
    }
  } catch (error) {
    context.meter.release();
    if (context.depth > 0) yield failedBy(source.file, error, "archive-damaged", DAMAGED_ADVICE);
    else yield failedBy(source.file, error, "source-unreadable", "Check that the input is complete.");
  }
}

/** A ZIP's directory stands at its end, so one that streams in is first set down in a scratch file. */
async function* openZipStream(
  source: ByteStream,
  held: number,
  context: OpenContext,
): AsyncGenerator<SourceItem, void, undefined> {
  const file = new SharedFile(await openScratchFile());
  try {
    context.meter.hold(held);
    const size = await copyInto(file, source.stream, context);
    const weight = context.meter.release();
    yield* openZipFile({ name: source.file, file, size, weight }, context);
  } finally {
    context.meter.release();
    await file.release();
  }
}

async function copyInto(file: SharedFile, stream: AsyncIterable<Buffer>, context: OpenContext): Promise<number> {
  const budget = new ArchiveBudget("the input", context.limits, () => Number.POSITIVE_INFINITY, null);
  let size = 0;
  for await (const chunk of stream) {
    budget.spend(chunk.length);
    await file.handle.write(chunk);
    size += chunk.length;
  }
  return size;
}

async function* openGzip(source: ByteStream, context: OpenContext): AsyncGenerator<SourceItem, void, undefined> {
  let packed = 0;
  const budget = new ArchiveBudget(source.file, context.limits, () => packed, context.budget);
  const counted = tap(source.stream, (bytes) => {
    packed += bytes;
  });
  const gunzip = createGunzip();
  const input = Readable.from(counted, { objectMode: false });
  input.on("error", (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    const unpacked = tap(gunzip, (bytes) => budget.spend(bytes));
    yield* openStream({ ...source, stream: unpacked }, inner(context, source.file, budget));
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

/** The first bytes of a stream, and the whole stream again. */
async function peek(stream: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* rest(): AsyncGenerator<Buffer> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: head.subarray(0, SNIFF_BYTES), rest: rest() };
}
