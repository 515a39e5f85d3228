import type { Database } from "./client";
import type { Provider } from "./database-url";

export interface FoundParty {
  cik: string;
  name: string | null;
  /** Issuers only. */
  tradingSymbol: string | null;
  filingCount: number;
  /** The symbol that was found, which may be an old one; where it was by symbol. */
  foundSymbol?: string;
}

/** The end of the range of words that begin with a prefix. */
const AFTER_ALL = "\uffff";

/** Parties whose names have a word beginning with each of the given ones, in any order; the most filed first. */
export async function findByName(
  db: Database,
  provider: Provider,
  kind: "issuer" | "insider",
  words: readonly string[],
  limit: number,
): Promise<FoundParty[]> {
  if (words.length === 0) return [];
  let n = 0;
  const mark = () => (provider === "sqlite" ? "?" : `$${++n}`);
  const one = () =>
    `SELECT "cik" FROM "NameToken" WHERE "kind" = ${mark()} AND "token" >= ${mark()} AND "token" < ${mark()}`;
  const matching = words.map(one).join(" INTERSECT ");
  const table = kind === "issuer" ? "Issuer" : "Insider";
  const symbol = kind === "issuer" ? `"tradingSymbol"` : "NULL";
  return db.$queryRawUnsafe<FoundParty[]>(
    `SELECT "cik", "name", ${symbol} AS "tradingSymbol", "filingCount" FROM "${table}" WHERE "cik" IN (${matching})
     ORDER BY "filingCount" DESC, "cik" LIMIT ${limit}`,
    ...words.flatMap((word) => [kind, word, word + AFTER_ALL]),
  );
}

/** Issuers whose filings named a symbol beginning with the prefix; an exact one first. */
export async function findBySymbol(db: Database, prefix: string, limit: number): Promise<FoundParty[]> {
  const symbols = await db.issuerSymbol.findMany({
    where: { symbol: { gte: prefix, lt: prefix + AFTER_ALL } },
    orderBy: [{ symbol: "asc" }, { lastKnownAt: "desc" }],
    take: limit,
  });
  const ciks = [...new Set(symbols.map((symbol) => symbol.issuerCik))];
  const issuers = await db.issuer.findMany({ where: { cik: { in: ciks } } });
  return ciks.flatMap((cik) => {
    const own = symbols.filter((symbol) => symbol.issuerCik === cik).map(({ symbol }) => symbol);
    return issuers
      .filter((issuer) => issuer.cik === cik)
      .map((issuer) => ({
        ...issuer,
        foundSymbol: own.includes(issuer.tradingSymbol ?? "") ? (issuer.tradingSymbol ?? undefined) : own[0],
      }));
  });
}
