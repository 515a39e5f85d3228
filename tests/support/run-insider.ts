import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const COMMAND = join(process.env.INSIDER_HOME ?? ".", "bin", "insider.mjs");

export interface RunningInsider {
  child: ChildProcess;
  /** What it has written so far. */
  output(): string;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts the command line in a process of its own. */
export function startInsider(words: readonly string[], env: Record<string, string>): RunningInsider {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  return { child, output: () => text, ended };
}
