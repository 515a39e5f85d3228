import type { OwnershipDocument, ReportingOwner, RowKind } from "@/lib/ownership/document";
import type { LeafName } from "@/lib/ownership/leaves";
import type { TableName } from "./dataset-source";

/** A column by its names: the SEC's own, misspellings included, and what its readme or another quarter calls it. */
export type ColumnNames = readonly [string, ...string[]];

export const ACCESSION: ColumnNames = ["ACCESSION_NUMBER"];

export interface LeafColumns {
  leaf: LeafName;
  value: ColumnNames;
  /** Footnote ids of the field; null where the data sets have no such column. */
  notes: ColumnNames | null;
}

function leaf(name: LeafName, value: ColumnNames, notes?: ColumnNames | null): LeafColumns {
  return { leaf: name, value, notes: notes === undefined ? [`${value[0]}_FN`] : notes };
}

const TITLE = leaf("securityTitle", ["SECURITY_TITLE"]);
const CONVERSION_PRICE = leaf("conversionOrExercisePrice", ["CONV_EXERCISE_PRICE"]);
/** Footnotes on `transactionCoding` as a whole; they are listed under the code, as the XML reader does. */
const CODING_NOTES: ColumnNames = ["EQUITY_SWAP_TRANS_CD_FN", "EQUITY_SWAP_INVOLVED_FN", "TRANS_CODE_FN"];
const TRANSACTION: LeafColumns[] = [
  leaf("transactionDate", ["TRANS_DATE"]),
  leaf("deemedExecutionDate", ["DEEMED_EXECUTION_DATE"]),
  leaf("transactionFormType", ["TRANS_FORM_TYPE"], null),
  leaf("transactionCode", ["TRANS_CODE"], CODING_NOTES),
  leaf("equitySwapInvolved", ["EQUITY_SWAP_INVOLVED"], null),
  leaf("transactionTimeliness", ["TRANS_TIMELINESS"]),
  leaf("transactionShares", ["TRANS_SHARES"]),
];
const PRICE_AND_DIRECTION: LeafColumns[] = [
  leaf("transactionPricePerShare", ["TRANS_PRICEPERSHARE"]),
  leaf("transactionAcquiredDisposedCode", ["TRANS_ACQUIRED_DISP_CD"]),
];
const FORM_TYPE: LeafColumns = leaf("transactionFormType", ["TRANS_FORM_TYPE"], null);
const UNDERLYING: LeafColumns[] = [
  leaf("expirationDate", ["EXPIRATION_DATE"]),
  leaf("underlyingSecurityTitle", ["UNDLYNG_SEC_TITLE"]),
  leaf("underlyingSecurityShares", ["UNDLYNG_SEC_SHARES"]),
  leaf("underlyingSecurityValue", ["UNDLYNG_SEC_VALUE"]),
];
const AFTER: LeafColumns[] = [
  leaf("sharesOwnedFollowingTransaction", ["SHRS_OWND_FOLWNG_TRANS"]),
  leaf("valueOwnedFollowingTransaction", ["VALU_OWND_FOLWNG_TRANS"]),
  leaf("directOrIndirectOwnership", ["DIRECT_INDIRECT_OWNERSHIP"]),
  leaf("natureOfOwnership", ["NATURE_OF_OWNERSHIP"]),
];

export type RowTable = Extract<TableName, "NONDERIV_TRANS" | "NONDERIV_HOLDING" | "DERIV_TRANS" | "DERIV_HOLDING">;

export interface RowColumns {
  kind: RowKind;
  key: ColumnNames;
  leaves: readonly LeafColumns[];
  /** A holding's form type has its footnotes in a column of its own; they too stand on `transactionCoding`. */
  codingNotes: ColumnNames | null;
}

/** The four row tables: which column fills which leaf, in the order of the form. */
export const ROW_COLUMNS: Readonly<Record<RowTable, RowColumns>> = {
  NONDERIV_TRANS: {
    kind: "transaction",
    key: ["NONDERIV_TRANS_SK"],
    leaves: [TITLE, ...TRANSACTION, ...PRICE_AND_DIRECTION, ...AFTER],
    codingNotes: null,
  },
  NONDERIV_HOLDING: {
    kind: "holding",
    key: ["NONDERIV_HOLDING_SK"],
    leaves: [TITLE, FORM_TYPE, ...AFTER],
    codingNotes: ["TRANS_FORM_TYPE_FN"],
  },
  DERIV_TRANS: {
    kind: "transaction",
    key: ["DERIV_TRANS_SK"],
    leaves: [
      TITLE,
      CONVERSION_PRICE,
      ...TRANSACTION,
      leaf("transactionTotalValue", ["TRANS_TOTAL_VALUE"]),
      ...PRICE_AND_DIRECTION,
      leaf("exerciseDate", ["EXCERCISE_DATE", "EXERCISE_DATE"], ["EXCERCISE_DATE_FN", "EXERCISE_DATE_FN"]),
      ...UNDERLYING,
      ...AFTER,
    ],
    codingNotes: null,
  },
  DERIV_HOLDING: {
    kind: "holding",
    key: ["DERIV_HOLDING_SK"],
    leaves: [
      TITLE,
      CONVERSION_PRICE,
      FORM_TYPE,
      leaf("exerciseDate", ["EXERCISE_DATE", "EXCERCISE_DATE"], ["EXERCISE_DATE_FN", "EXCERCISE_DATE_FN"]),
      ...UNDERLYING,
      ...AFTER,
    ],
    codingNotes: ["TRANS_FORM_TYPE_FN"],
  },
};

