// Brings a bare clone to where everything runs: packages, generated clients. Does nothing that is already done.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const OLDEST_NODE = [20, 19];

/** Stops with a clear message where Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`);
}

export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Runs a command in the project's folder; stops with its exit code where it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the packages that package-lock.json names, unless just these are there. */
export function ensurePackages() {
  const stamp = join(root, "node_modules", ".ledger-lock");
  const lock = digest([join(root, "package-lock.json")]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  process.stdout.write("Installing packages …\n");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, lock);
}

/** Generates the Prisma clients, unless they are of these models. */
export function ensureClients() {
  const stamp = join(root, "generated", ".models");
  const models = digest(filesBelow(join(root, "prisma")).filter((file) => file.endsWith(".prisma")));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === models) return;
  process.stdout.write("Generating the database clients …\n");
  run(process.execPath, ["scripts/generate.mjs"]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, models);
}

export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** One hash over the names and contents of files. */
export function digest(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

export function setUp() {
  checkNode();
  ensurePackages();
  ensureClients();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
