import { setImmediate } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { errorRecord } from "@/lib/errors";
import { checkIssuer, type Difference } from "@/lib/services/care/check-issuer";
import { prepareDataset, prepareItem, type SourceOutcome } from "@/lib/services/ingest/read-sources";
import { refreshIssuers } from "@/lib/services/refresh/refresh-issuers";
import { openPlaced } from "@/lib/sources/containers/input/open-placed";
import type { DatabaseTarget } from "@/lib/store/database-url";
import type { WriteConnection } from "@/lib/store/writing/connection";
import { openConnection } from "@/lib/store/writing/open-connection";
import { type Answer, type DatasetTask, packOutcomes, type Task } from "./messages";

/** Documents of a data set that are sent at a time, and chunks sent ahead of the writer. */
const CHUNK = 200;
const AHEAD = 4;

const port = parentPort;
if (port === null) throw new Error("worker-main runs in a worker thread only.");

let connection: { location: string; readOnly: boolean; open: Promise<WriteConnection> } | null = null;
/** Chunks of a data set that the writer has not taken yet, and who waits for it to take one. */
let untaken = 0;
let onTaken: (() => void) | null = null;

/** One task after the other: they share a connection, which answers one question at a time. */
let earlier: Promise<void> = Promise.resolve();
/** Nobody takes answers any more: what is under way ends, what waits is not begun. */
let closing = false;

port.on("message", (message: Task | "taken" | "close") => {
  if (message === "taken") {
    untaken -= 1;
    onTaken?.();
  } else if (message === "close") void close();
  // A turn of the loop between tasks: SQLite's work gives none, and a call to close must be heard.
  else
    earlier = earlier
      .then(() => setImmediate())
      .then(() => run(message))
      .catch((error: unknown) => crash(error));
});

function crash(error: unknown): void {
  send({ kind: "crashed", message: errorRecord(error).message, done: true });
}

async function run(task: Task): Promise<void> {
  if (closing) return;
  if (task.kind === "documents") {
    const outcomes = task.documents.map(({ file, start, end, sidecar }) => {
      const bytes = Buffer.from(task.buffer, start, end - start);
      return prepareItem({ kind: "document", file, bytes, sidecar }, task.identity);
    });
    sendOutcomes(outcomes, { read: task.weight, dataset: null, done: true });
  } else if (task.kind === "dataset") await runDataset(task);
  else if (task.kind === "refresh") {
    const changed = await refreshIssuers(await connected(task.target, false), task.ciks, task.stamp);
    send({ kind: "refreshed", ciks: task.ciks, changed, done: true });
  } else {
    const differences = await checkAll(task.target, task.ciks);
    send({ kind: "checked", differences, issuers: task.ciks.length, done: true });
  }
}

async function runDataset({ number, file, place, identity, weight }: DatasetTask): Promise<void> {
  let chunk: SourceOutcome[] = [];
  let joined = 0;
  let told = 0;
  const onJoined = (part: number) => {
    joined = part;
  };
  let found = false;
  for await (const dataset of openPlaced(file, place)) {
    found = true;
    for await (const outcome of prepareDataset({ file, dataset }, identity, onJoined)) {
      chunk.push(outcome);
      if (chunk.length < CHUNK) continue;
      await room();
      if (closing) return;
      untaken += 1;
      sendOutcomes(chunk, { read: (joined - told) * weight, dataset: number, done: false });
      chunk = [];
      told = joined;
    }
  }
  if (!found) throw new Error(`The data set ${file} is no longer where it was.`);
  sendOutcomes(chunk, { read: (1 - told) * weight, dataset: number, done: true });
}

/** Waits until the writer has taken enough of what was sent. */
async function room(): Promise<void> {
  while (untaken >= AHEAD && !closing) {
    await new Promise<void>((resolve) => {
      onTaken = resolve;
    });
  }
}

async function checkAll(target: DatabaseTarget, ciks: readonly string[]): Promise<Difference[]> {
  const open = await connected(target, true);
  const differences: Difference[] = [];
  for (const cik of ciks) differences.push(...(await checkIssuer(open, cik)));
  return differences;
}

/** One connection for all tasks of a database that only read it, or that write it. */
async function connected(target: DatabaseTarget, readOnly: boolean): Promise<WriteConnection> {
  if (connection?.location !== target.location || connection.readOnly !== readOnly) {
    await (await connection?.open)?.close();
    connection = { location: target.location, readOnly, open: openConnection(target, { readOnly }) };
  }
  return connection.open;
}

type OutcomesAnswer = Extract<Answer, { kind: "outcomes" }>;

function sendOutcomes(
  outcomes: readonly SourceOutcome[],
  { read, dataset, done }: Pick<OutcomesAnswer, "read" | "dataset" | "done">,
): void {
  const packed = packOutcomes(outcomes);
  port?.postMessage({ kind: "outcomes", packed, read, dataset, done } satisfies Answer, [packed.bodies]);
}

function send(answer: Answer): void {
  port?.postMessage(answer);
}

/** Once the task under way has ended: its connection must not be closed in the middle of it. */
async function close(): Promise<void> {
  closing = true;
  onTaken?.();
  await earlier;
  if (connection !== null) await (await connection.open).close();
  port?.close();
}
