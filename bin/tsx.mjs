// Runs one TypeScript file of the project: `node bin/tsx.mjs bench/main.ts parse`.
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
process.env.INSIDER_HOME ??= root;
register({ tsconfig: `${root}/tsconfig.json` });
const [file, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], resolve(file), ...rest];
await import(pathToFileURL(resolve(file)).href);
