// Serves the built application on PORT (3000), from the database that DATABASE_URL names.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, root } from "./setup.mjs";

/** Starts the server; resolves with it once it answers. */
export function startServer({
  port = process.env.PORT ?? "3000",
  host = process.env.HOST ?? "127.0.0.1",
  env = {},
} = {}) {
  if (!existsSync(join(root, ".next", "BUILD_ID"))) fail("Nothing is built yet. Run `npm run build` first.");
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "start", "--port", String(port), "--hostname", host], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", INSIDER_HOME: root, ...env },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 0));
  return child;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = await import("node:child_process").then(({ spawnSync }) =>
    spawnSync(process.execPath, [join(root, "bin", "insider.mjs"), "db", "check-version"], {
      cwd: root,
      stdio: "inherit",
    }),
  );
  if (check.status !== 0) process.exit(check.status ?? 1);
  startServer();
}
