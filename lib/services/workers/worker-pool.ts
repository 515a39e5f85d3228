import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { LedgerError } from "@/lib/errors";
import type { Answer, Task } from "./messages";
import { workerCode } from "./worker-code";

/** Tasks given to a worker before it has answered the first: it must never wait for this thread. */
const TASKS_A_WORKER = 3;

/**
 * Megabytes that a worker's objects may take: some 20,000 filings of one issuer take 300. Below 2 GB Node also collects garbage
 * before it has grown to several times what is in use.
 */
const WORKER_MEMORY = 1_900;
/** Megabytes of what is new: the engine's own 48 hold 45 MB more of an ingest at once and save no time, 12 cost a tenth of it. */
const YOUNG_MEMORY = 24;

/**
 * How long a function runs before the engine compiles it for speed. Each worker compiles for itself, beside the work: in loads of
 * 50,000 filings the engine's own threads took some 9 s of processor time at its 67,584, 6 s at 300,000, and all threads together
 * a twentieth less at 200,000; more gained nothing. Measured on Node 20; later engines weigh it otherwise.
 */
const COMPILE_LATER = process.versions.node.startsWith("20.") ? "--interrupt-budget=200000" : null;

/**
 * Milliseconds that a worker has for the task under way when the pool is closed early. A task takes seconds; a worker ended by
 * force in the middle of a write takes the whole process with it.
 */
const LAST_TASK = 30_000;

interface Member {
  worker: Worker;
  /** Tasks given and not yet done. */
  busy: number;
}

/** As many threads as are worth having: one core is the writer's, and even on one core a second thread overlaps with the disk. */
function workerCount(): number {
  return Math.max(1, Math.min(8, availableParallelism() - (availableParallelism() > 2 ? 1 : 0)));
}

/**
 * Threads that read documents and derive issuers. Tasks are given with `add`, answers taken with `answers` in the order in
 * which they come, which means nothing. A task is given on only while its worker has few to do (`hasRoom`).
 */
export class WorkerPool {
  readonly #members: Member[];
  readonly #answers: { answer: Answer; from: Worker }[] = [];
  #wake: (() => void) | null = null;
  #failure: Error | null = null;

  constructor(count: number = workerCount()) {
    const code = workerCode();
    if (COMPILE_LATER !== null) setFlagsFromString(COMPILE_LATER);
    this.#members = Array.from({ length: count }, () => this.#start(code));
  }

  get pending(): number {
    return this.#members.reduce((sum, member) => sum + member.busy, 0) + this.#answers.length;
  }

  get size(): number {
    return this.#members.length;
  }

  get hasRoom(): boolean {
    return this.#members.some((member) => member.busy < TASKS_A_WORKER);
  }

  add(task: Task, transfer: ArrayBuffer[] = []): void {
    const member = this.#members.reduce((least, other) => (other.busy < least.busy ? other : least));
    member.busy += 1;
    member.worker.postMessage(task, transfer);
  }

  /** The next answer; null when no task is under way. */
  async next(): Promise<Exclude<Answer, { kind: "crashed" }> | null> {
    while (this.#answers.length === 0) {
      if (this.#failure !== null) throw this.#failure;
      if (this.pending === 0) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const next = this.#answers.shift();
    if (next === undefined) return null;
    const { answer, from } = next;
    // A worker that streams waits until its chunk is taken, so that a fast reader never fills the memory.
    if (!answer.done) from.postMessage("taken");
    if (answer.kind !== "crashed") return answer;
    throw new LedgerError("worker-failed", `A worker thread failed: ${answer.message}`, {
      advice: "What was stored so far is whole. Run the command again.",
    });
  }

  /** An answer that is there already. */
  get ready(): boolean {
    return this.#answers.length > 0;
  }

  async close(): Promise<void> {
    for (const { worker } of this.#members) worker.removeAllListeners("exit");
    await Promise.all(
      this.#members.map(async ({ worker }) => {
        const gone = new Promise((resolve) => worker.once("exit", resolve));
        worker.postMessage("close");
        const late = setTimeout(() => void worker.terminate(), LAST_TASK);
        await gone;
        clearTimeout(late);
      }),
    );
  }

  #start(code: string): Member {
    const worker = new Worker(code, {
      eval: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY },
    });
    const member: Member = { worker, busy: 0 };
    worker.on("message", (answer: Answer) => {
      if (answer.done) member.busy -= 1;
      this.#answers.push({ answer, from: worker });
      this.#wake?.();
    });
    worker.on("error", (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", (code) => this.#fail(new Error(`A worker thread ended by itself (${code}).`)));
    return member;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake?.();
  }
}

/** A pool that starts when it is first needed: a small job never pays for threads. */
export class LazyPool {
  #pool: WorkerPool | null = null;

  get(): WorkerPool {
    this.#pool ??= new WorkerPool();
    return this.#pool;
  }

  async close(): Promise<void> {
    await this.#pool?.close();
    this.#pool = null;
  }
}
