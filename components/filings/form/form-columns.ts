import type { OwnershipRow } from "@/lib/ownership/document";
import type { TableNumber } from "@/lib/ownership/identity";
import type { LeafName } from "@/lib/ownership/leaves";
import type { FieldPrint } from "./filed-field";

/** One column of Table I or II as the SEC draws it: its number, its heading, and the fields that stand in it. */
export interface FormColumn {
  heading: string;
  leaves: readonly { leaf: LeafName; print: FieldPrint }[];
  isNumeric?: boolean;
  /** Shows the fields only of rows with this direction: Table II has a column for each. */
  direction?: "A" | "D";
  /** May break over lines. */
  isWide?: boolean;
}

const text = (leaf: LeafName) => ({ leaf, print: "text" as const });
const date = (leaf: LeafName) => ({ leaf, print: "date" as const });
const shares = (leaf: LeafName) => ({ leaf, print: "shares" as const });
const money = (leaf: LeafName) => ({ leaf, print: "money" as const });

const TABLE_I: readonly FormColumn[] = [
  { heading: "1. Title of Security", leaves: [text("securityTitle")], isWide: true },
  { heading: "2. Transaction Date", leaves: [date("transactionDate")] },
  { heading: "2A. Deemed Execution Date", leaves: [date("deemedExecutionDate")] },
  { heading: "3. Code", leaves: [text("transactionCode")] },
  { heading: "V", leaves: [text("transactionTimeliness")] },
  { heading: "4. Amount", leaves: [shares("transactionShares"), money("transactionTotalValue")], isNumeric: true },
  { heading: "(A) or (D)", leaves: [text("transactionAcquiredDisposedCode")] },
  { heading: "Price", leaves: [money("transactionPricePerShare")], isNumeric: true },
  {
    heading: "5. Amount Owned Following",
    leaves: [shares("sharesOwnedFollowingTransaction"), money("valueOwnedFollowingTransaction")],
    isNumeric: true,
  },
  { heading: "6. Direct or Indirect", leaves: [text("directOrIndirectOwnership")] },
  { heading: "7. Nature of Indirect Ownership", leaves: [text("natureOfOwnership")], isWide: true },
];

const TABLE_II: readonly FormColumn[] = [
  { heading: "1. Title of Derivative Security", leaves: [text("securityTitle")], isWide: true },
  { heading: "2. Conversion or Exercise Price", leaves: [money("conversionOrExercisePrice")], isNumeric: true },
  { heading: "3. Transaction Date", leaves: [date("transactionDate")] },
  { heading: "3A. Deemed Execution Date", leaves: [date("deemedExecutionDate")] },
  { heading: "4. Code", leaves: [text("transactionCode")] },
  { heading: "V", leaves: [text("transactionTimeliness")] },
  {
    heading: "5. Number (A)",
    leaves: [shares("transactionShares"), money("transactionTotalValue")],
    isNumeric: true,
    direction: "A",
  },
  {
    heading: "(D)",
    leaves: [shares("transactionShares"), money("transactionTotalValue")],
    isNumeric: true,
    direction: "D",
  },
  { heading: "6. Date Exercisable", leaves: [date("exerciseDate")] },
  { heading: "Expiration Date", leaves: [date("expirationDate")] },
  { heading: "7. Title of Underlying", leaves: [text("underlyingSecurityTitle")], isWide: true },
  {
    heading: "Amount or Number",
    leaves: [shares("underlyingSecurityShares"), money("underlyingSecurityValue")],
    isNumeric: true,
  },
  { heading: "8. Price of Derivative", leaves: [money("transactionPricePerShare")], isNumeric: true },
  {
    heading: "9. Number Owned Following",
    leaves: [shares("sharesOwnedFollowingTransaction"), money("valueOwnedFollowingTransaction")],
    isNumeric: true,
  },
  { heading: "10. Direct or Indirect", leaves: [text("directOrIndirectOwnership")] },
  { heading: "11. Nature of Indirect Ownership", leaves: [text("natureOfOwnership")], isWide: true },
];

/** Form 3 tells of holdings alone, in columns and numbers of its own. */
const HOLDINGS_I: readonly FormColumn[] = [
  { heading: "1. Title of Security", leaves: [text("securityTitle")], isWide: true },
  {
    heading: "2. Amount Beneficially Owned",
    leaves: [shares("sharesOwnedFollowingTransaction"), money("valueOwnedFollowingTransaction")],
    isNumeric: true,
  },
  { heading: "3. Direct or Indirect", leaves: [text("directOrIndirectOwnership")] },
  { heading: "4. Nature of Indirect Ownership", leaves: [text("natureOfOwnership")], isWide: true },
];

const HOLDINGS_II: readonly FormColumn[] = [
  { heading: "1. Title of Derivative Security", leaves: [text("securityTitle")], isWide: true },
  { heading: "2. Date Exercisable", leaves: [date("exerciseDate")] },
  { heading: "Expiration Date", leaves: [date("expirationDate")] },
  { heading: "3. Title of Underlying", leaves: [text("underlyingSecurityTitle")], isWide: true },
  {
    heading: "Amount or Number",
    leaves: [shares("underlyingSecurityShares"), money("underlyingSecurityValue")],
    isNumeric: true,
  },
  { heading: "4. Conversion or Exercise Price", leaves: [money("conversionOrExercisePrice")], isNumeric: true },
  { heading: "5. Direct or Indirect", leaves: [text("directOrIndirectOwnership")] },
  { heading: "6. Nature of Indirect Ownership", leaves: [text("natureOfOwnership")], isWide: true },
];

const AS_FORM_4 = { I: TABLE_I, II: TABLE_II };
const AS_FORM_3 = { I: HOLDINGS_I, II: HOLDINGS_II };

/** Form 5 asks for the balance at the fiscal year's end, in the same place. */
const AT_YEAR_END: Readonly<Record<string, string>> = {
  "5. Amount Owned Following": "5. Amount Owned at Fiscal Year End",
  "9. Number Owned Following": "9. Number Owned at Fiscal Year End",
};

/**
 * The columns of a table as the form itself has them. A Form 3 that fills a field for which it has no column is drawn
 * with the columns of Form 4, so that nothing as filed is lost.
 */
export function columnsOf(
  form: string | null,
  table: TableNumber,
  rows: readonly OwnershipRow[],
): readonly FormColumn[] {
  const columns = AS_FORM_4[table];
  if (form?.startsWith("5") === true) {
    return columns.map((column) => ({ ...column, heading: AT_YEAR_END[column.heading] ?? column.heading }));
  }
  if (form?.startsWith("3") !== true) return columns;
  const own = new Set(AS_FORM_3[table].flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)));
  const others = columns.flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)).filter((leaf) => !own.has(leaf));
  const isPlain = rows.every((row) => row.kind === "holding" && others.every((leaf) => row[leaf] === undefined));
  return isPlain ? AS_FORM_3[table] : columns;
}

/**
 * Whether a column shows a row's amount. A row of Table II without a readable direction stands under (A), where the form
 * begins, so that no amount is lost; its own (A)/(D) text then follows it.
 */
export function showsRow(column: FormColumn, row: OwnershipRow): boolean {
  if (column.direction === undefined) return true;
  const filed = row.transactionAcquiredDisposedCode?.value?.toUpperCase();
  return column.direction === "D" ? filed === "D" : filed !== "D";
}
