import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { PlacesByKey } from "./places-by-key";
import { balanceBefore, type Leg } from "./segment-order";

/**
 * Rows of an indirect line that are equal in everything, each a line of its own (domain §6: two children's accounts often differ
 * in nothing else): a gift of 150 to each of two daughters leaves each with 1,199. Null otherwise. A filer who writes the final
 * balance on every row tells the rows apart by shares, price or date.
 */
export function chainsSideBySide(legs: readonly Leg[]): Leg[][] | null {
  const [first, ...others] = legs;
  if (first === undefined || others.length === 0 || first.row.table !== "I" || first.row.directOrIndirect !== "I")
    return null;
  if (first.balance === null || !(first.change !== null && first.change > 0)) return null;
  return others.every((leg) => isEqual(leg, first)) ? legs.map((leg) => [leg]) : null;
}

function isEqual(a: Leg, b: Leg): boolean {
  return (
    a.balance === b.balance &&
    a.change === b.change &&
    a.row.tradeDate === b.row.tradeDate &&
    a.row.code === b.row.code &&
    a.row.price === b.row.price
  );
}

/**
 * Rows under one description that no order makes one chain, as several chains: each row goes on where a chain ended, or begins
 * one. Only where the form itself says that there are several: derivatives granted from nothing, each row's balance its own
 * count (domain §6: a derivative balance belongs to its grant), a group whose members each hold “directly” (the form does not
 * say which), or three indirect rows or more none of which goes on from another (a manager's accounts). Null otherwise: a break
 * in one person's line is a slip, not a second line.
 */
export function severalChains(legs: readonly Leg[]): Leg[][] | null {
  const mayBegin =
    isOfGroup(legs) || isOfAccounts(legs) ? () => true : isOfDerivatives(legs) ? grantedFromNothing : null;
  if (mayBegin === null) return null;
  const chains: Leg[][] = [];
  const ends = new PlacesByKey<number>();
  for (const leg of legs) {
    const before = balanceBefore(leg);
    if (before === null) return null;
    const [goingOn] = before === 0 ? [] : ends.of(before);
    if (goingOn === undefined && chains.length > 0 && !mayBegin(leg)) return null;
    const place = goingOn ?? chains.push([]) - 1;
    if (goingOn !== undefined) ends.remove(before, goingOn);
    if (leg.balance !== null) ends.add(leg.balance, place);
    chains[place]?.push(leg);
  }
  return chains.length > 1 ? chains : null;
}

const rowsOf = (legs: readonly Leg[]): FiledRow[] => legs.map(({ row }) => row);

function isOfGroup(legs: readonly Leg[]): boolean {
  return rowsOf(legs).every((row) => row.filing.owners.length > 1 && row.directOrIndirect === "D");
}

/** A slip breaks a chain in one place; where no row goes on from any other, each has a balance of its own. */
function isOfAccounts(legs: readonly Leg[]): boolean {
  if (legs.length < 3 || rowsOf(legs).some((row) => row.table !== "I" || row.directOrIndirect !== "I")) return false;
  const ends = new Set(legs.map(({ balance }) => balance));
  return ends.size === legs.length && !legs.some((leg) => ends.has(balanceBefore(leg)));
}

function isOfDerivatives(legs: readonly Leg[]): boolean {
  return rowsOf(legs).every((row) => row.table === "II");
}

function grantedFromNothing(leg: Leg): boolean {
  return balanceBefore(leg) === 0 && leg.row.acquiredDisposed === "A";
}
