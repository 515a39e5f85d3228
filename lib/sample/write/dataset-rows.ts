import type { OwnershipDocument, OwnershipRow, ReportingOwner } from "@/lib/ownership/document";
import type { LeafName } from "@/lib/ownership/leaves";

export type TableName =
  | "SUBMISSION"
  | "REPORTINGOWNER"
  | "NONDERIV_TRANS"
  | "NONDERIV_HOLDING"
  | "DERIV_TRANS"
  | "DERIV_HOLDING"
  | "FOOTNOTES"
  | "OWNER_SIGNATURE";

type Column = readonly [name: string, leaf: LeafName, note: string | null];

const fn = (name: string, leaf: LeafName): Column => [name, leaf, `${name}_FN`];

const TITLE = fn("SECURITY_TITLE", "securityTitle");
const STRIKE = fn("CONV_EXERCISE_PRICE", "conversionOrExercisePrice");
const TRADE: readonly Column[] = [
  fn("TRANS_DATE", "transactionDate"),
  fn("DEEMED_EXECUTION_DATE", "deemedExecutionDate"),
  ["TRANS_FORM_TYPE", "transactionFormType", null],
  ["TRANS_CODE", "transactionCode", null],
  // The footnotes of the code stand in the swap's column, as in the SEC's own files.
  ["EQUITY_SWAP_INVOLVED", "equitySwapInvolved", "EQUITY_SWAP_TRANS_CD_FN"],
  fn("TRANS_TIMELINESS", "transactionTimeliness"),
  fn("TRANS_SHARES", "transactionShares"),
];
const TOTAL = fn("TRANS_TOTAL_VALUE", "transactionTotalValue");
const PRICE: readonly Column[] = [
  fn("TRANS_PRICEPERSHARE", "transactionPricePerShare"),
  fn("TRANS_ACQUIRED_DISP_CD", "transactionAcquiredDisposedCode"),
];
const FORM_TYPE = fn("TRANS_FORM_TYPE", "transactionFormType");
const UNDERLYING: readonly Column[] = [
  fn("EXPIRATION_DATE", "expirationDate"),
  fn("UNDLYNG_SEC_TITLE", "underlyingSecurityTitle"),
  fn("UNDLYNG_SEC_SHARES", "underlyingSecurityShares"),
  fn("UNDLYNG_SEC_VALUE", "underlyingSecurityValue"),
];
const AFTER: readonly Column[] = [
  fn("SHRS_OWND_FOLWNG_TRANS", "sharesOwnedFollowingTransaction"),
  fn("VALU_OWND_FOLWNG_TRANS", "valueOwnedFollowingTransaction"),
  fn("DIRECT_INDIRECT_OWNERSHIP", "directOrIndirectOwnership"),
  fn("NATURE_OF_OWNERSHIP", "natureOfOwnership"),
];

const ROW_TABLES = {
  NONDERIV_TRANS: [TITLE, ...TRADE, ...PRICE, ...AFTER],
  NONDERIV_HOLDING: [TITLE, FORM_TYPE, ...AFTER],
  // `EXCERCISE_DATE` is how the SEC spells it in this table alone.
  DERIV_TRANS: [
    TITLE,
    STRIKE,
    ...TRADE,
    TOTAL,
    ...PRICE,
    fn("EXCERCISE_DATE", "exerciseDate"),
    ...UNDERLYING,
    ...AFTER,
  ],
  DERIV_HOLDING: [TITLE, STRIKE, FORM_TYPE, fn("EXERCISE_DATE", "exerciseDate"), ...UNDERLYING, ...AFTER],
} as const satisfies Partial<Record<TableName, readonly Column[]>>;

type RowTable = keyof typeof ROW_TABLES;

function rowHeader(table: RowTable): string[] {
  const columns: readonly Column[] = ROW_TABLES[table];
  return [
    "ACCESSION_NUMBER",
    `${table}_SK`,
    ...columns.flatMap(([name, , note]) => (note === null ? [name] : [name, note])),
  ];
}

const SUBMISSION = [
  "ACCESSION_NUMBER",
  "FILING_DATE",
  "PERIOD_OF_REPORT",
  "DATE_OF_ORIG_SUB",
  "NO_SECURITIES_OWNED",
  "NOT_SUBJECT_SEC16",
  "FORM3_HOLDINGS_REPORTED",
  "FORM4_TRANS_REPORTED",
  "DOCUMENT_TYPE",
  "ISSUERCIK",
  "ISSUERNAME",
  "ISSUERTRADINGSYMBOL",
  "REMARKS",
];

/** The header line of each table. From 2025 on SUBMISSION ends with the 10b5-1 box. */
export function tableHeader(table: TableName, withBox: boolean): string[] {
  switch (table) {
    case "SUBMISSION":
      return withBox ? [...SUBMISSION, "AFF10B5ONE"] : SUBMISSION;
    case "REPORTINGOWNER":
      return OWNER_COLUMNS;
    case "FOOTNOTES":
      return ["ACCESSION_NUMBER", "FOOTNOTE_ID", "FOOTNOTE_TXT"];
    case "OWNER_SIGNATURE":
      return ["ACCESSION_NUMBER", "OWNERSIGNATURENAME", "OWNERSIGNATUREDATE"];
    default:
      return rowHeader(table);
  }
}

