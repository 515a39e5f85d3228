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

/** How many rows a lane lets through, counted up to `most`. */
export async function probeRows(store: Store, lane: Lane, most: number): Promise<number> {
  const statement = new Statement(store.target.provider);
  const sql = probeSql(statement, lane, most);
  const [found] = await store.db.$queryRawUnsafe<{ count: number | bigint }[]>(sql, ...statement.params);
  return Number(found?.count ?? 0);
}

/**
 * The rows of the lane's groups with the largest sums of values, each group whole; a group is a filing's rows of one trade
 * date, of those that meet all conditions, and has a row with a value. By filing, in filed order.
 */
export async function readLargestGroups(
  store: Store,
  lane: Lane,
  checked: readonly RowCondition[],
  limit: number,
): Promise<StoredTransaction[]> {
  const conditions = [...lane.served, ...checked];
  const where = (statement: Statement) =>
    [`r."kind" = 'transaction'`, ...conditions.map((one) => conditionSql(statement, one))].join(" AND ");
  const groups = new Statement(store.target.provider);
  const largest = await store.db.$queryRawUnsafe<{ filingId: string; tradeDate: string | null }[]>(
    `SELECT r."filingId", r."tradeDate" FROM ${groups.rowsBy(lane.index)} LEFT JOIN "Filing" f ON f."id" = r."filingId"
     WHERE ${where(groups)} AND r."value" IS NOT NULL GROUP BY r."filingId", r."tradeDate"
     ORDER BY SUM(r."value") DESC, r."filingId" DESC, r."tradeDate" DESC LIMIT ${Math.trunc(limit)}`,
    ...groups.params,
  );
  if (largest.length === 0) return [];
  const rows = new Statement(store.target.provider);
  const ids = rows.list([...new Set(largest.map((group) => group.filingId))]);
  const found = await store.db.$queryRawUnsafe<StoredTransaction[]>(
    `SELECT ${PAGE_COLUMNS} FROM "ReportedRow" r LEFT JOIN "Filing" f ON f."id" = r."filingId"
     WHERE r."filingId" IN (${ids}) AND ${where(rows)} ORDER BY r."filingId", r."position"`,
    ...rows.params,
  );
  const nameOf = (row: { filingId: string; tradeDate: string | null }) => `${row.filingId} ${row.tradeDate}`;
  const wanted = new Set(largest.map(nameOf));
  return found.filter((row) => wanted.has(nameOf(row))).map(plainRow);
}
