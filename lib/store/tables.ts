import type { BulkTable } from "./bulk-insert";

/** The tables that are written in bulk. Column names and order match the Prisma models; a test compares them. */
export const FILING_SOURCE = {
  name: "FilingSource",
  columns: [
    ["filingKey", "text"],
    ["hash", "text"],
    ["filingId", "text"],
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
    ["format", "text"],
    ["rowCount", "integer"],
    ["warningCount", "integer"],
    ["lateness", "text"],
    ["businessDaysLate", "integer"],
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
    ["planned", "boolean"],
    ["planBasis", "text"],
    ["planFootnoteId", "text"],
    ["planWords", "text"],
  ],
} as const satisfies BulkTable;

export const BALANCE_LINE = {
  name: "BalanceLine",
  columns: [
    ["issuerCik", "text"],
    ["lineKey", "text"],
    ["ownerKey", "text"],
    ["tableNumber", "integer"],
    ["securityTitle", "text"],
    ["directOrIndirect", "text"],
    ["natureOfOwnership", "text"],
    ["exercisePrice", "real"],
    ["expirationDate", "text"],
    ["unit", "text"],
    ["lastBalance", "real"],
    ["lastDate", "text"],
    ["pointCount", "integer"],
    ["points", "text"],
  ],
} as const satisfies BulkTable;
