#!/usr/bin/env node
// The `insider` command: runs lib/cli from its TypeScript source, whatever folder it is called from.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
process.env.INSIDER_HOME ??= root;

if (!existsSync(`${root}/node_modules/tsx`) || !existsSync(`${root}/generated/prisma/sqlite`)) {
  process.stderr.write(
    "insider: not set up yet. Run `npm run setup` in the project's folder first (`npm run demo` does it too).\n",
  );
  process.exit(1);
}

const { register } = await import("tsx/esm/api");
register({ tsconfig: `${root}/tsconfig.json` });
const { main } = await import("../lib/cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
