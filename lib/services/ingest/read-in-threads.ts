import { errorRecord } from "@/lib/errors";
import type { Answer, PackedDocument } from "@/lib/services/workers/messages";
import { unpackOutcomes } from "@/lib/services/workers/messages";
import type { LazyPool, WorkerPool } from "@/lib/services/workers/worker-pool";
import { openSources } from "@/lib/sources/containers/open-sources";
import type { DatasetItem, SourceItem } from "@/lib/sources/containers/source-item";
import type { IdentityOptions } from "@/lib/sources/identity/apply-identity";
import { LentDatasets } from "./lent-datasets";
import { type DocumentItem, prepareOutcomes, type SourceOutcome } from "./read-sources";
import { ReadingProgress } from "./reading-progress";

/** Documents read in this thread before others are started: threads take half a second to come up. */
const READ_HERE = 60;
/** Bytes of data sets read in this thread before others are started. */
const DATASETS_HERE = 256 * 1024;
/** What one task holds, at most: documents and bytes. */
const TASK_DOCUMENTS = 100;
const TASK_BYTES = 1024 * 1024;

/**
 * As readForStore, in worker threads once there is enough to do. The order of the outcomes means nothing. This thread opens
 * files and archives; the workers read documents, hash and pack them, and join data sets, wherever those lie.
 */
export async function* readInThreads(
  paths: readonly string[],
  identity: IdentityOptions,
  threads: LazyPool,
  progress: ReadingProgress = new ReadingProgress(null),
): AsyncGenerator<SourceOutcome> {
  const reader = new ThreadedReader(identity, threads, progress);
  try {
    for await (const item of openSources(paths, { meter: progress.meter })) {
      if (reader.reads(item)) yield* reader.give(item);
      else yield* reader.readHere(item);
    }
    yield* reader.finish();
  } finally {
    await reader.letGo();
  }
}

class ThreadedReader {
  readonly #identity: IdentityOptions;
  readonly #threads: LazyPool;
  readonly #progress: ReadingProgress;
  readonly #lent = new LentDatasets();
  #documents = 0;
  #datasetBytes = 0;
  #pool: WorkerPool | null = null;
  #chunk: DocumentItem[] = [];
  #bytes = 0;

  constructor(identity: IdentityOptions, threads: LazyPool, progress: ReadingProgress) {
    this.#identity = identity;
    this.#threads = threads;
    this.#progress = progress;
  }

  /** Whether an item is for the workers. */
  reads(item: SourceItem): boolean {
    if (item.kind === "document") {
      this.#documents += 1;
      return this.#documents > READ_HERE;
    }
    if (item.kind !== "dataset") return false;
    this.#datasetBytes += item.dataset.tables.reduce((sum, table) => sum + table.bytes, 0);
    return this.#datasetBytes > DATASETS_HERE;
  }

  async *readHere(item: SourceItem): AsyncGenerator<SourceOutcome> {
    const weight = item.kind === "dataset" ? item.weight : 0;
    let told = 0;
    const onJoined = (part: number) => {
      this.#progress.add((part - told) * weight);
      told = part;
    };
    yield* prepareOutcomes(item, this.#identity, onJoined);
    onJoined(1);
    this.#takeCounted();
  }

  /** Counts what was opened so far; with documents that wait for a worker it is told when they are read. */
  #takeCounted(): void {
    if (this.#chunk.length === 0) this.#progress.add(this.#progress.meter.take());
  }

  async *give(item: SourceItem): AsyncGenerator<SourceOutcome> {
    if (item.kind === "dataset") yield* this.#lend(item);
    else if (item.kind === "document") {
      this.#chunk.push(item);
      this.#bytes += item.bytes.length;
      if (this.#chunk.length >= TASK_DOCUMENTS || this.#bytes >= TASK_BYTES) yield* this.#send();
    }
  }

  async *finish(): AsyncGenerator<SourceOutcome> {
    if (this.#chunk.length > 0) yield* this.#send();
    this.#progress.add(this.#progress.meter.take());
    if (this.#pool === null) return;
    for (let answer = await this.#pool.next(); answer !== null; answer = await this.#pool.next()) {
      yield* await this.#taken(answer);
    }
  }

  /** Closes what is still kept open: nothing, unless the work was broken off. */
  letGo(): Promise<void> {
    return this.#lent.letGo();
  }

  async *#lend(item: DatasetItem): AsyncGenerator<SourceOutcome> {
    this.#takeCounted();
    yield* this.#room(true);
    try {
      const number = this.#lent.lend(item);
      const { file, place, weight } = item;
      this.#started().add({ kind: "dataset", number, file, place, identity: this.#identity, weight });
    } catch (error) {
      this.#progress.add(item.weight);
      yield { kind: "failed", file: item.file, error: errorRecord(error) };
    }
  }

  async *#send(): AsyncGenerator<SourceOutcome> {
    yield* this.#room(false);
    const documents: PackedDocument[] = [];
    const bytes = new Uint8Array(this.#bytes);
    let at = 0;
    for (const { file, bytes: own, sidecar } of this.#chunk) {
      bytes.set(own, at);
      documents.push({ file, start: at, end: at + own.length, sidecar });
      at += own.length;
    }
    const weight = this.#progress.meter.take();
    const task = { kind: "documents", buffer: bytes.buffer, documents, identity: this.#identity, weight } as const;
    this.#started().add(task, [bytes.buffer]);
    this.#chunk = [];
    this.#bytes = 0;
  }

  /** Takes answers until a worker has room, for a data set more of it; those that are there already come first. */
  async *#room(forDataset: boolean): AsyncGenerator<SourceOutcome> {
    const pool = this.#started();
    while (pool.ready || !pool.hasRoom || (forDataset && this.#lent.areMany(pool.size))) {
      const answer = await pool.next();
      if (answer !== null) yield* await this.#taken(answer);
    }
  }

  async #taken(answer: Exclude<Answer, { kind: "crashed" }>): Promise<SourceOutcome[]> {
    if (answer.kind !== "outcomes") return [];
    this.#progress.add(answer.read);
    if (answer.done && answer.dataset !== null) await this.#lent.giveBack(answer.dataset);
    return unpackOutcomes(answer.packed);
  }

  #started(): WorkerPool {
    this.#pool ??= this.#threads.get();
    return this.#pool;
  }
}