const OWNER_COLUMNS = [
  "ACCESSION_NUMBER",
  "RPTOWNERCIK",
  "RPTOWNERNAME",
  "RPTOWNER_RELATIONSHIP",
  "RPTOWNER_TITLE",
  "RPTOWNER_TXT",
  "RPTOWNER_STREET1",
  "RPTOWNER_STREET2",
  "RPTOWNER_CITY",
  "RPTOWNER_STATE",
  "RPTOWNER_ZIPCODE",
  "RPTOWNER_STATE_DESC",
  "FILE_NUMBER",
];

type Cells = (string | null)[];

/** A document's lines in every table; `nextKey` gives the surrogate keys of the row tables. */
export function datasetLines(
  document: OwnershipDocument,
  withBox: boolean,
  nextKey: () => number,
): [TableName, Cells][] {
  const accession = document.accession ?? "";
  const lines: [TableName, Cells][] = [["SUBMISSION", submissionCells(document, accession, withBox)]];
  for (const owner of document.reportingOwners) lines.push(["REPORTINGOWNER", ownerCells(owner, accession)]);
  for (const [rows, prefix] of [
    [document.nonDerivativeTable, "NONDERIV"],
    [document.derivativeTable, "DERIV"],
  ] as const) {
    for (const row of rows) {
      const table = `${prefix}_${row.kind === "transaction" ? "TRANS" : "HOLDING"}` as const;
      lines.push([table, [accession, String(nextKey()), ...rowCells(table, row)]]);
    }
  }
  for (const { id, text } of document.footnotes) lines.push(["FOOTNOTES", [accession, id, text]]);
  for (const { signatureName, signatureDate } of document.signatures) {
    lines.push(["OWNER_SIGNATURE", [accession, signatureName, datasetDate(signatureDate)]]);
  }
  return lines;
}

function submissionCells(document: OwnershipDocument, accession: string, withBox: boolean): Cells {
  const cells = [
    accession,
    datasetDate(document.filingDate),
    datasetDate(document.periodOfReport),
    datasetDate(document.dateOfOriginalSubmission),
    document.noSecuritiesOwned,
    document.notSubjectToSection16,
    document.form3HoldingsReported,
    document.form4TransactionsReported,
    document.documentType,
    (document.issuer.issuerCik ?? "").padStart(10, "0"),
    document.issuer.issuerName,
    document.issuer.issuerTradingSymbol,
    document.remarks,
  ];
  return withBox ? [...cells, document.aff10b5One] : cells;
}

function ownerCells(owner: ReportingOwner, accession: string): Cells {
  return [
    accession,
    (owner.rptOwnerCik ?? "").padStart(10, "0"),
    owner.rptOwnerName,
    relationships(owner),
    owner.officerTitle,
    owner.otherText,
    owner.rptOwnerStreet1,
    owner.rptOwnerStreet2,
    owner.rptOwnerCity,
    owner.rptOwnerState,
    owner.rptOwnerZipCode,
    owner.rptOwnerStateDescription,
    null,
  ];
}

function relationships(owner: ReportingOwner): string {
  const on = (flag: string | null) => flag === "1" || flag === "true";
  const names = [
    on(owner.isDirector) ? "Director" : "",
    on(owner.isOfficer) ? "Officer" : "",
    on(owner.isTenPercentOwner) ? "TenPercentOwner" : "",
    on(owner.isOther) ? "Other" : "",
  ];
  return names.filter((name) => name !== "").join(",");
}

function rowCells(table: RowTable, row: OwnershipRow): Cells {
  const columns: readonly Column[] = ROW_TABLES[table];
  return columns.flatMap(([, leaf, note]) => {
    const value = datasetValue(leaf, row[leaf]?.value ?? null);
    if (note === null) return [value];
    const ids = leaf === "equitySwapInvolved" ? row.transactionCode?.footnoteIds : row[leaf]?.footnoteIds;
    return [value, ids === undefined || ids.length === 0 ? null : ids.join(", ")];
  });
}

const DATES: ReadonlySet<LeafName> = new Set([
  "transactionDate",
  "deemedExecutionDate",
  "exerciseDate",
  "expirationDate",
]);
const NUMBERS: ReadonlySet<LeafName> = new Set([
  "conversionOrExercisePrice",
  "transactionShares",
  "transactionTotalValue",
  "transactionPricePerShare",
  "underlyingSecurityShares",
  "underlyingSecurityValue",
  "sharesOwnedFollowingTransaction",
  "valueOwnedFollowingTransaction",
]);

function datasetValue(leaf: LeafName, text: string | null): string | null {
  if (text === null) return null;
  if (DATES.has(leaf)) return datasetDate(text);
  return NUMBERS.has(leaf) ? datasetNumber(text) : text;
}

/** `4` → `4.0`, `75.5351` → `75.54`: two decimals at most, one at least. */
function datasetNumber(text: string): string {
  const rounded = Math.round(Number(text) * 100) / 100;
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded);
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** `2018-12-11` → `11-DEC-2018`. */
function datasetDate(date: string | null): string | null {
  if (date === null) return null;
  const [year = "", month = "", day = ""] = date.split("-");
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
}
