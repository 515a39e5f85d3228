/**
 * A sum that doesn't depend on the order of its addends, so that filings arriving in another order give the same total.
 * Adds from the smallest magnitude up with Neumaier's correction; the result is rounded to six decimals,
 * two more than a filed price or share count has.
 */
export function stableSum(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
  let sum = 0;
  let correction = 0;
  for (const value of sorted) {
    const next = sum + value;
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return roundTo(sum + correction, 6);
}

/** The sum, or null when an addend is unknown: an unknown part makes an unknown whole. */
export function sumOrNull(values: readonly (number | null)[]): number | null {
  const known: number[] = [];
  for (const value of values) {
    if (value === null) return null;
    known.push(value);
  }
  return stableSum(known);
}

/** A number without the dust of binary fractions. */
export function roundTo(value: number, decimals: number): number {
  const rounded = Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded;
}
