import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type { Thread, ThreadPool } from "./thread-pool";

const IDENTITY = { provider: "sqlite", adapterName: "@prisma/adapter-libsql" } as const;

/** Prisma's driver, its work done by reader threads: each question goes to a thread that is free. */
export class ReaderAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = IDENTITY.provider;
  readonly adapterName = IDENTITY.adapterName;
  readonly #pool: ThreadPool;

  constructor(pool: ThreadPool) {
    this.#pool = pool;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const pool = this.#pool;
    const ask = (message: Record<string, unknown>) => pool.ask({ ...message, transaction: null });
    return {
      ...queryable(ask),
      executeScript: async (script) => {
        await ask({ kind: "script", query: script });
      },
      startTransaction: (isolationLevel) => startTransaction(pool, isolationLevel),
      // The threads belong to the store, which closes them.
      dispose: async () => {},
    };
  }
}

type Ask = (message: Record<string, unknown>) => Promise<unknown>;

function queryable(ask: Ask): SqlQueryable {
  return {
    ...IDENTITY,
    queryRaw: async (query: SqlQuery) => (await ask({ kind: "query", query })) as SqlResultSet,
    executeRaw: async (query: SqlQuery) => (await ask({ kind: "execute", query })) as number,
  };
}

/** A transaction stays with the thread that began it, on a connection of its own there. */
async function startTransaction(pool: ThreadPool, isolationLevel?: IsolationLevel): Promise<Transaction> {
  const takers: Thread[] = [];
  const transaction = await pool.ask({ kind: "begin", query: isolationLevel, transaction: null }, (thread) => {
    takers.push(thread);
  });
  const [thread] = takers;
  if (thread === undefined) throw new Error("No thread took the transaction.");
  const ask: Ask = (message) => pool.askOf(thread, { ...message, transaction });
  const run = async (sql: string) => {
    await ask({ kind: "execute", query: { sql, args: [], argTypes: [] } });
  };
  return {
    ...queryable(ask),
    options: { usePhantomQuery: true },
    commit: async () => {
      await ask({ kind: "commit" });
    },
    rollback: async () => {
      await ask({ kind: "rollback" });
    },
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  };
}

/** What a thread said went wrong, as the adapter itself would have thrown it. */
export function readerError(error: unknown): Error {
  const { driver, message } = error as { driver?: DriverAdapterError["cause"]; message?: string };
  return driver === undefined ? new Error(message) : new DriverAdapterError(driver);
}
