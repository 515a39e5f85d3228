import { createRequire } from "node:module";
import { join } from "node:path";
import { projectFolder } from "@/lib/env";
import { LedgerError } from "@/lib/errors";

/** What a bundle leaves to be loaded from node_modules: packages with native parts, or rarely needed. */
const EXTERNAL = ["libsql", "pg"];

/** A module of the project, named by its path in it, with all that it imports as one script. */
export function bundled(module: string, options: { minify: boolean } = { minify: false }): string {
  const root = projectFolder();
  // Loaded when a bundle is asked for: most commands need none.
  const bundler: typeof import("esbuild") = createRequire(join(root, "package.json"))("esbuild");
  const { outputFiles } = bundler.buildSync({
    absWorkingDir: root,
    entryPoints: [join(root, module)],
    tsconfig: join(root, "tsconfig.json"),
    bundle: true,
    external: EXTERNAL,
    platform: "node",
    format: "cjs",
    target: "node20",
    write: false,
    legalComments: "none",
    logLevel: "error",
    ...options,
  });
  const script = outputFiles[0]?.text ?? "";
  // A worker of no code never answers, and the rules of no code never change: better to stop.
  if (script === "") throw new LedgerError("empty-bundle", `${module} gave no code to run.`);
  return script;
}
