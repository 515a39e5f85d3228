// One deriving thread (see deriving-threads.ts). Bundles its own program from TypeScript, which takes a third of a second here
// and none of the thread that serves: no bundler of pages need know of it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { workerData } from "node:worker_threads";

const { root } = workerData;
const require = createRequire(join(root, "package.json"));
const { buildSync } = createRequire(require.resolve("tsx"))("esbuild");
const { outputFiles } = buildSync({
  absWorkingDir: root,
  entryPoints: [join(root, "lib/services/deriving/thread-main.ts")],
  tsconfig: join(root, "tsconfig.json"),
  bundle: true,
  // Packages with native parts are loaded from node_modules.
  external: ["libsql", "pg"],
  platform: "node",
  format: "cjs",
  target: "node20",
  write: false,
  logLevel: "error",
});
new Function("require", outputFiles[0].text)(require);
