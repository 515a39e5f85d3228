import { type BulkTable, type BulkValue, bulkInsert, placeholders } from "./bulk-insert";
import type { Database } from "./client";
import type { Provider } from "./database-url";

export interface PartyRecord {
  cik: string;
  name: string | null;
  filingCount: number;
  firstKnownAt: string | null;
  lastKnownAt: string | null;
}

export interface IssuerRecord extends PartyRecord {
  tradingSymbol: string | null;
  symbols: { symbol: string; lastKnownAt: string | null }[];
}

const ISSUER = {
  name: "Issuer",
  columns: [
    ["cik", "text"],
    ["name", "text"],
    ["tradingSymbol", "text"],
    ["filingCount", "integer"],
    ["firstKnownAt", "text"],
    ["lastKnownAt", "text"],
  ],
} as const satisfies BulkTable;

const ISSUER_SYMBOL = {
  name: "IssuerSymbol",
  columns: [
    ["symbol", "text"],
    ["issuerCik", "text"],
    ["lastKnownAt", "text"],
  ],
} as const satisfies BulkTable;

const INSIDER = {
  name: "Insider",
  columns: [
    ["cik", "text"],
    ["name", "text"],
    ["filingCount", "integer"],
    ["firstKnownAt", "text"],
    ["lastKnownAt", "text"],
  ],
} as const satisfies BulkTable;

const NAME_TOKEN = {
  name: "NameToken",
  columns: [
    ["token", "text"],
    ["kind", "text"],
    ["cik", "text"],
  ],
} as const satisfies BulkTable;

/** Replaces what is known of these issuers; `gone` are issuers that no filing names any more. */
export async function replaceIssuers(
  db: Database,
  provider: Provider,
  issuers: readonly IssuerRecord[],
  gone: readonly string[],
): Promise<void> {
  const ciks = [...issuers.map((issuer) => issuer.cik), ...gone];
  await deleteWhere(db, provider, "Issuer", "cik", ciks);
  await deleteWhere(db, provider, "IssuerSymbol", "issuerCik", ciks);
  await bulkInsert(
    db,
    provider,
    ISSUER,
    issuers.map((i) => [i.cik, i.name, i.tradingSymbol, i.filingCount, i.firstKnownAt, i.lastKnownAt]),
  );
  const symbols = issuers.flatMap((i) => i.symbols.map((s): BulkValue[] => [s.symbol, i.cik, s.lastKnownAt]));
  await bulkInsert(db, provider, ISSUER_SYMBOL, symbols);
}

export async function replaceInsiders(
  db: Database,
  provider: Provider,
  insiders: readonly PartyRecord[],
  gone: readonly string[],
): Promise<void> {
  await deleteWhere(db, provider, "Insider", "cik", [...insiders.map((insider) => insider.cik), ...gone]);
  await bulkInsert(
    db,
    provider,
    INSIDER,
    insiders.map((i) => [i.cik, i.name, i.filingCount, i.firstKnownAt, i.lastKnownAt]),
  );
}

/** Replaces the words under which these parties are found. */
export async function replaceNameTokens(
  db: Database,
  provider: Provider,
  kind: "issuer" | "insider",
  tokens: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const ciks = [...tokens.keys()];
  if (ciks.length === 0) return;
  const list = placeholders(provider, ciks.length, 2);
  const kindMark = provider === "sqlite" ? "?" : "$1";
  await db.$executeRawUnsafe(
    `DELETE FROM "NameToken" WHERE "kind" = ${kindMark} AND "cik" IN (${list})`,
    kind,
    ...ciks,
  );
  const records = ciks.flatMap((cik) => (tokens.get(cik) ?? []).map((token): BulkValue[] => [token, kind, cik]));
  await bulkInsert(db, provider, NAME_TOKEN, records);
}

async function deleteWhere(
  db: Database,
  provider: Provider,
  table: string,
  column: string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  const list = placeholders(provider, values.length);
  await db.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "${column}" IN (${list})`, ...values);
}
