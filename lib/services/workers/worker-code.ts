import { createRequire } from "node:module";
import { join } from "node:path";
import { projectFolder } from "@/lib/env";

/** What a worker loads from node_modules by itself: they have native parts, or are rarely needed. */
const EXTERNAL = ["libsql", "pg"];

/** The part of esbuild that is used here; it comes with tsx, which runs this program from its TypeScript. */
interface Bundler {
  buildSync(options: Record<string, unknown>): { outputFiles: { text: string }[] };
}

/**
 * The worker's program as one script, for `new Worker(code, { eval: true })`. Read file by file through tsx, each worker
 * took a second of processor time to come up; bundling takes a third of one, once, whatever the number of workers.
 */
export function workerCode(): string {
  const root = projectFolder();
  const project = createRequire(join(root, "package.json"));
  const bundler = createRequire(project.resolve("tsx"))("esbuild") as Bundler;
  const { outputFiles } = bundler.buildSync({
    absWorkingDir: root,
    entryPoints: [join(root, "lib", "services", "workers", "worker-main.ts")],
    tsconfig: join(root, "tsconfig.json"),
    bundle: true,
    external: EXTERNAL,
    platform: "node",
    format: "cjs",
    target: "node20",
    write: false,
    logLevel: "error",
  });
  const code = outputFiles[0]?.text ?? "";
  // A script has no place of its own from which packages would be found.
  const packages = JSON.stringify(join(root, "package.json"));
  return `(function (require) {${code}\n})(require("node:module").createRequire(${packages}));`;
}
