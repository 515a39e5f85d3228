import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { loadCorpus } from "./corpus";
import { judge } from "./judge";
import type { WorkerTask } from "./messages";
import { mutatedInput } from "./mutations/mutate";

/** Judges one input after the other, and notes in shared memory which one it is at: a hang can't tell of itself. */
async function work(task: WorkerTask): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "insider-fuzz-"));
  const corpus = await loadCorpus(task.corpus);
  const at = new Float64Array(task.at);
  try {
    for (let n = task.from; n < task.to; n++) {
      const input = mutatedInput(corpus, task.formats, task.seed, n);
      const bytes = [...input.parts.values()].reduce((sum, part) => sum + part.length, 0);
      const start = performance.now();
      at[1] = Date.now();
      at[0] = n;
      let outcome: string | null = null;
      let failure: string | null = null;
      try {
        outcome = await judge(input, folder);
      } catch (error) {
        failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      }
      parentPort?.postMessage({
        n,
        format: input.format,
        name: input.name,
        bytes,
        outcome,
        failure,
        ms: performance.now() - start,
      });
    }
    at[0] = -1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await work(workerData as WorkerTask);
