import { type BulkTable, inList, type WriteConnection } from "@/lib/store/writing/connection";
import { valuesOf } from "@/lib/store/writing/tables";

const DAILY_PRICE = {
  name: "DailyPrice",
  columns: [
    ["issuerCik", "text"],
    ["symbol", "text"],
    ["date", "text"],
    ["close", "real"],
  ],
} as const satisfies BulkTable;

export interface PriceRecord {
  issuerCik: string;
  /** Empty where the issuer was named by CIK alone. */
  symbol: string;
  date: string;
  close: number;
}

export interface WrittenPrices {
  created: number;
  replaced: number;
  unchanged: number;
}

/** Stores one series, a close a day: days that are there already keep, or get the new close. Inside a transaction. */
export async function writeSeries(connection: WriteConnection, prices: readonly PriceRecord[]): Promise<WrittenPrices> {
  const [first] = prices;
  if (first === undefined) return { created: 0, replaced: 0, unchanged: 0 };
  const { issuerCik, symbol } = first;
  const stored = await connection.all<{ date: string; close: number }>(
    `SELECT "date", "close" FROM "DailyPrice" WHERE "issuerCik" = ? AND "symbol" = ?`,
    [issuerCik, symbol],
  );
  const before = new Map(stored.map(({ date, close }) => [date, close]));
  const changed = prices.filter(({ date, close }) => before.has(date) && before.get(date) !== close);
  const created = prices.filter(({ date }) => !before.has(date));
  const [list, param] = inList(
    connection,
    changed.map((price) => price.date),
  );
  await connection.run(`DELETE FROM "DailyPrice" WHERE "issuerCik" = ? AND "symbol" = ? AND "date" ${list}`, [
    issuerCik,
    symbol,
    param,
  ]);
  await connection.insert(
    DAILY_PRICE,
    [...created, ...changed].map((price) => valuesOf(DAILY_PRICE, { ...price })),
  );
  const unchanged = prices.length - created.length - changed.length;
  return { created: created.length, replaced: changed.length, unchanged };
}
