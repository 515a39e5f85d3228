import type { Database } from "./client";

export interface IssuerRecordRead {
  cik: string;
  name: string | null;
  tradingSymbol: string | null;
  /** Every symbol that its filings named, the latest first. */
  symbols: string[];
  lastKnownAt: string | null;
}

/**
 * An issuer under its latest name, with every symbol that its filings used, the latest first; null where none of its
 * filings is stored.
 */
export async function readIssuer(db: Database, cik: string): Promise<IssuerRecordRead | null> {
  const issuer = await db.issuer.findUnique({ where: { cik } });
  if (issuer === null) return null;
  const symbols = await db.issuerSymbol.findMany({
    where: { issuerCik: cik },
    orderBy: [{ lastKnownAt: "desc" }, { symbol: "asc" }],
  });
  return { ...issuer, symbols: symbols.map((symbol) => symbol.symbol) };
}

/** A reporting owner under the latest name; null where no filing of theirs is stored. */
export async function readInsider(db: Database, cik: string): Promise<{ cik: string; name: string | null } | null> {
  return db.insider.findUnique({ where: { cik }, select: { cik: true, name: true } });
}

/** CIKs of the issuers whose filings named a symbol, the latest user of it first. */
export async function issuersOfSymbol(db: Database, symbol: string): Promise<string[]> {
  const users = await db.issuerSymbol.findMany({
    where: { symbol },
    orderBy: [{ lastKnownAt: "desc" }, { issuerCik: "asc" }],
  });
  return users.map((user) => user.issuerCik);
}

/** How many filings each of these issuers has. */
export async function filingCounts(db: Database, ciks: readonly string[]): Promise<Map<string, number>> {
  const issuers = await db.issuer.findMany({
    where: { cik: { in: [...ciks] } },
    select: { cik: true, filingCount: true },
  });
  return new Map(issuers.map(({ cik, filingCount }) => [cik, filingCount]));
}
