import { dayNumber } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { wordsOn } from "@/lib/analytics/rows/row-words";
import { roundTo, stableSum, sumOrNull } from "@/lib/analytics/sums";
import type { DerivativeKind } from "./derivative-kind";
import { type DerivativePool, poolOf, underlyingShares } from "./derivative-pool";
import type { ExerciseLeg, MatchedSales } from "./episode";
import type { Twin } from "./twins";

/** A matched exercise with its strike, cost, time left and derivatives left. */
export function legOf(twin: Twin): ExerciseLeg {
  const { row, derivatives } = twin;
  const pool = poolOf(derivatives);
  const kind = kindOf(row, pool);
  const { expirationDate } = pool;
  const exercisePrice = kind === "option" ? strikeOf(twin, pool) : null;
  return {
    row,
    derivatives,
    kind,
    shares: row.shares,
    cost: costOf(row, kind, exercisePrice),
    exercisePrice,
    expirationDate,
    daysToExpiry: expirationDate === null || row.tradeDay === null ? null : dayNumber(expirationDate) - row.tradeDay,
    left: derivatives.length === 1 ? (derivatives[0]?.sharesAfter ?? null) : null,
  };
}

/** The leg of a derivative settled without shares. */
export function legWithoutShares(derivative: FiledRow): ExerciseLeg {
  const leg = legOf({ row: derivative, derivatives: [derivative], match: "exact" });
  return { ...leg, shares: underlyingShares(derivative), cost: leg.kind === "option" ? null : 0 };
}

/** The kind of the derivatives behind a row; a day's pool of several counts as the most telling of them. */
export function kindOf(row: FiledRow, { kinds }: DerivativePool): DerivativeKind | null {
  if (kinds.size === 0) return kindWithoutTwin(row);
  if (kinds.size === 1) return [...kinds][0] ?? null;
  return kinds.has("option") ? "option" : kinds.has("unit") ? "unit" : "partnership";
}

/** Without a Table II row only the price in Table I tells: a strike, or none. */
function kindWithoutTwin(row: FiledRow): DerivativeKind | null {
  if (row.price === null) return null;
  return row.price > 0.01 ? "option" : "unit";
}

/** Vests and exchanges cost nothing, whatever Table I says: filers often put the market price there. */
function costOf(row: FiledRow, kind: DerivativeKind | null, strike: number | null): number | null {
  if (kind === "unit" || kind === "partnership") return 0;
  return row.shares === null || strike === null ? null : roundTo(row.shares * strike, 6);
}

/** The exercise price of Table II, else the price of Table I. Several pooled strikes: the one that Table I names, else their average. */
function strikeOf({ row, match }: Twin, { onlyStrike, strikes, averageStrike }: DerivativePool): number | null {
  if (match === "none" || match === "differs") return row.price ?? onlyStrike;
  if (onlyStrike !== null) return onlyStrike;
  if (row.price !== null && (strikes.has(row.price) || strikes.has(null))) return row.price;
  return averageStrike ?? row.price;
}

/** Cost of every leg; null when one is unknown. */
export function totalCost(legs: readonly ExerciseLeg[]): number | null {
  return sumOrNull(legs.map((leg) => leg.cost));
}

/**
 * The exercised shares of one line sold that day: min(E, S) at the day's average price. Where several strikes are sold in
 * part the cost is pro rata, unless each sale's note names its strike.
 */
export function matchedSales(legs: readonly ExerciseLeg[], sales: readonly FiledRow[]): MatchedSales {
  const exercised = sumOrNull(legs.map((leg) => leg.shares));
  const sold = sumOrNull(sales.map((row) => row.shares));
  if (exercised === null || sold === null) {
    return { shares: null, proceeds: null, averagePrice: null, cost: null, spread: null, rows: sales };
  }
  const shares = Math.min(exercised, sold);
  if (shares === 0) return { shares: 0, proceeds: 0, averagePrice: null, cost: 0, spread: 0, rows: [] };
  // A price of 0 is no sale price to average; with it the money is unknown.
  const gross = sales.some((row) => row.price === null || row.price <= 0)
    ? null
    : stableSum(sales.map((row) => (row.shares ?? 0) * (row.price ?? 0)));
  const averagePrice = gross === null ? null : gross / sold;
  const proceeds = averagePrice === null ? null : roundTo(averagePrice * shares, 6);
  const cost = namedCost(legs, sales, shares, sold) ?? proRataCost(legs, shares, exercised);
  const spread = proceeds === null || cost === null ? null : roundTo(proceeds - cost, 6);
  return { shares, proceeds, averagePrice, cost, spread, rows: sales };
}

function proRataCost(legs: readonly ExerciseLeg[], shares: number, exercised: number): number | null {
  const cost = totalCost(legs);
  return cost === null ? null : roundTo((cost * shares) / exercised, 6);
}

/** Cost by the strikes that the sales' own notes name, or null where one of them names none or several. */
function namedCost(
  legs: readonly ExerciseLeg[],
  sales: readonly FiledRow[],
  shares: number,
  sold: number,
): number | null {
  const strikes = new Set(legs.map((leg) => leg.exercisePrice));
  if (strikes.size < 2 || strikes.has(null) || shares < sold) return null;
  const parts: number[] = [];
  for (const row of sales) {
    const named = dollarsIn(wordsOn(row)).filter((price) => strikes.has(price));
    if (new Set(named).size !== 1 || named[0] === undefined) return null;
    parts.push((row.shares ?? 0) * named[0]);
  }
  return stableSum(parts);
}

function dollarsIn(words: string): number[] {
  return [...words.matchAll(/exercise price of \$\s?(\d[\d,]*(?:\.\d+)?)/g)].map((match) =>
    Number((match[1] ?? "").replaceAll(",", "")),
  );
}

/** Lines added: shares and money over several forms of ownership. */
export function addMatched(parts: readonly MatchedSales[]): MatchedSales {
  const sold = parts.filter((part) => part.shares !== 0);
  const shares = sumOrNull(sold.map((part) => part.shares));
  const proceeds = sumOrNull(sold.map((part) => part.proceeds));
  const cost = sumOrNull(sold.map((part) => part.cost));
  return {
    shares,
    proceeds,
    averagePrice: shares === null || shares === 0 || proceeds === null ? null : proceeds / shares,
    cost,
    spread: proceeds === null || cost === null ? null : roundTo(proceeds - cost, 6),
    rows: sold.flatMap((part) => part.rows),
  };
}
