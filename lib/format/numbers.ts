import { MINUS, UNKNOWN } from "./unknown";

type Amount = number | null | undefined;

const LOCALE = "en-US";

const shares = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 });
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const filedPrice = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 5 });
const averagePrice = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
const upToTenth = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

/** The one place that puts a sign before digits: `write` sees the magnitude only. */
function withSign(value: Amount, write: (magnitude: number) => string, plus = ""): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return UNKNOWN;
  const text = write(Math.abs(value));
  const isZero = !/[1-9]/.test(text);
  if (isZero) return text;
  return `${value < 0 ? MINUS : plus}${text}`;
}

/** A share count: `2,000`, `312.5`; up to four decimals, as filed. */
export function formatShares(value: Amount): string {
  return withSign(value, (n) => shares.format(n));
}

/** A change in shares, its sign always shown: `+2,000`, `−1,018`, `0`. */
export function formatSharesChange(value: Amount): string {
  return withSign(value, (n) => shares.format(n), "+");
}

/** A count of things: `1,204`. */
export function formatCount(value: Amount): string {
  return withSign(value, (n) => whole.format(n));
}

/** Dollars in full: `$74,560.00`. */
export function formatMoney(value: Amount): string {
  return withSign(value, (n) => `$${cents.format(n)}`);
}

/** A change in dollars, its sign always shown: `+$78,190.75`. */
export function formatMoneyChange(value: Amount): string {
  return withSign(value, (n) => `$${cents.format(n)}`, "+");
}

/** A ratio from −1 to 1, its sign always shown: `+0.20`, `−1.00`, `0.00`. */
export function formatRatio(value: Amount): string {
  return withSign(value, (n) => cents.format(n), "+");
}

/** A price a share as filed: at least cents, and every digit that was filed: `$75.5351`, `$37.28`. */
export function formatPrice(value: Amount): string {
  return withSign(value, (n) => `$${filedPrice.format(n)}`);
}

/** An average that we computed: always four decimals, `$76.3754`. */
export function formatAveragePrice(value: Amount): string {
  return withSign(value, (n) => `$${averagePrice.format(n)}`);
}

const STEPS = [
  { size: 1e12, letter: "T" },
  { size: 1e9, letter: "B" },
  { size: 1e6, letter: "M" },
  { size: 1e3, letter: "k" },
] as const;

/** `1.2M`, `950k`, `1.0B`; a value that rounds up to the next step takes that step's letter. */
function compact(magnitude: number): string {
  for (const [index, { size, letter }] of STEPS.entries()) {
    const scaled = magnitude / size;
    const rounded = scaled < 100 ? Math.round(scaled * 10) / 10 : Math.round(scaled);
    if (rounded < 1) continue;
    const above = STEPS[index - 1];
    if (rounded >= 1000 && above !== undefined) return `1${above.letter}`;
    return `${rounded < 100 ? upToTenth.format(rounded) : whole.format(rounded)}${letter}`;
  }
  return magnitude < 10 ? upToTenth.format(magnitude) : whole.format(magnitude);
}

/** Dollars for axes and headlines: `$1.2M`, `$78k`. Full figures belong in tables. */
export function formatMoneyShort(value: Amount): string {
  return withSign(value, (n) => `$${compact(n)}`);
}

/** Shares for axes: `57.4k`. */
export function formatSharesShort(value: Amount): string {
  return withSign(value, compact);
}

/** Below this a difference comes from adding doubles, not from the filings: less than a share in a billion. */
const NOTHING = 1e-9;

/** A magnitude in percent: what is not nothing, and not all, never reads as 0 or 100 for its rounding. */
function percent(magnitude: number): string {
  if (magnitude > NOTHING && magnitude < 0.0005) return "<0.1 %";
  if (magnitude > 0.9995 && magnitude < 1 - NOTHING) return ">99.9 %";
  return `${upToTenth.format(magnitude * 100)} %`;
}

/** A ratio as a percentage with at most one decimal: `0 %`, `<0.1 %`, `12.5 %`, `>99.9 %`. */
export function formatPercent(ratio: Amount): string {
  return withSign(ratio, percent);
}

const firstDigit = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 1 });

/** A magnitude in percent with as many decimals as tell it from nothing and from all: a bound has no sign to carry. */
function tellingPercent(magnitude: number): string {
  const fromAll = 1 - magnitude;
  if (magnitude > NOTHING && magnitude < 0.00095) return `${firstDigit.format(magnitude * 100)} %`;
  if (fromAll <= NOTHING || fromAll >= 0.0005) return `${upToTenth.format(magnitude * 100)} %`;
  const decimals = firstDigit.format(fromAll * 100).length - "0.".length;
  return `${(magnitude * 100).toFixed(decimals)} %`;
}

/** A change as a percentage, its sign always shown: `+3.6 %`, `+0.02 %` where a tenth would be too coarse, `−99.96 %`. */
export function formatPercentChange(ratio: Amount): string {
  return withSign(ratio, tellingPercent, "+");
}
