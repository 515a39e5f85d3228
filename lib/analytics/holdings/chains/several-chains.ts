import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { balanceBefore, type Leg } from "./segment-order";

/**
 * Rows under one description that no order makes one chain, as several chains: each row goes on where a chain ended, or begins
 * one. Only where the form itself says that there are several: derivatives granted from nothing, each row's balance its own
 * count (domain §6: a derivative balance belongs to its grant), or a group whose members each hold “directly” (the form does
 * not say which). Null otherwise: a break in one person's line is a slip, not a second line.
 */
export function severalChains(legs: readonly Leg[]): Leg[][] | null {
  const mayBegin = isOfGroup(legs) ? () => true : isOfDerivatives(legs) ? grantedFromNothing : null;
  if (mayBegin === null) return null;
  const chains: Leg[][] = [];
  for (const leg of legs) {
    const before = balanceBefore(leg);
    if (before === null) return null;
    const chain = before === 0 ? undefined : chains.find((one) => one.at(-1)?.balance === before);
    if (chain !== undefined) chain.push(leg);
    else if (chains.length === 0 || mayBegin(leg)) chains.push([leg]);
    else return null;
  }
  return chains.length > 1 ? chains : null;
}

const rowsOf = (legs: readonly Leg[]): FiledRow[] => legs.map(({ row }) => row);

function isOfGroup(legs: readonly Leg[]): boolean {
  return rowsOf(legs).every((row) => row.filing.owners.length > 1 && row.directOrIndirect === "D");
}

function isOfDerivatives(legs: readonly Leg[]): boolean {
  return rowsOf(legs).every((row) => row.table === "II");
}

function grantedFromNothing(leg: Leg): boolean {
  return balanceBefore(leg) === 0 && leg.row.acquiredDisposed === "A";
}
