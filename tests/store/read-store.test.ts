import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "@/lib/store/client";
import { migrate } from "@/lib/store/migrate";
import { openReadStore } from "@/lib/store/readers/open-read-store";
import { ThreadPool } from "@/lib/store/readers/thread-pool";

const folder = mkdtempSync(join(tmpdir(), "ledger-readers-"));
const url = `file:${join(folder, "ledger.db")}`;
let direct: Store;
let store: Store;

/** Counts so far that any other question would wait for it on the same thread. */
const SLOW = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT COUNT(*) AS n FROM n`;

beforeAll(async () => {
  await migrate(url);
  direct = await openStore(url);
  await direct.db.issuer.createMany({
    data: Array.from({ length: 50 }, (_, n) => ({
      cik: `${1000 + n}`,
      name: n % 7 === 0 ? null : `EXAMPLE № ${n}`,
      filingCount: n,
    })),
  });
  const body = new Uint8Array([0, 1, 2, 254, 255]);
  await direct.db.filingSource.create({
    data: { filingKey: "k", hash: "h", filingId: "f", issuerCik: "1", coreHash: "c", format: "xml", file: "x", body },
  });
  await direct.db.dailyPrice.create({ data: { issuerCik: "1000", symbol: "", date: "2020-01-02", close: 12 } });
  store = await openReadStore(url);
});

afterAll(async () => {
  await direct.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a store read through threads", () => {
  it("gives what the driver gives: texts, nulls, whole numbers, doubles, bytes, counts, no rows", async () => {
    for (const { db } of [direct, store]) {
      expect(await db.issuer.findUnique({ where: { cik: "1000" } })).toEqual({
        cik: "1000",
        name: null,
        tradingSymbol: null,
        filingCount: 0,
        firstKnownAt: null,
        lastKnownAt: null,
      });
      const source = await db.filingSource.findFirst();
      expect([...(source?.body ?? [])]).toEqual([0, 1, 2, 254, 255]);
      expect(await db.dailyPrice.findMany()).toEqual([
        { issuerCik: "1000", symbol: "", date: "2020-01-02", close: 12 },
      ]);
      expect(await db.issuer.count({ where: { name: null } })).toBe(8);
      expect(await db.issuer.findMany({ where: { cik: "none" } })).toEqual([]);
    }
    const sql = `SELECT "cik", "name", "filingCount", "filingCount" / 4.0 AS "part", 'x' AS "word", NULL AS "none",
      COUNT(*) OVER () AS "count" FROM "Issuer" WHERE "filingCount" >= ? ORDER BY "cik"`;
    expect(await store.db.$queryRawUnsafe(sql, 3)).toEqual(await direct.db.$queryRawUnsafe(sql, 3));
    expect(await store.db.$queryRawUnsafe("SELECT 1 AS one WHERE 1 = 0")).toEqual([]);
  });

  it("takes what conditions are made of, and refuses what the driver can't say", async () => {
    const answers = [];
    for (const { db } of [direct, store]) {
      const one = (value: unknown) => db.$queryRawUnsafe('SELECT ? AS "value"', value);
      answers.push([
        await db.filing.count({ where: { aff10b5One: true } }),
        await one(true),
        await one(2n ** 40n),
        await one(new Date(0)),
        await one(new Uint8Array([0, 255])),
        await one(1e300),
        await one(Number.NaN).catch(() => "refused"),
        await one(2n ** 53n + 1n).catch((error: Error) => error.message),
        await db.$queryRawUnsafe("SELECT 1e17 AS big, 9007199254740991 AS most"),
        await db.$queryRawUnsafe("SELECT 9007199254740993 AS big").catch((error: Error) => error.message),
      ]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[1]?.at(-1)).toMatch(/cannot be safely represented/);
  });

  it("names an error as the driver does", async () => {
    const errors = [];
    for (const { db } of [direct, store]) {
      errors.push(await db.$queryRawUnsafe("SELECT * FROM nowhere").catch((error: { code: string }) => error.code));
    }
    expect(errors).toEqual(["P2010", "P2010"]);
  });

  it("writes nothing", async () => {
    await expect(store.db.issuer.deleteMany()).rejects.toThrow(/readonly/);
    await expect(
      store.db.$transaction(async (db) => db.issuer.update({ where: { cik: "1000" }, data: { name: "X" } })),
    ).rejects.toThrow(/readonly/);
    expect(await store.db.issuer.count()).toBe(50);
  });

  it("keeps a transaction on one connection: it sees the ledger as it began, others see what was written since", async () => {
    await store.db.$transaction(async (db) => {
      expect(await db.issuer.count()).toBe(50);
      await direct.db.issuer.create({ data: { cik: "9", name: "LATER", filingCount: 1 } });
      expect(await Promise.all([db.issuer.count(), store.db.issuer.count(), db.issuer.count()])).toEqual([50, 51, 50]);
    });
    expect(await store.db.issuer.count()).toBe(51);
    await direct.db.issuer.delete({ where: { cik: "9" } });
    // More of them at once than there are threads.
    const counts = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.db.$transaction(async (db) => [await db.issuer.count(), await store.db.issuer.count()]),
      ),
    );
    expect(counts).toEqual(Array.from({ length: 8 }, () => [50, 50]));
  });

  it("answers quick questions, and leaves this thread free, while a slow one is under way", async () => {
    const finished: string[] = [];
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 5);
    const slow = store.db.$queryRawUnsafe<{ n: number | bigint }[]>(SLOW).then(([row]) => {
      finished.push("slow");
      return Number(row?.n);
    });
    await store.db.issuer.count().then(() => finished.push("quick"));
    expect(await slow).toBe(3_000_000);
    clearInterval(ticking);
    expect(finished).toEqual(["quick", "slow"]);
    expect(ticks).toBeGreaterThan(5);
  });
});

describe("a thread that is lost", () => {
  it("fails its own question with a clear error, and another thread takes its place", async () => {
    const started: Worker[] = [];
    // At once: a thread that is stopped inside the driver ends this process.
    const onWorker = (worker: Worker) => {
      started.push(worker);
      if (started.length === 1) void worker.terminate();
    };
    process.on("worker", onWorker);
    const other = await openReadStore(url);
    try {
      await expect(other.db.$queryRawUnsafe(SLOW)).rejects.toMatchObject({ code: "thread-lost" });
      expect(started.length).toBe(1);
      expect(await other.db.issuer.count()).toBe(50);
      expect(started.length).toBe(2);
    } finally {
      process.off("worker", onWorker);
      await other.close();
    }
    await expect(other.db.issuer.count()).rejects.toThrow(/was closed/);
  });

  it("never leaves a question without an answer, not even where no thread can start", async () => {
    const script = join(folder, "broken.mjs");
    writeFileSync(script, `throw new Error("It can't start.");`);
    const pool = new ThreadPool({ script, data: null, count: 2, what: "is asked", readError: () => new Error() });
    const asked = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => pool.ask({ n })));
    for (const { status, ...rest } of asked) {
      expect(status).toBe("rejected");
      expect(rest).toMatchObject({
        reason: { code: "thread-lost", message: expect.stringContaining("It can't start.") },
      });
    }
    expect(pool.size).toBe(0);
    await pool.close();
  });

  it("never makes a file where there is none", async () => {
    const gone = join(folder, "gone.db");
    const other = await openReadStore(`file:${gone}`);
    await expect(other.db.issuer.count()).rejects.toThrow(/There is no file/);
    expect(existsSync(gone)).toBe(false);
    await other.close();
  });

  it("lets a question at work finish when it is closed, and fails those that wait", async () => {
    const script = join(folder, "slow.mjs");
    writeFileSync(
      script,
      `import { parentPort } from "node:worker_threads";
       parentPort.on("message", (m) => {
         if (m === "close") return parentPort.close();
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
         parentPort.postMessage({ id: m.id, value: m.n });
       });`,
    );
    const pool = new ThreadPool({ script, data: null, count: 1, what: "is asked", readError: () => new Error() });
    const asked = Promise.allSettled([1, 2].map((n) => pool.ask({ n })));
    await pool.close();
    expect(await asked).toMatchObject([
      { status: "fulfilled", value: 1 },
      { status: "rejected", reason: { code: "thread-lost" } },
    ]);
    expect(pool.size).toBe(0);
  });

  it("hands what waited to the next thread", async () => {
    const script = join(folder, "mortal.mjs");
    writeFileSync(
      script,
      `import { parentPort } from "node:worker_threads";
       parentPort.on("message", (m) => (m === "close" || m.n === 0 ? process.exit(3) : parentPort.postMessage({ id: m.id, value: m.n })));`,
    );
    const pool = new ThreadPool({ script, data: null, count: 1, what: "is asked", readError: () => new Error() });
    const asked = await Promise.allSettled([0, 1, 2].map((n) => pool.ask({ n })));
    expect(asked[0]).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("(3)") } });
    expect(asked.slice(1)).toEqual([
      { status: "fulfilled", value: 1 },
      { status: "fulfilled", value: 2 },
    ]);
    await pool.close();
  });
});
