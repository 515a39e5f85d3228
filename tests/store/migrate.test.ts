import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkVersion } from "@/lib/store/check-version";
import { openStore } from "@/lib/store/client";
import { readDatabaseUrl } from "@/lib/store/database-url";
import { migrate } from "@/lib/store/migrate";
import { migrationState, readMigrations } from "@/lib/store/migrations";
import { openReadStore } from "@/lib/store/readers/open-read-store";
import { dialects, type TestDatabase } from "@/tests/support/databases";

const FIRST = "20261123000000_first_ledger";

describe.each(dialects())("migrations on $name", (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await dialect.create();
  });
  afterAll(() => database.drop());

  it("are refused by the web process until the command line has applied them", async () => {
    const store = await openStore(database.url);
    await expect(checkVersion(store)).rejects.toMatchObject({ code: "database-missing" });
    await store.close();
  });

  it("are applied once, even by two commands at once", async () => {
    const [one, two] = await Promise.all([migrate(database.url), migrate(database.url)]);
    const names = readMigrations(readDatabaseUrl(database.url).provider).map((migration) => migration.name);
    expect([...one, ...two].sort()).toEqual(names);
    expect(await migrate(database.url)).toEqual([]);
  });

  it("satisfy the web process afterwards", async () => {
    const store = await openStore(database.url);
    await expect(checkVersion(store)).resolves.toBeUndefined();
    await store.close();
  });

  it("make the same tables as the models do at once", async () => {
    const made = await dialect.create();
    const sql = execFileSync(process.execPath, ["scripts/migration.mjs", "script", dialect.name], { encoding: "utf8" });
    const store = await openStore(made.url);
    for (const statement of statements(sql)) await store.db.$executeRawUnsafe(statement);
    const migrated = await openStore(database.url);
    expect(await shape(migrated, dialect.name)).toEqual(await shape(store, dialect.name));
    await store.close();
    await migrated.close();
    await made.drop();
  });
});

describe("migration state", () => {
  const migrations = [{ name: FIRST, sql: "", checksum: "a" }];

  it("tells pending, unknown, changed and half-applied migrations apart", () => {
    expect(migrationState(migrations, []).pending).toEqual(migrations);
    const applied = [
      { migration_name: FIRST, checksum: "b", finished: true },
      { migration_name: "29990101000000_later", checksum: "c", finished: false },
    ];
    expect(migrationState(migrations, applied)).toEqual({
      pending: [],
      unknown: ["29990101000000_later"],
      changed: [FIRST],
      broken: ["29990101000000_later"],
    });
  });
});

describe("a database place that can't be written", () => {
  it("gives a clear error", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "ledger-test-")), "a-file");
    writeFileSync(file, "not a folder");
    await expect(migrate(`file:${file}/ledger.db`)).rejects.toMatchObject({ code: "database-not-writable" });
  });

  it("tells a damaged file from a place where no ledger is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ledger-test-"));
    const url = (name: string) => `file:${join(folder, name)}`;
    writeFileSync(join(folder, "text.db"), "words, not a database: long enough to have a head of its own");
    const advice = expect.stringContaining("backup");
    await expect(openStore(url("text.db"))).rejects.toMatchObject({ code: "database-unreadable", advice });
    await expect(migrate(url("text.db"))).rejects.toMatchObject({ code: "database-unreadable", advice });
    const reader = await openReadStore(url("text.db"));
    await expect(checkVersion(reader)).rejects.toMatchObject({ code: "database-unreadable", advice });
    await reader.close();
  });

  it("tells a server that does not answer from a place where no ledger is", async () => {
    const store = await openStore("postgresql://nobody@127.0.0.1:9/ledger");
    await expect(checkVersion(store)).rejects.toMatchObject({
      code: "database-unreadable",
      advice: expect.stringContaining("server is running"),
    });
    await store.close();
  });

  it.each(["mysql://x/y", "file:", "ledger.db"])("refuses %s as a DATABASE_URL", (url) => {
    expect(() => readDatabaseUrl(url)).toThrow(/names no database/);
  });

  it("never shows a password", () => {
    expect(readDatabaseUrl("postgresql://me:secret@host/db").display).toBe("postgresql://me:…@host/db");
  });
});

function statements(sql: string): string[] {
  return sql
    .split(/;\s*$/m)
    .map((statement) => statement.replace(/^--.*$/gm, "").trim())
    .filter((statement) => statement !== "");
}

async function shape(store: Awaited<ReturnType<typeof openStore>>, provider: string): Promise<string[]> {
  const sql =
    provider === "sqlite"
      ? `SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS part FROM sqlite_master WHERE name NOT LIKE '\\_prisma%' ESCAPE '\\' AND tbl_name NOT LIKE '\\_prisma%' ESCAPE '\\'`
      : `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS part
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
         UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const rows = await store.db.$queryRawUnsafe<{ part: string }[]>(sql);
  return rows.map((row) => row.part).sort();
}
