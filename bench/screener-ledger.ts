import Libsql from "libsql";
import { RECOUNT } from "@/lib/store/writing/filing-counts";

/** How far each copy of a ledger lies from the last: issuers and filers, owners, days. No two copies share a party. */
const ISSUER_STEP = 100;
const OWNER_STEP = 100_000;
const DAYS = 37;
const LONGEST_AGO = 4_000;

/**
 * Grows a SQLite ledger by copies of its own filings, each under other accession numbers, issuers, owners and days, until it has
 * so many rows: a whole market in some minutes. All that pages read is copied, sources too (their text still names the first
 * issuer). Without its indexes a table takes rows at its end only; they are built afterwards, by sorting. Returns the rows.
 */
export function growLedger(file: string, rows: number): number {
  const db = new Libsql(file);
  // What breaks off is thrown away: no log, no waiting for the disk.
  for (const pragma of ["journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000"]) db.pragma(pragma);
  const count = () => (db.prepare(`SELECT COUNT(*) AS n FROM "ReportedRow"`).get() as { n: number }).n;
  const copies = Math.max(0, Math.ceil(rows / Math.max(1, count())) - 1);
  for (const [table, changed] of Object.entries(CHANGED)) copyTable(db, table, changed, copies);
  db.exec(
    `DELETE FROM "FilingCount"; INSERT INTO "FilingCount" ("knownMonth", "month", "documentType", "format", "filings", "rows", "dated") ${RECOUNT}`,
  );
  const grown = count();
  db.pragma("journal_mode = WAL");
  db.close();
  return grown;
}

type Ledger = InstanceType<typeof Libsql>;

function copyTable(db: Ledger, table: string, changed: Record<string, string>, copies: number): void {
  const indexes = db
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`)
    .all([table]) as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  const columns = (db.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(({ name }) => name);
  db.exec(`CREATE TEMP TABLE "first_${table}" AS SELECT * FROM "${table}"`);
  const cells = columns.map((name) => changed[name] ?? `"${name}"`).join(", ");
  const names = columns.map((name) => `"${name}"`).join(", ");
  const insert = db.prepare(`INSERT INTO "${table}" (${names}) SELECT ${cells} FROM "first_${table}"`);
  db.exec("BEGIN");
  for (let copy = 1; copy <= copies; copy++)
    insert.run({ n: BigInt(copy), back: `-${(copy * DAYS) % LONGEST_AGO} days` });
  db.exec("COMMIT");
  for (const { sql } of indexes) db.exec(sql);
}

/** Accession numbers and addresses begin with the ten digits of who filed. */
const id = (name: string) =>
  `CASE WHEN "${name}" IS NULL THEN NULL ELSE printf('%010d', CAST(substr("${name}", 1, 10) AS INTEGER) + $n * ${ISSUER_STEP}) || substr("${name}", 11) END`;
const cik = (name: string, step: number) => `CAST(CAST("${name}" AS INTEGER) + $n * ${step} AS TEXT)`;
const issuer = (name = "issuerCik") => cik(name, ISSUER_STEP);
const owner = (name = "ownerCik") => cik(name, OWNER_STEP);
const party = `CASE "kind" WHEN 'issuer' THEN ${issuer("cik")} ELSE ${owner("cik")} END`;
const day = (name: string) => `date("${name}", $back)`;
const instant = (name: string) => `date(substr("${name}", 1, 10), $back) || substr("${name}", 11)`;
/** Whole months, so that no two become one. */
const month = `substr(date("month" || '-01', '-' || CAST(-CAST($back AS INTEGER) / 31 AS TEXT) || ' months'), 1, 7)`;
/** Amounts differ from copy to copy, so that an order by them has few ties. */
const amount = (name: string) => `"${name}" * (0.4 + ($n % 97) / 50.0)`;
const symbol = (name: string) => `"${name}" || $n`;
const known = { firstKnownAt: instant("firstKnownAt"), lastKnownAt: instant("lastKnownAt") };

const CHANGED: Record<string, Record<string, string>> = {
  Filing: {
    id: id("id"),
    accession: id("accession"),
    issuerCik: issuer(),
    tradingSymbol: symbol("tradingSymbol"),
    filingDate: day("filingDate"),
    knownAt: instant("knownAt"),
    acceptedAt: instant("acceptedAt"),
  },
  FilingOwner: { filingId: id("filingId"), ownerCik: owner() },
  FilingSource: { filingKey: id("filingKey"), filingId: id("filingId"), issuerCik: issuer() },
  RowFlag: { filingId: id("filingId"), issuerCik: issuer(), knownAt: instant("knownAt") },
  ReportedRow: {
    filingId: id("filingId"),
    issuerCik: issuer(),
    tradeDate: day("tradeDate"),
    filingDate: day("filingDate"),
    knownAt: instant("knownAt"),
    supersededAt: instant("supersededAt"),
    supersededBy: id("supersededBy"),
    countedAs: id("countedAs"),
    shares: amount("shares"),
    value: amount("value"),
  },
  Issuer: { cik: issuer("cik"), tradingSymbol: symbol("tradingSymbol"), ...known },
  IssuerSymbol: { issuerCik: issuer(), symbol: symbol("symbol"), lastKnownAt: instant("lastKnownAt") },
  Insider: { cik: owner("cik"), ...known },
  NameToken: { cik: party },
  DerivedIssuer: { issuerCik: issuer() },
  MonthlySum: { issuerCik: issuer(), month, value: amount("value") },
  Cluster: {
    issuerCik: issuer(),
    fromDate: day("fromDate"),
    toDate: day("toDate"),
    visibleAt: instant("visibleAt"),
    visibleBy: id("visibleBy"),
    value: amount("value"),
  },
  Episode: { issuerCik: issuer(), date: day("date"), knownAt: instant("knownAt"), proceeds: amount("proceeds") },
  Plan: {
    issuerCik: issuer(),
    firstTrade: day("firstTrade"),
    lastTrade: day("lastTrade"),
    knownAt: instant("knownAt"),
    saleValue: amount("saleValue"),
  },
  ShortSwing: {
    issuerCik: issuer(),
    date: day("date"),
    boughtOn: day("boughtOn"),
    soldOn: day("soldOn"),
    knownAt: instant("knownAt"),
    profit: amount("profit"),
  },
  Residual: {
    issuerCik: issuer(),
    toRow: id("toRow"),
    fromRow: id("fromRow"),
    date: day("date"),
    fromDate: day("fromDate"),
    knownAt: instant("knownAt"),
    residual: amount("residual"),
  },
};
