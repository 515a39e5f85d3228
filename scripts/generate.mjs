// Generates the Prisma client of each provider. Needs no engine download: see prisma.config.ts.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");

for (const provider of ["sqlite", "postgresql"]) {
  const run = spawnSync(process.execPath, [prisma, "generate"], {
    cwd: root,
    env: { ...process.env, PRISMA_PROVIDER: provider, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    encoding: "utf8",
  });
  if (run.status !== 0) {
    process.stderr.write(`Generating the ${provider} client failed:\n${run.stdout}${run.stderr}\n`);
    process.exit(run.status ?? 1);
  }
}
