// One reader thread: Prisma's own adapter over a read-only connection, asked by messages (see thread-pool.ts). Plain
// JavaScript, so that it runs the same under Next's bundler, in development, in tests and from the command line.
import { existsSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import Libsql from "libsql";

/** Pages kept in memory, in KiB: a page's walk touches the same index pages as the next one's. */
const CACHE = 64 * 1024;

function openReadOnly() {
  // The driver would make an empty file where there is none.
  if (!existsSync(workerData.location)) throw new Error(`There is no file ${workerData.location}.`);
  const db = new Libsql(workerData.location, { timeout: workerData.lockWait });
  db.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${CACHE}`);
  return db;
}

/**
 * What the adapter asks of @libsql/client, straight from the driver: that client defines two properties for each cell of a
 * result, which takes longer than reading it.
 */
class ReadClient {
  #db = openReadOnly();

  async execute({ sql, args }) {
    const bound = args.map(boundValue);
    const statement = this.#db.prepare(sql);
    if (!statement.reader)
      return { columns: [], columnTypes: [], rows: [], rowsAffected: statement.run(bound).changes };
    const columns = statement.columns();
    const rows = statement.raw(true).all(bound);
    if (rows.some((cells) => cells.some(isBeyondDouble))) this.#refuseRounded(sql, bound);
    return {
      columns: columns.map(({ name }) => name),
      columnTypes: columns.map(({ type }) => type ?? ""),
      rows: rows.map(plainCells),
      rowsAffected: 0,
    };
  }

  /** The driver rounds whole numbers to doubles: asked for them exactly, it tells those from doubles of that size. */
  #refuseRounded(sql, bound) {
    const exact = this.#db.prepare(sql).safeIntegers(true).raw(true).all(bound);
    if (!exact.some((cells) => cells.some((cell) => typeof cell === "bigint" && isBeyondDouble(Number(cell))))) return;
    throw new RangeError("Received integer which cannot be safely represented as a JavaScript number");
  }

  async executeMultiple(script) {
    this.#db.exec(script);
  }

  /** A transaction has its own adapter, and so this whole connection for itself. */
  async transaction() {
    this.#db.exec("BEGIN");
    return {
      execute: (query) => this.execute(query),
      commit: async () => this.#db.exec("COMMIT"),
      rollback: async () => this.#db.exec("ROLLBACK"),
    };
  }

  close() {
    this.#db.close();
  }
}

function isBeyondDouble(cell) {
  return typeof cell === "number" && Number.isInteger(cell) && !Number.isSafeInteger(cell);
}

/** A value as the driver takes it. Of a truth value, or of nothing, it would end the whole process. */
function boundValue(value) {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value === undefined) throw new TypeError("undefined cannot be passed as argument to the database");
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError("Only finite numbers (not Infinity or NaN) can be passed as arguments");
  }
  return value;
}

/** The adapter knows bytes as an ArrayBuffer. */
function plainCells(cells) {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (ArrayBuffer.isView(cell)) cells[at] = cell.buffer.slice(cell.byteOffset, cell.byteOffset + cell.byteLength);
  }
  return cells;
}

class ReadOnlyLibSql extends PrismaLibSql {
  createClient() {
    return new ReadClient();
  }
}

const factory = new ReadOnlyLibSql({ url: `file:${workerData.location}` });
const main = await factory.connect();
/** Open transactions by the number of the question that began them. */
const transactions = new Map();

async function answer({ id, kind, query, transaction }) {
  if (kind === "begin") return begin(id, query);
  if (kind === "commit" || kind === "rollback") return end(transaction, kind);
  const queryable = transaction === null ? main : transactions.get(transaction)?.open;
  if (queryable === undefined) throw new Error("This transaction is not open.");
  if (kind === "query") return queryable.queryRaw(query);
  if (kind === "execute") return queryable.executeRaw(query);
  return main.executeScript(query);
}

async function begin(id, isolationLevel) {
  const adapter = await factory.connect();
  try {
    transactions.set(id, { adapter, open: await adapter.startTransaction(isolationLevel) });
  } catch (error) {
    await adapter.dispose();
    throw error;
  }
  return id;
}

async function end(id, how) {
  const transaction = transactions.get(id);
  transactions.delete(id);
  try {
    await transaction?.open[how]();
  } finally {
    await transaction?.adapter.dispose();
  }
}

/** An error of the driver as the adapter names it to Prisma; any other by its words. */
function failure(error) {
  if (error?.name === "DriverAdapterError") return { driver: error.cause };
  return { message: error instanceof Error ? error.message : String(error) };
}

parentPort.on("message", async (message) => {
  if (message === "close") {
    for (const { adapter } of transactions.values()) await adapter.dispose();
    await main.dispose();
    parentPort.close();
    return;
  }
  try {
    parentPort.postMessage({ id: message.id, value: await answer(message) });
  } catch (error) {
    parentPort.postMessage({ id: message.id, error: failure(error) });
  }
});
