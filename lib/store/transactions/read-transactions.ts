import type { Store } from "@/lib/store/client";
import { conditionSql, type RowCondition, Statement } from "./row-conditions";
import { PAGE_COLUMNS, plainRow, type StoredTransaction } from "./stored-rows";
import { type Lane, probeSql } from "./walk-sql";

/** Filings asked for in one statement. */
const STEP = 400;

/** Whole rows at these places, in the order given; a row that is gone is left out. */
export async function readRowsAt(
  store: Store,
  places: readonly { filingId: string; anchor: string }[],
): Promise<StoredTransaction[]> {
  const ids = [...new Set(places.map((place) => place.filingId))];
  const found = new Map<string, StoredTransaction>();
  for (let start = 0; start < ids.length; start += STEP) {
    const statement = new Statement(store.target.provider);
    const list = statement.list(ids.slice(start, start + STEP));
    const rows = await store.db.$queryRawUnsafe<StoredTransaction[]>(
      `SELECT ${PAGE_COLUMNS} FROM "ReportedRow" r LEFT JOIN "Filing" f ON f."id" = r."filingId"
       WHERE r."filingId" IN (${list}) AND r."kind" = 'transaction'`,
      ...statement.params,
    );
    for (const row of rows) found.set(`${row.filingId}#${row.anchor}`, plainRow(row));
  }
  return places.flatMap((place) => found.get(`${place.filingId}#${place.anchor}`) ?? []);
}

/** How many transactions a condition on an indexed column lets through, counted up to `most`. */
export async function probeRows(store: Store, condition: RowCondition, most: number): Promise<number> {
  const statement = new Statement(store.target.provider);
  const sql = probeSql(statement, condition, most);
  const [found] = await store.db.$queryRawUnsafe<{ count: number | bigint }[]>(sql, ...statement.params);
  return Number(found?.count ?? 0);
}

/** The rows of a lane with the largest values, under all conditions; rows without a value are none of them. */
export async function readLargest(
  store: Store,
  lane: Lane,
  checked: readonly RowCondition[],
  limit: number,
): Promise<StoredTransaction[]> {
  const statement = new Statement(store.target.provider);
  const where = [...lane.served, ...checked].map((one) => conditionSql(statement, one)).join(" AND ");
  const rows = await store.db.$queryRawUnsafe<StoredTransaction[]>(
    `SELECT ${PAGE_COLUMNS} FROM ${statement.rowsBy(lane.index)} LEFT JOIN "Filing" f ON f."id" = r."filingId"
     WHERE r."kind" = 'transaction' AND r."value" IS NOT NULL AND ${where}
     ORDER BY r."value" DESC, r."filingId" DESC, r."position" LIMIT ${Math.trunc(limit)}`,
    ...statement.params,
  );
  return rows.map(plainRow);
}
