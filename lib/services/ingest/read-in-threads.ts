import { existsSync } from "node:fs";
import type { Answer, PackedDocument } from "@/lib/services/workers/messages";
import { unpackOutcomes } from "@/lib/services/workers/messages";
import type { LazyPool, WorkerPool } from "@/lib/services/workers/worker-pool";
import { openSources } from "@/lib/sources/containers/open-sources";
import type { SourceItem } from "@/lib/sources/containers/source-item";
import type { IdentityOptions } from "@/lib/sources/identity/apply-identity";
import { type DocumentItem, prepareOutcomes, type SourceOutcome } from "./read-sources";

/** Documents read in this thread before others are started: threads take half a second to come up. */
const READ_HERE = 60;
/** A data set of fewer bytes is read in this thread. */
const SMALL_DATASET = 1024 * 1024;
/** What one task holds, at most: documents and bytes. */
const TASK_DOCUMENTS = 100;
const TASK_BYTES = 1024 * 1024;

/**
 * As readForStore, in worker threads once there is enough to do. The order of the outcomes means nothing. This thread opens
 * files and archives; the workers read documents, hash and pack them, and join data sets.
 */
export async function* readInThreads(
  paths: readonly string[],
  identity: IdentityOptions,
  threads: LazyPool,
): AsyncGenerator<SourceOutcome> {
  const reader = new ThreadedReader(identity, threads);
  for await (const item of openSources(paths)) {
    if (reader.reads(item)) yield* reader.give(item);
    else yield* prepareOutcomes(item, identity);
  }
  yield* reader.finish();
}

class ThreadedReader {
  readonly #identity: IdentityOptions;
  readonly #threads: LazyPool;
  #seen = 0;
  #pool: WorkerPool | null = null;
  #chunk: DocumentItem[] = [];
  #bytes = 0;

  constructor(identity: IdentityOptions, threads: LazyPool) {
    this.#identity = identity;
    this.#threads = threads;
  }

  /** Whether an item is for the workers. */
  reads(item: SourceItem): boolean {
    if (item.kind === "document") {
      this.#seen += 1;
      return this.#seen > READ_HERE;
    }
    if (item.kind !== "dataset") return false;
    const bytes = item.dataset.tables.reduce((sum, table) => sum + table.bytes, 0);
    return bytes > SMALL_DATASET && openedBy(item.file) !== null;
  }

  async *give(item: SourceItem): AsyncGenerator<SourceOutcome> {
    if (item.kind === "dataset") {
      yield* this.#room();
      const path = openedBy(item.file) ?? item.file;
      this.#started().add({ kind: "dataset", path, file: item.file, identity: this.#identity });
    } else if (item.kind === "document") {
      this.#chunk.push(item);
      this.#bytes += item.bytes.length;
      if (this.#chunk.length >= TASK_DOCUMENTS || this.#bytes >= TASK_BYTES) yield* this.#send();
    }
  }

  async *finish(): AsyncGenerator<SourceOutcome> {
    if (this.#chunk.length > 0) yield* this.#send();
    if (this.#pool === null) return;
    for (let answer = await this.#pool.next(); answer !== null; answer = await this.#pool.next()) {
      yield* outcomesOf(answer);
    }
  }

  async *#send(): AsyncGenerator<SourceOutcome> {
    yield* this.#room();
    const documents: PackedDocument[] = [];
    const bytes = new Uint8Array(this.#bytes);
    let at = 0;
    for (const { file, bytes: own, sidecar } of this.#chunk) {
      bytes.set(own, at);
      documents.push({ file, start: at, end: at + own.length, sidecar });
      at += own.length;
    }
    const task = { kind: "documents", buffer: bytes.buffer, documents, identity: this.#identity } as const;
    this.#started().add(task, [bytes.buffer]);
    this.#chunk = [];
    this.#bytes = 0;
  }

  /** Takes answers until a worker has room; those that are there already come first. */
  async *#room(): AsyncGenerator<SourceOutcome> {
    const pool = this.#started();
    while (pool.ready || !pool.hasRoom) {
      const answer = await pool.next();
      if (answer !== null) yield* outcomesOf(answer);
    }
  }

  #started(): WorkerPool {
    this.#pool ??= this.#threads.get();
    return this.#pool;
  }
}

/**
 * The path by which a worker finds a data set again without reading what else lies there: its own, or a ZIP's, whose data sets
 * come first (`a.zip!2024q1`). Null for one that lies deeper: it is read here.
 */
function openedBy(file: string): string | null {
  if (existsSync(file)) return file;
  const [archive = "", ...inner] = file.split("!");
  return inner.length === 1 && /\.zip$/i.test(archive) && existsSync(archive) ? archive : null;
}

function outcomesOf(answer: Exclude<Answer, { kind: "crashed" }>): SourceOutcome[] {
  return answer.kind === "outcomes" ? unpackOutcomes(answer.packed) : [];
}
