import { Worker } from "node:worker_threads";
import { LedgerError } from "@/lib/errors";

/** What a thread answers: the value, or what went wrong, by the number of the question. */
export type ThreadAnswer = { id: number; value: unknown } | { id: number; error: unknown };

interface Question {
  message: Record<string, unknown> & { id: number };
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** Told which thread took it. */
  taken(thread: Thread): void;
}

/** One thread, and the questions that it has not answered. */
export interface Thread {
  worker: Worker;
  open: Map<number, Question>;
  /** Why it ended, where it said so. */
  failure: Error | null;
}

export interface ThreadOptions {
  /** The thread's program: a file. */
  script: string;
  data: unknown;
  /** Threads at most; each starts when all others are at work. */
  count: number;
  /** What threads do, for an error's words. */
  what: string;
  /** Makes an error of what a thread said went wrong. */
  readError(error: unknown): Error;
  /** Megabytes that a thread's objects may take. */
  memory?: number;
}

/** Milliseconds that a thread at rest has to close its connection. */
const CLOSING = 2_000;

/**
 * Threads that answer questions, each one at a time, so that a slow question keeps no other waiting while a thread is free. A thread
 * that ends takes only its own questions with it: they fail, the next question starts another. A pool at rest keeps no process alive.
 */
export class ThreadPool {
  readonly #options: ThreadOptions;
  readonly #threads: Thread[] = [];
  readonly #waiting: Question[] = [];
  #last = 0;
  #isClosed = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** Asks whichever thread is free first. @throws LedgerError `thread-lost` when the thread ends before it answered */
  ask(message: Record<string, unknown>, taken: (thread: Thread) => void = () => {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw this.#lost("It was closed.");
      this.#waiting.push({ message: { ...message, id: ++this.#last }, resolve, reject, taken });
      this.#give();
    });
  }

  /** Asks this very thread, at work or not: what belongs to a transaction that it began. */
  askOf(thread: Thread, message: Record<string, unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.#threads.includes(thread)) throw this.#lost("It is gone, and its transaction with it.");
      this.#post(thread, { message: { ...message, id: ++this.#last }, resolve, reject, taken: () => {} });
    });
  }

  /** Threads that run now. */
  get size(): number {
    return this.#threads.length;
  }

  /**
   * Ends all threads. Questions that wait fail; one at work is answered first, however long it takes: a thread stopped inside
   * the database's driver takes the whole process with it.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#lost("It was closed."));
    await Promise.all(
      this.#threads.map(async ({ worker, open }) => {
        const gone = new Promise((resolve) => worker.once("exit", resolve));
        worker.postMessage("close");
        const late = setInterval(() => {
          if (open.size === 0) void worker.terminate();
        }, CLOSING);
        worker.ref();
        await gone;
        clearInterval(late);
      }),
    );
  }

  #give(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#free();
      if (thread === null) return;
      const question = this.#waiting.shift();
      if (question !== undefined) this.#post(thread, question);
    }
  }

  #free(): Thread | null {
    const resting = this.#threads.find(({ open }) => open.size === 0);
    if (resting !== undefined) return resting;
    return this.#threads.length < this.#options.count ? this.#start() : null;
  }

  #post(thread: Thread, question: Question): void {
    if (thread.open.size === 0) thread.worker.ref();
    thread.open.set(question.message.id, question);
    question.taken(thread);
    try {
      thread.worker.postMessage(question.message);
    } catch (error) {
      // Something in it can't be sent.
      this.#settle(thread, question.message.id)?.reject(error);
    }
  }

  #settle(thread: Thread, id: number): Question | undefined {
    const question = thread.open.get(id);
    thread.open.delete(id);
    if (thread.open.size === 0) thread.worker.unref();
    return question;
  }

  #start(): Thread {
    const { script, data, memory } = this.#options;
    const worker = new Worker(/*turbopackIgnore: true*/ script, {
      workerData: data,
      execArgv: [],
      ...(memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } }),
    });
    const thread: Thread = { worker, open: new Map(), failure: null };
    this.#threads.push(thread);
    worker.on("message", (answer: ThreadAnswer) => {
      const question = this.#settle(thread, answer.id);
      if ("error" in answer) question?.reject(this.#options.readError(answer.error));
      else question?.resolve(answer.value);
      this.#give();
    });
    worker.on("error", (error) => {
      thread.failure = error instanceof Error ? error : new Error(String(error));
    });
    worker.on("exit", (code) => this.#buryThread(thread, code));
    return thread;
  }

  #buryThread(thread: Thread, code: number): void {
    this.#threads.splice(this.#threads.indexOf(thread), 1);
    const reason = thread.failure?.message ?? `It ended by itself (${code}).`;
    for (const { reject } of thread.open.values()) reject(this.#lost(reason, thread.failure));
    thread.open.clear();
    if (!this.#isClosed) this.#give();
  }

  #lost(reason: string, cause: Error | null = null): LedgerError {
    return new LedgerError("thread-lost", `A thread that ${this.#options.what} was lost: ${reason}`, {
      advice:
        "Ask again: another takes its place. Where it comes again, look at the server's memory and at its output.",
      ...(cause === null ? {} : { cause }),
    });
  }
}
