import type { Store } from "@/lib/store/client";
import { conditionSql, type RowCondition, Statement } from "./row-conditions";
import { type Lane, markSql, type Stretch } from "./walk-sql";

/** Rows of one month of trade, code and plan status. */
export interface MonthCount {
  /** `YYYY-MM`; null: no trade date. */
  month: string | null;
  code: string;
  planned: boolean | null;
  /** They meet the conditions. */
  isCounted: boolean;
  rows: number;
  valued: number;
  /** Dollars. */
  value: number;
}

/**
 * The newest rows of a lane, `among` those that meet some conditions, by month of trade, code and plan status; those that are
 * `counted` by further conditions apart. Looks at so many
 * rows at most; `since` is the known-at at which it stopped, null where it came to the end.
 */
export async function walkMonths(
  store: Store,
  lane: Lane,
  { among, counted }: { among: readonly RowCondition[]; counted: readonly RowCondition[] },
  most: number,
): Promise<{ months: MonthCount[]; since: string | null }> {
  const stretch: Stretch = {
    lane,
    checked: [],
    order: { by: "knownAt", descending: true },
    hasValue: true,
    after: null,
  };
  const marking = new Statement(store.target.provider);
  const [mark] = await store.db.$queryRawUnsafe<{ value: string; filingId: string }[]>(
    markSql(marking, stretch, most),
    ...marking.params,
  );
  const since = mark?.value ?? null;
  const statement = new Statement(store.target.provider);
  const isCounted = `CASE WHEN ${counted.map((one) => conditionSql(statement, one)).join(" AND ")} THEN 1 ELSE 0 END`;
  const where = [...lane.served, ...among].map((one) => conditionSql(statement, one));
  if (since !== null) where.push(`r."knownAt" > ${statement.bind(since)}`);
  const sql = `SELECT x."month", x."code", x."planned", x."isCounted", COUNT(*) AS "rows", COUNT(x."value") AS "valued",
      SUM(x."value") AS "value"
    FROM (SELECT SUBSTR(r."tradeDate", 1, 7) AS "month", r."code", r."planned", r."value", ${isCounted} AS "isCounted"
      FROM ${statement.rowsBy(lane.index)} WHERE r."kind" = 'transaction' AND ${where.join(" AND ")}) x
    GROUP BY x."month", x."code", x."planned", x."isCounted"`;
  const rows = await store.db.$queryRawUnsafe<Record<keyof MonthCount, string | number | bigint | boolean | null>[]>(
    sql,
    ...statement.params,
  );
  const months = rows.map((row) => ({
    month: row.month === null ? null : String(row.month),
    code: String(row.code),
    planned: row.planned === null ? null : Number(row.planned) === 1,
    isCounted: Number(row.isCounted) === 1,
    rows: Number(row.rows),
    valued: Number(row.valued),
    value: Number(row.value ?? 0),
  }));
  return { months, since };
}
