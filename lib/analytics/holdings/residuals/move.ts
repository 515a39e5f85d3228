import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import type { BalanceLine } from "../balance-lines";

/** Shares that came to a line or left it without a row of that line. */
export interface Move {
  line: BalanceLine;
  /** The filing that shows it. */
  filing: FilingFacts;
  /** Day number; NaN where none is known. */
  day: number;
  amount: number;
}

const CLASSES = new WeakMap<BalanceLine, string>();

/** Whose shares of what class a line counts. Spelled once a line: every residual asks for it. */
export function ownerAndClass(line: BalanceLine): string {
  let key = CLASSES.get(line);
  if (key === undefined) {
    key = JSON.stringify([line.issuerCik, line.ownerKey, line.table, line.points[0]?.row.classKey ?? ""]);
    CLASSES.set(line, key);
  }
  return key;
}

/** A rough sum this far from zero is no sum of zero, whatever the dust. */
const NEAR_ZERO = 2;

/** What rounding may take off a sum or a difference of many amounts, as a part of them all. */
const DUST = 1e-11;

/**
 * Whether amounts may add up to nothing: added up roughly first, as they hardly ever do. `magnitude`: the size of all that the
 * rough sum was made of, one slip of quadrillions of shares among them.
 */
export function mayCancel(rough: number, magnitude: number): boolean {
  return Math.abs(rough) < NEAR_ZERO + magnitude * DUST;
}
