import { join } from "node:path";
import { projectFolder } from "@/lib/env";
import { bundled } from "./bundle";

/**
 * The worker's program as one script, for `new Worker(code, { eval: true })`. Read file by file through tsx, each worker
 * took a second of processor time to come up; bundling takes a third of one, once, whatever the number of workers.
 */
export function workerCode(): string {
  const code = bundled("lib/services/workers/worker-main.ts");
  // A script has no place of its own from which packages would be found.
  const packages = JSON.stringify(join(projectFolder(), "package.json"));
  return `(function (require) {${code}\n})(require("node:module").createRequire(${packages}));`;
}
