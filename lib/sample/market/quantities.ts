/** Rounds to `digits` decimals; share counts and prices of the form have at most four. */
export function round(value: number, digits = 4): number {
  const scale = 10 ** digits;
  return Math.round(value * scale + Math.sign(value) * 1e-7) / scale;
}

/** A number as XML writes it: no grouping, no exponent, at most four decimals. */
export function decimalText(value: number): string {
  return String(round(value));
}
