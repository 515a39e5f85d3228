import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { openStore, type Store } from "@/lib/store/client";
import { migrate } from "@/lib/store/migrate";

/** A new, empty database for one test file or test. */
export interface TestDatabase {
  url: string;
  /** Opens it at the product's version. */
  open(): Promise<Store>;
  drop(): Promise<void>;
}

export interface Dialect {
  name: "sqlite" | "postgresql";
  create(): Promise<TestDatabase>;
}

/** Every store and service test loops over these. PostgreSQL is left out, with a message, only where no server was found. */
export function dialects(): Dialect[] {
  const server = inject("postgresUrl");
  const sqlite: Dialect = { name: "sqlite", create: createSqlite };
  return server === null ? [sqlite] : [sqlite, { name: "postgresql", create: () => createPostgres(server) }];
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "ledger-test-"));
  return opened(`file:${join(folder, "ledger.db")}`, async () => rmSync(folder, { recursive: true, force: true }));
}

async function createPostgres(server: string): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return opened(url.href, () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`));
}

function opened(url: string, drop: () => Promise<void>): TestDatabase {
  const stores: Store[] = [];
  return {
    url,
    open: async () => {
      await migrate(url);
      const store = await openStore(url);
      stores.push(store);
      return store;
    },
    drop: async () => {
      for (const store of stores) await store.close();
      await drop();
    },
  };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
