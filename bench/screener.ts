import { statSync } from "node:fs";
import Libsql from "libsql";
import { PRESETS } from "@/lib/search-params/transactions/presets";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { listTransactions } from "@/lib/services/list-transactions";
import type { Store } from "@/lib/store/client";
import { readRowsAt } from "@/lib/store/transactions/read-transactions";
import { onLargeLedger } from "./large-ledger";
import { ms, type Took, taken, told } from "./taken";

/** Rows of a page, and rows that an answer counts at most: the two floors. */
const PAGE = 100;
const COUNTED = 10_000;

const SORTS = ["filed", "traded", "value", "shares"];
const FILTERS = [
  "",
  "code=P",
  "code=S&plan=no",
  "code=W",
  "class=gift",
  "role=ten-percent",
  "valueMin=1000000",
  "tradedFrom=2015-01-01&tradedTo=2015-03-31",
  "tradedTo=2012-12-31",
  "filedFrom=2016-01-01&filedTo=2016-12-31",
  "form=5/A",
  "late=yes&code=P",
  "deltaMin=50&code=P",
  "held=I&direction=D",
  "asof=2014-06-30&code=S",
];

/**
 * `npm run bench -- screener [--rows N] [--keep FILE] [--sizes]`: every sort with typical filters, and every preset, on a ledger of
 * N rows (2 million by default), read as pages read it, each asked for the first time; beside it, in the same run, whole rows read
 * by their primary key, as many as a page has and as many as an answer counts. By the clock, and by processor time of all threads,
 * which tells the same on a busy machine.
 */
export async function benchScreener(): Promise<void> {
  await onLargeLedger(async (store, { file, rows }) => {
    console.log(`rows                ${rows}; ${(statSync(file).size / rows).toFixed(0)} bytes a row in all`);
    if (process.argv.includes("--sizes")) printIndexSizes(file, rows);
    const floor = { page: await readByKey(store, PAGE), counted: await readByKey(store, COUNTED) };
    console.log(
      `floor               ${PAGE} rows by key ${told(floor.page)}, ${COUNTED} rows by key ${told(floor.counted)}`,
    );
    const asked = [
      ...FILTERS.flatMap((filter) => SORTS.map((sort) => `${filter}${filter === "" ? "" : "&"}sort=${sort}`)),
      ...PRESETS.map((preset) => preset.search),
    ];
    const worst: { search: string; took: number }[] = [];
    for (const search of asked) worst.push({ search, took: await ask(store, search, floor) });
    worst.sort((a, b) => b.took - a.took);
    console.log(
      `slowest             ${worst
        .slice(0, 3)
        .map(({ search, took }) => `${search} ${ms(took)}`)
        .join("; ")}`,
    );
  });
}

function printIndexSizes(file: string, rows: number): void {
  const db = new Libsql(file);
  try {
    const sizes = db
      .prepare(
        `SELECT name, SUM(pgsize) AS size FROM dbstat WHERE name LIKE 'ReportedRow%' GROUP BY name ORDER BY size DESC`,
      )
      .all() as { name: string; size: number }[];
    for (const { name, size } of sizes) console.log(`${name.padEnd(42)} ${(size / rows).toFixed(1)} bytes a row`);
  } catch {
    console.log("sizes of indexes    not told by this build of SQLite (no dbstat)");
  }
  db.close();
}

/** Whole rows by primary key, the best of three. */
async function readByKey(store: Store, count: number): Promise<Took> {
  const places = await store.db.reportedRow.findMany({
    where: { kind: "transaction" },
    select: { filingId: true, anchor: true },
    take: count,
    orderBy: [{ value: "desc" }],
  });
  const turns: Took[] = [];
  for (let turn = 0; turn < 3; turn++) turns.push(await taken(() => readRowsAt(store, places)));
  const best = (of: keyof Took) => Math.min(...turns.map((turn) => turn[of]));
  return { clock: best("clock"), processor: best("processor") };
}

async function ask(store: Store, search: string, floor: { page: Took; counted: Took }): Promise<number> {
  const { query, unread } = readTransactionQuery(Object.fromEntries(new URLSearchParams(search)));
  if (unread.length > 0) throw new Error(`not a filter: ${unread.join(", ")}`);
  const first = await taken(() => listTransactions(store, query));
  const again = await taken(() => listTransactions(store, query));
  const view = await listTransactions(store, query);
  const count = `${view.count}${view.isCapped ? "+" : ""}`;
  const times = (took: Took, than: Took) =>
    `${ms(took.clock).padStart(10)} ${(took.clock / than.clock).toFixed(1).padStart(5)} × (processor ${ms(took.processor).padStart(9)} ${(took.processor / than.processor).toFixed(1).padStart(5)} ×)`;
  console.log(
    `${search.padEnd(52)} ${times(first, floor.counted)}, page again ${times(again, floor.page)}  ${count.padStart(7)} rows${view.next === null ? "" : ", more"}`,
  );
  return first.processor;
}
