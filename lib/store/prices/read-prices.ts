import type { Database, Store } from "@/lib/store/client";
import { Statement } from "@/lib/store/transactions/row-conditions";

/** The closes of one class of an issuer's shares, in order of dates. */
export interface PriceSeries {
  /** Upper case; empty where the import named the issuer by CIK alone. */
  symbol: string;
  closes: { date: string; close: number }[];
}

/** Every imported series of an issuer, by symbol; none where nothing was imported. */
export async function readPrices(db: Database, issuerCik: string): Promise<PriceSeries[]> {
  const rows = await db.dailyPrice.findMany({
    where: { issuerCik },
    orderBy: [{ symbol: "asc" }, { date: "asc" }],
    select: { symbol: true, date: true, close: true },
  });
  const series: PriceSeries[] = [];
  for (const { symbol, date, close } of rows) {
    const last = series.at(-1);
    if (last?.symbol === symbol) last.closes.push({ date, close });
    else series.push({ symbol, closes: [{ date, close }] });
  }
  return series;
}

/** Those of the issuers that prices were imported for. */
export async function pricedIssuers(db: Database, issuerCiks: readonly string[]): Promise<Set<string>> {
  if (!(await hasPrices(db))) return new Set();
  const found = await db.dailyPrice.groupBy({ by: ["issuerCik"], where: { issuerCik: { in: [...issuerCiks] } } });
  return new Set(found.map(({ issuerCik }) => issuerCik));
}

/** Whether any price was imported. */
export async function hasPrices(db: Database): Promise<boolean> {
  return (await db.dailyPrice.findFirst({ select: { issuerCik: true } })) !== null;
}

/** Days of an issuer's prices, both included. */
export interface PriceSpan {
  issuerCik: string;
  from: string;
  to: string;
}

/**
 * The series of some issuers within a span of days each, by CIK. A class without a close in the span is told too, as it must
 * never be taken for another.
 */
export async function readPriceSpans(
  { db, target }: Pick<Store, "db" | "target">,
  spans: readonly PriceSpan[],
): Promise<Map<string, PriceSeries[]>> {
  const statement = new Statement(target.provider);
  const each = spans.map(
    ({ issuerCik, from, to }) =>
      `("issuerCik" = ${statement.bind(issuerCik)} AND "date" >= ${statement.bind(from)} AND "date" <= ${statement.bind(to)})`,
  );
  if (each.length === 0) return new Map();
  const rows = await db.$queryRawUnsafe<{ issuerCik: string; symbol: string; date: string; close: number }[]>(
    `SELECT "issuerCik", "symbol", "date", "close" FROM "DailyPrice" WHERE ${each.join(" OR ")}
     ORDER BY "issuerCik", "symbol", "date"`,
    ...statement.params,
  );
  const found = await allClasses(
    db,
    spans.map(({ issuerCik }) => issuerCik),
  );
  for (const { issuerCik, symbol, date, close } of rows) {
    found
      .get(issuerCik)
      ?.find((one) => one.symbol === symbol)
      ?.closes.push({ date, close });
  }
  return found;
}

/** The classes of some issuers that prices were imported for, their closes still to be read. */
async function allClasses(db: Database, issuerCiks: readonly string[]) {
  const classes = await db.dailyPrice.groupBy({
    by: ["issuerCik", "symbol"],
    where: { issuerCik: { in: [...issuerCiks] } },
    orderBy: [{ issuerCik: "asc" }, { symbol: "asc" }],
  });
  const found = new Map<string, { symbol: string; closes: { date: string; close: number }[] }[]>();
  for (const { issuerCik, symbol } of classes) {
    found.set(issuerCik, [...(found.get(issuerCik) ?? []), { symbol, closes: [] }]);
  }
  return found;
}

/** The confirmed splits of some issuers, as their last refresh stored them. */
export async function readSplits(db: Database, issuerCiks: readonly string[]) {
  return db.stockSplit.findMany({ where: { issuerCik: { in: [...issuerCiks] } } });
}
