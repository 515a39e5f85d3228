/** A transaction row as stored, with what its filing says. */
export interface StoredTransaction {
  filingId: string;
  anchor: string;
  position: number;
  tableNumber: number;
  issuerCik: string;
  issuerName: string | null;
  tradingSymbol: string | null;
  documentType: string;
  securityTitle: string | null;
  tradeDate: string | null;
  tradeDateBasis: string | null;
  code: string | null;
  transactionClass: string | null;
  acquiredDisposed: string | null;
  contradictory: boolean;
  shares: number | null;
  price: number | null;
  value: number | null;
  sharesAfter: number | null;
  valueAfter: number | null;
  directOrIndirect: string | null;
  natureOfOwnership: string | null;
  filingDate: string | null;
  knownAt: string | null;
  knownAtBasis: string | null;
  supersededAt: string | null;
  supersededBy: string | null;
  supersededRule: string | null;
  countedAs: string | null;
  countedRule: string | null;
  planned: boolean | null;
  planBasis: string | null;
  planFootnoteId: string | null;
  planWords: string | null;
  deltaOwn: number | null;
  lateness: string;
  businessDaysLate: number | null;
}

/** Columns of a `StoredTransaction`, of `r` (ReportedRow) and `f` (its Filing). */
export const PAGE_COLUMNS = `r."filingId", r."anchor", r."position", r."tableNumber", r."issuerCik", f."issuerName",
  f."tradingSymbol", r."documentType", r."securityTitle", r."tradeDate", r."tradeDateBasis", r."code",
  r."transactionClass", r."acquiredDisposed", r."contradictory", r."shares", r."price", r."value", r."sharesAfter",
  r."valueAfter", r."directOrIndirect", r."natureOfOwnership", r."filingDate", r."knownAt", f."knownAtBasis",
  r."supersededAt", r."supersededBy", r."supersededRule", r."countedAs", r."countedRule", r."planned", r."planBasis",
  r."planFootnoteId", r."planWords", r."deltaOwn", f."lateness", f."businessDaysLate"`;

/** What counting, summing and sorting need of a row. */
export interface SampleRow {
  filingId: string;
  anchor: string;
  position: number;
  issuerCik: string;
  tableNumber: number;
  documentType: string;
  tradeDate: string | null;
  filingDate: string | null;
  knownAt: string | null;
  code: string | null;
  transactionClass: string | null;
  acquiredDisposed: string | null;
  contradictory: boolean;
  shares: number | null;
  price: number | null;
  value: number | null;
  deltaOwn: number | null;
  directOrIndirect: string | null;
  roles: number;
  planned: boolean | null;
  supersededAt: string | null;
  supersededBy: string | null;
  countedAs: string | null;
  lateness: string;
  /** A flag takes it out of totals. */
  isFlaggedOut: boolean;
}

/** Columns of a `SampleRow`. */
export const SAMPLE_COLUMNS = `r."filingId", r."anchor", r."position", r."issuerCik", r."tableNumber", r."documentType",
  r."tradeDate", r."filingDate", r."knownAt", r."code", r."transactionClass", r."acquiredDisposed", r."contradictory",
  r."shares", r."price", r."value", r."deltaOwn", r."directOrIndirect", r."roles", r."planned", r."supersededAt",
  r."supersededBy", r."countedAs", f."lateness",
  CASE WHEN r."flag" IS NULL THEN FALSE ELSE EXISTS (SELECT 1 FROM "RowFlag" x WHERE x."filingId" = r."filingId"
    AND x."anchor" = r."anchor" AND x."leavesTotals" IS TRUE) END AS "isFlaggedOut"`;

interface Numbered {
  contradictory: boolean;
  planned: boolean | null;
  isFlaggedOut?: boolean;
}

/** SQLite gives 0 and 1 for truth values, and may give whole numbers as bigint. Ten thousand rows go through here at a time. */
export function plainRow<T extends Numbered>(row: T): T {
  const plain = { ...row, contradictory: truth(row.contradictory) === true, planned: truth(row.planned) };
  if ("isFlaggedOut" in row) plain.isFlaggedOut = truth(row.isFlaggedOut) === true;
  for (const [name, value] of Object.entries(plain)) {
    if (typeof value === "bigint") Object.assign(plain, { [name]: Number(value) });
  }
  return plain;
}

function truth(value: unknown): boolean | null {
  if (value === null || value === undefined) return null;
  return value === true || Number(value) === 1;
}
