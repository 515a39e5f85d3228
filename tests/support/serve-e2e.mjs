// Fills a fresh database with the seed filing and the demo's sample market, then serves the built application over it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ledger-e2e-"));
const env = {
  ...process.env,
  DATABASE_URL: `file:${join(folder, "ledger.db")}`,
  INSIDER_HOME: root.replace(/[\\/]$/, ""),
};
const seed = join("tests", "fixtures", "seed", "qualys-posey-form4.md");

insider("ingest", seed, "--issuer-cik", "1107843", "--owner-cik", "1254781");
insider("sample", "--demo", "--out", join(folder, "market"));
insider("ingest", join(folder, "market", "submissions"));

const next = join("node_modules", "next", "dist", "bin", "next");
const server = spawn(process.execPath, [next, "start", "--port", process.argv[2], "--hostname", "127.0.0.1"], {
  cwd: root,
  env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
  stdio: "inherit",
});
const stop = () => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
server.on("exit", (code) => process.exit(code ?? 0));

function insider(...words) {
  const done = spawnSync(process.execPath, [join("bin", "insider.mjs"), ...words], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
