import type { Database } from "@/lib/store/client";

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
  if ((await db.dailyPrice.findFirst({ select: { issuerCik: true } })) === null) return new Set();
  const found = await db.dailyPrice.groupBy({ by: ["issuerCik"], where: { issuerCik: { in: [...issuerCiks] } } });
  return new Set(found.map(({ issuerCik }) => issuerCik));
}
