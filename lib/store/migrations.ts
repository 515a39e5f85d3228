import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "@/lib/env";
import type { Provider } from "./database-url";

/** One migration of a provider, as its folder holds it. */
export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the file, hex: what Prisma records too. */
  checksum: string;
}

/** The product's migrations for a provider, in the order of their names. */
export function readMigrations(provider: Provider): Migration[] {
  const folder = join(projectFolder(), "prisma", provider, "migrations");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** A migration as `_prisma_migrations` records it. */
export interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished: boolean;
}

export interface MigrationState {
  pending: Migration[];
  /** Applied here, but unknown to this version of the product: the database is newer. */
  unknown: string[];
  /** Applied with other text than this version has. */
  changed: string[];
  /** Begun and never finished. */
  broken: string[];
}

/** Compares what a database has recorded with what the product brings. Pure. */
export function migrationState(migrations: readonly Migration[], applied: readonly AppliedMigration[]): MigrationState {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const recorded = new Map(applied.map((record) => [record.migration_name, record]));
  return {
    pending: migrations.filter((migration) => !recorded.has(migration.name)),
    unknown: applied.map((record) => record.migration_name).filter((name) => !known.has(name)),
    changed: applied
      .filter(
        (record) => known.has(record.migration_name) && known.get(record.migration_name)?.checksum !== record.checksum,
      )
      .map((record) => record.migration_name),
    broken: applied.filter((record) => !record.finished).map((record) => record.migration_name),
  };
}
