import Libsql from "libsql";

/** How far each copy of a ledger lies from the last: issuers, filers and days. */
const ISSUER_STEP = 1_000;
const FILER_STEP = 10_000_000;
const DAYS = 37;

/**
 * Grows a SQLite ledger by copies of its own filings, each under other accession numbers, issuers, owners and days, until it has
 * so many rows: a market of any size in a minute or two. Only what the screener reads is copied. Returns the rows.
 */
export function growLedger(file: string, rows: number): number {
  const db = new Libsql(file);
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -400000");
  const count = () => (db.prepare(`SELECT COUNT(*) AS n FROM "ReportedRow"`).get() as { n: number }).n;
  const own = count();
  const copies = Math.max(0, Math.ceil(rows / Math.max(1, own)) - 1);
  const indexes = db
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'ReportedRow' AND sql IS NOT NULL`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  for (const [table, set] of Object.entries(CHANGED)) {
    const columns = (db.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(
      (column) => column.name,
    );
    db.exec(`CREATE TEMP TABLE "first_${table}" AS SELECT * FROM "${table}"`);
    const cells = columns.map((name) => set[name] ?? `"${name}"`).join(", ");
    const names = columns.map((name) => `"${name}"`).join(", ");
    const insert = db.prepare(`INSERT INTO "${table}" (${names}) SELECT ${cells} FROM "first_${table}"`);
    db.exec("BEGIN");
    for (let copy = 1; copy <= copies; copy++) insert.run({ n: copy, back: `-${(copy * DAYS) % 7000} days` });
    db.exec("COMMIT");
  }
  for (const { sql } of indexes) db.exec(sql);
  const grown = count();
  db.close();
  return grown;
}

const id = (name: string) =>
  `CASE WHEN "${name}" IS NULL THEN NULL ELSE printf('%010d', CAST(substr("${name}", 1, 10) AS INTEGER) + $n * ${FILER_STEP}) || substr("${name}", 11) END`;
const cik = (name: string) => `CAST(CAST("${name}" AS INTEGER) + $n * ${ISSUER_STEP} AS TEXT)`;
const day = (name: string) => `date("${name}", $back)`;
const instant = (name: string) => `date(substr("${name}", 1, 10), $back) || substr("${name}", 11)`;
/** Amounts differ from copy to copy, so that an order by them has few ties. */
const amount = (name: string) => `"${name}" * (0.4 + ($n % 97) / 50.0)`;

const CHANGED: Record<string, Record<string, string>> = {
  Filing: {
    id: id("id"),
    accession: id("accession"),
    issuerCik: cik("issuerCik"),
    filingDate: day("filingDate"),
    knownAt: instant("knownAt"),
    acceptedAt: instant("acceptedAt"),
  },
  FilingOwner: { filingId: id("filingId"), ownerCik: cik("ownerCik") },
  RowFlag: { filingId: id("filingId"), issuerCik: cik("issuerCik"), knownAt: instant("knownAt") },
  ReportedRow: {
    filingId: id("filingId"),
    issuerCik: cik("issuerCik"),
    tradeDate: day("tradeDate"),
    filingDate: day("filingDate"),
    knownAt: instant("knownAt"),
    supersededAt: instant("supersededAt"),
    supersededBy: id("supersededBy"),
    countedAs: id("countedAs"),
    shares: amount("shares"),
    value: amount("value"),
  },
};
