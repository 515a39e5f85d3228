// Writes the migrations: `node scripts/migration.mjs new <name>` diffs the models against the last migrated snapshot,
// for each provider; `... script <provider>` prints the SQL of a database made from the models at once (tests compare).
// Runs Prisma's own schema engine from its npm package, so that no engine download is needed.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const root = fileURLToPath(new URL("..", import.meta.url));
const PROVIDERS = ["sqlite", "postgresql"];

function modelFiles(provider) {
  const folder = join(root, "prisma", "models");
  const models = readdirSync(folder)
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), "utf8") }));
  const source = join(root, "prisma", provider, "datasource.prisma");
  return [{ path: "datasource.prisma", content: readFileSync(source, "utf8") }, ...models];
}

const snapshotPath = (provider) => join(root, "prisma", provider, "migrated.snapshot");

function snapshotFiles(provider) {
  try {
    return JSON.parse(readFileSync(snapshotPath(provider), "utf8"));
  } catch {
    return null;
  }
}

/** SQL that leads from the given schema files (null: nothing) to the models. */
export async function migrationSql(provider, from) {
  const { SchemaEngine } = await schemaEngine();
  const to = modelFiles(provider);
  const factory = provider === "sqlite" ? new PrismaLibSql({ url: ":memory:" }) : postgresWithoutServer();
  const engine = await SchemaEngine.new(
    { datamodels: to.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  const result = await engine.diff({
    from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? "";
}

/** A diff between two schemas touches no server, but the engine asks its adapter for a connection all the same. */
function postgresWithoutServer() {
  const identity = { provider: "postgres", adapterName: "offline" };
  const nothing = async () => ({ columnNames: [], columnTypes: [], rows: [] });
  const connection = {
    ...identity,
    queryRaw: nothing,
    executeRaw: async () => 0,
    executeScript: async () => {},
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => {},
  };
  return { ...identity, connect: async () => connection, connectToShadowDb: async () => connection };
}

/** The engine's glue expects a bundler that loads .wasm modules; Node 20 does not, so it is put together by hand. */
async function schemaEngine() {
  const require = createRequire(import.meta.url);
  const glue = await import(pathToFileURL(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg")).href);
  const binary = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(binary), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

async function main([command, argument]) {
  if (command === "script" && PROVIDERS.includes(argument)) {
    process.stdout.write(await migrationSql(argument, null));
    return;
  }
  if (command !== "new" || !/^\d{14}_[a-z0-9_]+$/.test(argument ?? "")) {
    throw new Error("usage: migration.mjs new <YYYYMMDDhhmmss_name> | migration.mjs script <sqlite|postgresql>");
  }
  // One process a provider: the engine keeps state between two instances and trips over it.
  const provider = process.env.PRISMA_PROVIDER;
  if (provider === undefined) {
    for (const each of PROVIDERS) {
      execFileSync(process.execPath, process.argv.slice(1), {
        env: { ...process.env, PRISMA_PROVIDER: each },
        stdio: "inherit",
      });
    }
    return;
  }
  const sql = await migrationSql(provider, snapshotFiles(provider));
  const folder = join(root, "prisma", provider, "migrations", argument);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(snapshotPath(provider), `${JSON.stringify(modelFiles(provider), null, 1)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
