import type { BulkTable, BulkValue } from "./connection";

/** The tables that are written in bulk. Column names and order match the Prisma models; a test compares them. */
export const FILING_SOURCE = {
  name: "FilingSource",
  columns: [
    ["filingKey", "text"],
    ["hash", "text"],
    ["filingId", "text"],
    ["issuerCik", "text"],
    ["coreHash", "text"],
    ["format", "text"],
    ["file", "text"],
    ["body", "bytes"],
  ],
} as const satisfies BulkTable;

export const FILING = {
  name: "Filing",
  columns: [
    ["id", "text"],
    ["accession", "text"],
    ["documentType", "text"],
    ["issuerCik", "text"],
    ["issuerName", "text"],
    ["tradingSymbol", "text"],
    ["periodOfReport", "text"],
    ["dateOfOriginalSubmission", "text"],
    ["filingDate", "text"],
    ["acceptedAt", "text"],
    ["knownAt", "text"],
    ["knownAtBasis", "text"],
    ["signatureDate", "text"],
    ["aff10b5One", "boolean"],
    ["noSecuritiesOwned", "boolean"],
    ["notSubjectToSection16", "boolean"],
    ["documentHash", "text"],
    ["recordsHash", "text"],
    ["format", "text"],
    ["rowCount", "integer"],
    ["warningCount", "integer"],
    ["lateness", "text"],
    ["businessDaysLate", "integer"],
  ],
} as const satisfies BulkTable;

/** Counts of filings, moved with every change of them. */
export const FILING_COUNT = {
  name: "FilingCount",
  columns: [
    ["knownMonth", "text"],
    ["month", "text"],
    ["documentType", "text"],
    ["format", "text"],
    ["filings", "integer"],
    ["rows", "integer"],
    ["dated", "integer"],
  ],
} as const satisfies BulkTable;

export const FILING_OWNER = {
  name: "FilingOwner",
  columns: [
    ["filingId", "text"],
    ["position", "integer"],
    ["ownerCik", "text"],
    ["name", "text"],
    ["isDirector", "boolean"],
    ["isOfficer", "boolean"],
    ["isTenPercentOwner", "boolean"],
    ["isOther", "boolean"],
    ["officerTitle", "text"],
    ["otherText", "text"],
  ],
} as const satisfies BulkTable;

export const REPORTED_ROW = {
  name: "ReportedRow",
  columns: [
    ["filingId", "text"],
    ["anchor", "text"],
    ["position", "integer"],
    ["tableNumber", "integer"],
    ["kind", "text"],
    ["issuerCik", "text"],
    ["documentType", "text"],
    ["securityTitle", "text"],
    ["tradeDate", "text"],
    ["tradeDateBasis", "text"],
    ["code", "text"],
    ["transactionClass", "text"],
    ["acquiredDisposed", "text"],
    ["contradictory", "boolean"],
    ["shares", "real"],
    ["price", "real"],
    ["value", "real"],
    ["sharesAfter", "real"],
    ["valueAfter", "real"],
    ["directOrIndirect", "text"],
    ["natureOfOwnership", "text"],
    ["roles", "integer"],
    ["filingDate", "text"],
    ["knownAt", "text"],
    ["supersededAt", "text"],
    ["supersededBy", "text"],
    ["supersededRule", "text"],
    ["countedAs", "text"],
    ["countedRule", "text"],
    ["planned", "boolean"],
    ["planBasis", "text"],
    ["planFootnoteId", "text"],
    ["planWords", "text"],
    ["flag", "text"],
    ["flagWords", "text"],
    ["deltaOwn", "real"],
  ],
} as const satisfies BulkTable;

export const ISSUER = {
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

export const ISSUER_SYMBOL = {
  name: "IssuerSymbol",
  columns: [
    ["symbol", "text"],
    ["issuerCik", "text"],
    ["lastKnownAt", "text"],
  ],
} as const satisfies BulkTable;

export const INSIDER = {
  name: "Insider",
  columns: [
    ["cik", "text"],
    ["name", "text"],
    ["filingCount", "integer"],
    ["firstKnownAt", "text"],
    ["lastKnownAt", "text"],
  ],
} as const satisfies BulkTable;

export const NAME_TOKEN = {
  name: "NameToken",
  columns: [
    ["token", "text"],
    ["kind", "text"],
    ["cik", "text"],
  ],
} as const satisfies BulkTable;

type Columns<T extends BulkTable> = T["columns"][number][0];

/** A record of a table by its columns' names. */
export type RecordOf<T extends BulkTable> = Record<Columns<T>, BulkValue>;

/** A record's values in the order of its table's columns, whatever the order of its keys. */
export function valuesOf<T extends BulkTable>(table: T, record: RecordOf<T>): BulkValue[] {
  // Written in the columns' order, as nearly all are, a record gives its values at once, in less than half the time.
  if (isInOrder(table, Object.keys(record))) return Object.values(record);
  return table.columns.map(([name]) => record[name as Columns<T>]);
}

function isInOrder({ columns }: BulkTable, keys: readonly string[]): boolean {
  if (keys.length !== columns.length) return false;
  for (let i = 0; i < keys.length; i += 1) if (keys[i] !== columns[i]?.[0]) return false;
  return true;
}
