import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Judged, WorkerTask } from "./messages";

export interface FuzzOptions extends Omit<WorkerTask, "at"> {
  /** An input that takes longer is a hang. */
  limitMs: number;
  onJudged: (judged: Judged) => void;
}

const LOADER = fileURLToPath(new URL("../../bin/tsx.mjs", import.meta.url));
const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
/** Leaves room for the rest of the process under 512 MB. */
const HEAP_MB = 320;
const CHECK_MS = 200;

/**
 * Judges the inputs `from` to `to` in a worker thread, in order. A worker that hangs or dies is a failure of the input
 * that it was at, and another one goes on with the next.
 */
export async function runFuzz(options: FuzzOptions): Promise<void> {
  let from = options.from;
  while (from < options.to) from = await runWorker({ ...options, from });
}

/** Resolves to the number to go on with. */
function runWorker(options: FuzzOptions): Promise<number> {
  const { corpus, formats, seed, from, to, limitMs, onJudged } = options;
  const shared = new SharedArrayBuffer(16);
  const at = new Float64Array(shared);
  at[0] = -1;
  const task: WorkerTask = { corpus, formats, seed, from, to, at: shared };
  // A thread of its own, so that a hang can be ended from outside.
  const worker = new Worker(LOADER, {
    argv: [WORKER],
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let next = from;
  return new Promise((resolve, reject) => {
    const stopped = (failure: string) => {
      const n = at[0] ?? -1;
      if (n < next) return false;
      const ms = Date.now() - (at[1] ?? 0);
      onJudged({ n, format: formats[0] ?? "xml", name: "?", bytes: 0, outcome: null, failure, ms });
      next = n + 1;
      return true;
    };
    const watch = setInterval(() => {
      const isBusy = (at[0] ?? -1) >= next;
      if (!isBusy || Date.now() - (at[1] ?? 0) < limitMs) return;
      clearInterval(watch);
      stopped(`It takes more than ${limitMs} ms.`);
      void worker.terminate();
    }, CHECK_MS);
    worker.on("message", (judged: Judged) => {
      next = judged.n + 1;
      onJudged(judged);
    });
    worker.on("error", (error) => {
      // Before the first input nothing is under test: the run itself is broken.
      if (!stopped(`The worker died: ${error.stack ?? error.message}`)) reject(error);
    });
    worker.on("exit", (code) => {
      clearInterval(watch);
      stopped(`It ended the worker with code ${code}: something was never answered.`);
      if (next === from) reject(new Error(`The worker ended with code ${code} before its first input.`));
      else resolve(next);
    });
  });
}