/** What SUBMISSION says of a filing, beside its dates and issuer. */
export const FILING_FIELDS = {
  documentType: ["DOCUMENT_TYPE"],
  noSecuritiesOwned: ["NO_SECURITIES_OWNED"],
  notSubjectToSection16: ["NOT_SUBJECT_SEC16"],
  form3HoldingsReported: ["FORM3_HOLDINGS_REPORTED", "FORM3_HOLDING_REPORTED"],
  form4TransactionsReported: ["FORM4_TRANS_REPORTED"],
  remarks: ["REMARKS"],
  aff10b5One: ["AFF10B5ONE"],
} as const satisfies Partial<Record<keyof OwnershipDocument, ColumnNames>>;

export const FILING_DATES = {
  filingDate: ["FILING_DATE"],
  periodOfReport: ["PERIOD_OF_REPORT"],
  dateOfOriginalSubmission: ["DATE_OF_ORIG_SUB"],
} as const satisfies Partial<Record<keyof OwnershipDocument, ColumnNames>>;

export const ISSUER_FIELDS = {
  issuerCik: ["ISSUERCIK"],
  issuerName: ["ISSUERNAME"],
  issuerTradingSymbol: ["ISSUERTRADINGSYMBOL"],
  issuerForeignTradingSymbol: ["ISSUERFOREIGNTRADINGSYMBOL"],
} as const satisfies Record<string, ColumnNames>;

export const OWNER_FIELDS = {
  rptOwnerCik: ["RPTOWNERCIK"],
  rptOwnerName: ["RPTOWNERNAME"],
  officerTitle: ["RPTOWNER_TITLE"],
  otherText: ["RPTOWNER_TXT"],
  rptOwnerStreet1: ["RPTOWNER_STREET1"],
  rptOwnerStreet2: ["RPTOWNER_STREET2"],
  rptOwnerCity: ["RPTOWNER_CITY"],
  rptOwnerState: ["RPTOWNER_STATE"],
  rptOwnerZipCode: ["RPTOWNER_ZIPCODE"],
  rptOwnerStateDescription: ["RPTOWNER_STATE_DESC"],
} as const satisfies Partial<Record<keyof ReportingOwner, ColumnNames>>;

export const OWNER_RELATIONSHIP: ColumnNames = ["RPTOWNER_RELATIONSHIP"];

/** Columns that are not in every quarter (AFF10B5ONE begins in 2023), or only in the readme: their absence loses nothing. */
const OPTIONAL: ReadonlySet<string> = new Set(["AFF10B5ONE", "ISSUERFOREIGNTRADINGSYMBOL"]);

/** Columns with nothing that a filing's document holds: the issuer's file number, and the submitter's contacts. */
const UNUSED: ReadonlySet<string> = new Set([
  "FILE_NUMBER",
  "CONTACT_NAME",
  "CONTACT_PHONE_NUMBER",
  "CONTACT_EMAIL_ADDRESS",
  "NOTIFICATION_EMAIL_ADDRESS",
]);

/** What each table gives a document, for the warning when it is missing. */
export const TABLE_CONTENT: Readonly<Record<TableName, string>> = {
  SUBMISSION: "form types, dates, issuers and remarks",
  REPORTINGOWNER: "reporting owners",
  NONDERIV_TRANS: "transactions of Table I",
  NONDERIV_HOLDING: "holdings of Table I",
  DERIV_TRANS: "transactions of Table II",
  DERIV_HOLDING: "holdings of Table II",
  FOOTNOTES: "footnote texts",
  OWNER_SIGNATURE: "signatures",
};

/** Every column that a table is read for. */
export function expectedColumns(table: TableName): ColumnNames[] {
  switch (table) {
    case "SUBMISSION":
      return [...Object.values(FILING_DATES), ...Object.values(FILING_FIELDS), ...Object.values(ISSUER_FIELDS)];
    case "REPORTINGOWNER":
      return [...Object.values(OWNER_FIELDS), OWNER_RELATIONSHIP];
    case "FOOTNOTES":
      return [["FOOTNOTE_ID"], ["FOOTNOTE_TXT"]];
    case "OWNER_SIGNATURE":
      return [["OWNERSIGNATURENAME"], ["OWNERSIGNATUREDATE"]];
    default: {
      const { key, leaves, codingNotes } = ROW_COLUMNS[table];
      const notes = leaves.map((column) => column.notes).filter((names) => names !== null);
      return [key, ...leaves.map((column) => column.value), ...notes, ...(codingNotes === null ? [] : [codingNotes])];
    }
  }
}

export function isOptional(column: ColumnNames): boolean {
  return OPTIONAL.has(column[0]);
}

export function isUnused(column: string): boolean {
  return UNUSED.has(column);
}
