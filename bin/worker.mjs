// The start of every worker thread: registers TypeScript for the thread, then runs the module that it is given.

import { fileURLToPath, pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const { register } = await import("tsx/esm/api");
register({ tsconfig: `${root}/tsconfig.json` });
await import(pathToFileURL(`${root}/${workerData.module}`).href);
