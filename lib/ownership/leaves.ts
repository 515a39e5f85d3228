/**
 * The leaf elements of a row, under the SEC's own names, in the order of the form.
 * Source: EDGAR Ownership XML Technical Specification, v3 to v6 (schemas X0101 to X0609).
 */
export const LEAF_NAMES = [
  "securityTitle",
  "conversionOrExercisePrice",
  "transactionDate",
  "deemedExecutionDate",
  "transactionFormType",
  "transactionCode",
  "equitySwapInvolved",
  "transactionTimeliness",
  "transactionShares",
  "transactionTotalValue",
  "transactionPricePerShare",
  "transactionAcquiredDisposedCode",
  "exerciseDate",
  "expirationDate",
  "underlyingSecurityTitle",
  "underlyingSecurityShares",
  "underlyingSecurityValue",
  "sharesOwnedFollowingTransaction",
  "valueOwnedFollowingTransaction",
  "directOrIndirectOwnership",
  "natureOfOwnership",
] as const;

export type LeafName = (typeof LEAF_NAMES)[number];

export type LeafKind = "text" | "decimal" | "date" | "boolean" | "code";

/** What a leaf's text stands for; decides its canonical spelling and its typed value. */
export const LEAF_KINDS: Readonly<Record<LeafName, LeafKind>> = {
  securityTitle: "text",
  conversionOrExercisePrice: "decimal",
  transactionDate: "date",
  deemedExecutionDate: "date",
  transactionFormType: "code",
  transactionCode: "code",
  equitySwapInvolved: "boolean",
  transactionTimeliness: "code",
  transactionShares: "decimal",
  transactionTotalValue: "decimal",
  transactionPricePerShare: "decimal",
  transactionAcquiredDisposedCode: "code",
  exerciseDate: "date",
  expirationDate: "date",
  underlyingSecurityTitle: "text",
  underlyingSecurityShares: "decimal",
  underlyingSecurityValue: "decimal",
  sharesOwnedFollowingTransaction: "decimal",
  valueOwnedFollowingTransaction: "decimal",
  directOrIndirectOwnership: "code",
  natureOfOwnership: "text",
};

const LEAF_SET: ReadonlySet<string> = new Set(LEAF_NAMES);

export function isLeafName(name: string): name is LeafName {
  return LEAF_SET.has(name);
}
