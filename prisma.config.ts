import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

/**
 * Prisma takes its provider from the schema, not from the environment, so each provider gets a schema folder of its own:
 * the shared models beside that provider's data source, put together here before Prisma reads them.
 */
const root = dirname(fileURLToPath(import.meta.url));
const url = process.env.DATABASE_URL ?? "file:./data/ledger.db";
const provider = process.env.PRISMA_PROVIDER ?? (/^postgres(ql)?:/.test(url) ? "postgresql" : "sqlite");
const schema = join(root, "generated", "schema", provider);

rmSync(schema, { recursive: true, force: true });
mkdirSync(schema, { recursive: true });
copyFileSync(join(root, "prisma", provider, "datasource.prisma"), join(schema, "datasource.prisma"));
for (const file of readdirSync(join(root, "prisma", "models"))) {
  copyFileSync(join(root, "prisma", "models", file), join(schema, file));
}

/** `generate`, `validate` and `format` only ask that the engine's file exists; where it was not downloaded, any file will do. */
const engines = dirname(createRequire(import.meta.url).resolve("@prisma/engines/package.json"));
const hasEngine = existsSync(engines) && readdirSync(engines).some((name) => name.startsWith("schema-engine-"));
const offline = process.argv.some((word) => ["generate", "validate", "format"].includes(word));
if (!hasEngine && offline) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema,
  migrations: { path: join(root, "prisma", provider, "migrations") },
  datasource: { url },
});
