import { createRequire } from "node:module";
import { join } from "node:path";
import { projectFolder } from "@/lib/env";

/** What a bundle leaves to be loaded from node_modules: packages with native parts, or rarely needed. */
const EXTERNAL = ["libsql", "pg"];

/** The part of esbuild that is used here; it comes with tsx, which runs this program from its TypeScript. */
interface Bundler {
  buildSync(options: Record<string, unknown>): { outputFiles: { text: string }[] };
}

/** A module of the project, named by its path in it, with all that it imports as one script. */
export function bundled(module: string, options: { minify: boolean } = { minify: false }): string {
  const root = projectFolder();
  const bundler = createRequire(createRequire(join(root, "package.json")).resolve("tsx"))("esbuild") as Bundler;
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
  return outputFiles[0]?.text ?? "";
}
