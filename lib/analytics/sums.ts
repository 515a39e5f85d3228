type Numbers = readonly number[] | Float64Array;

/**
 * A sum that doesn't depend on the order of its addends, so that filings arriving in another order give the same total.
 * Adds from the smallest magnitude up with Neumaier's correction; the result is rounded to six decimals,
 * two more than a filed price or share count has.
 */
export function stableSum(values: Numbers): number {
  const whole = wholeSum(values);
  if (whole !== null) return whole;
  let sum = 0;
  let correction = 0;
  for (const value of byMagnitude(values)) {
    const next = sum + value;
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return roundTo(sum + correction, 6);
}

/** The sum of whole numbers is exact in any order, as long as no partial sum leaves what a double counts one by one; else null. */
function wholeSum(values: Numbers): number | null {
  let sum = 0;
  let most = 0;
  // By index: this runs for every sum there is, and an iterator makes an object a value until it is compiled.
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (!Number.isInteger(value)) return null;
    sum += value;
    most += Math.abs(value);
  }
  return most <= Number.MAX_SAFE_INTEGER ? sum + 0 : null;
}

/** Smallest magnitude first, the negative of two equal ones before. */
function byMagnitude(values: Numbers): Iterable<number> {
  // Without negative numbers magnitude is value, and typed arrays sort by value without a comparison of ours.
  for (const value of values) if (value < 0) return [...values].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
  return new Float64Array(values).sort();
}

/** The sum, or null when an addend is unknown: an unknown part makes an unknown whole. */
export function sumOrNull(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return 0;
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only === null ? null : roundTo(only, 6);
  const known: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number | null;
    if (value === null) return null;
    known.push(value);
  }
  return stableSum(known);
}

/** The sum of what is known; null where there is something and none of it is known. Nothing at all is 0. */
export function sumOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 && values.length > 0 ? null : stableSum(known);
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/** A number without the dust of binary fractions: the double nearest to its decimal spelling, as `toFixed` rounds it; never −0. */
export function roundTo(value: number, decimals: number): number {
  if (Number.isInteger(value)) return value + 0;
  const power = POWERS[decimals];
  if (power !== undefined) {
    const scaled = value * power;
    const nearest = Math.round(scaled);
    // Sure of the last digit unless the product's own rounding error could carry it over a half: then it is spelled out.
    const error = Math.abs(scaled) * Number.EPSILON;
    if (error < 0.25 && Math.abs(scaled - nearest) < 0.5 - error) return nearest / power + 0;
  }
  return Number(value.toFixed(decimals)) + 0;
}
