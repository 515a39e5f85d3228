/** The two ends of an axis, in its own units. */
export type Domain = readonly [from: number, to: number];

/** Where a value stands across a plot of any width: `43.21%`. A plot's width is known to the browser alone. */
export function across(domain: Domain, value: number): string {
  return `${shareOf(domain, value)}%`;
}

/** The same as a number of hundredths, from 0 to 100 inside the domain. */
export function shareOf([from, to]: Domain, value: number): number {
  return to > from ? Math.round(((value - from) / (to - from)) * 10_000) / 100 : 50;
}

/** A scale of heights: pixels from the top, the domain's low end at `bottom`. */
export function heightScale([low, high]: Domain, top: number, bottom: number): (value: number) => number {
  const length = high > low ? high - low : 1;
  return (value) => Math.round((bottom - ((value - low) / length) * (bottom - top)) * 100) / 100;
}
