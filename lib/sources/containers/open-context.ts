import type { Readable } from "node:stream";
import { errorRecord, LedgerError } from "@/lib/errors";
import { InputMeter } from "./input/input-meter";
import { type ArchiveBudget, DEFAULT_LIMITS, type SourceLimits, tooLarge } from "./limits";
import type { OpenOptions, SourceItem } from "./source-item";

export interface ByteStream {
  /** Display path. */
  file: string;
  stream: AsyncIterable<Buffer>;
  sidecar: string | null;
}

/** What travels inward while containers are opened. */
export interface OpenContext {
  /** Opens what a container holds, whatever it is: handed inward so that the openers need not import one another. */
  openStream: (source: ByteStream, context: OpenContext) => AsyncGenerator<SourceItem, void, undefined>;
  limits: SourceLimits;
  stdin: Readable;
  /** Containers around the present one. */
  depth: number;
  budget: ArchiveBudget | null;
  meter: InputMeter;
}

/** The context in which sources named on a command line are opened. */
export function openContext(options: OpenOptions, openStream: OpenContext["openStream"]): OpenContext {
  return {
    openStream,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    stdin: options.stdin ?? process.stdin,
    depth: 0,
    budget: null,
    meter: options.meter ?? new InputMeter(),
  };
}

/** The context of what lies inside a container. Throws LedgerError `archive-too-deep`. */
export function inner(context: OpenContext, file: string, budget: ArchiveBudget | null): OpenContext {
  if (context.depth >= context.limits.maxDepth) {
    throw new LedgerError("archive-too-deep", `${file} lies inside more than ${context.limits.maxDepth} containers.`, {
      place: { file },
      advice: "Unpack the outer archive and name its folder instead.",
    });
  }
  return { ...context, depth: context.depth + 1, budget: budget ?? context.budget };
}

/** A source that could not be opened, with the reason. */
export function failed(file: string, error: LedgerError): SourceItem {
  return { kind: "failed", file, error };
}

/** A failure of the file system or of an archive as a `failed` item under the given code; ours keep their own. */
export function failedBy(file: string, error: unknown, code: string, advice: string): SourceItem {
  if (error instanceof LedgerError) return failed(file, error);
  const { message } = errorRecord(error);
  return failed(
    file,
    new LedgerError(code, `${file} cannot be read: ${message}`, { place: { file }, advice, cause: error }),
  );
}

export const DAMAGED_ADVICE = "Fetch or pack the archive again; what was read before the damage stands.";

/** All bytes of a stream. Throws LedgerError `source-too-large` as soon as they are more than a document may be. */
export async function collectBytes(stream: AsyncIterable<Buffer>, file: string, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw tooLarge(file, limit);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length);
}

/** The same stream, each chunk's length told to `see`, which may throw to stop it. */
export async function* tap(stream: AsyncIterable<Buffer>, see: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    see(chunk.length);
    yield chunk;
  }
}
