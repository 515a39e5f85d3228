import type { OwnershipRow } from "@/lib/ownership/document";
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

export const TABLE_I: readonly FormColumn[] = [
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

export const TABLE_II: readonly FormColumn[] = [
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

/**
 * Whether a column shows a row's amount. A row of Table II without a readable direction stands under (A), where the form
 * begins, so that no amount is lost; its own (A)/(D) text then follows it.
 */
export function showsRow(column: FormColumn, row: OwnershipRow): boolean {
  if (column.direction === undefined) return true;
  const filed = row.transactionAcquiredDisposedCode?.value?.toUpperCase();
  return column.direction === "D" ? filed === "D" : filed !== "D";
}
