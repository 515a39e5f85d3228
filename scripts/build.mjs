// Builds the web application, unless a build of just these sources is there.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digest, filesBelow, root, run, setUp } from "./setup.mjs";

const SOURCES = ["app", "components", "lib", "prisma", "public", "docs"];
const CONFIGS = ["next.config.js", "package-lock.json", "postcss.config.mjs", "tsconfig.json"];

export function ensureBuild() {
  const stamp = join(root, ".next", "ledger-sources");
  const configs = CONFIGS.map((name) => join(root, name)).filter((file) => existsSync(file));
  const sources = digest([...SOURCES.flatMap((folder) => filesBelow(join(root, folder))), ...configs]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  process.stdout.write("Building the pages …\n");
  run(process.execPath, [join("node_modules", "next", "dist", "bin", "next"), "build"], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  writeFileSync(stamp, sources);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  ensureBuild();
}
