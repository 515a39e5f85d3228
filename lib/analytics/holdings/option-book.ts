import { derivativeKind } from "@/lib/analytics/exercise/derivative-kind";
import { ByHolder } from "@/lib/analytics/rows/by-holder";
import { classKey } from "@/lib/analytics/rows/class-titles";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareText, rowsOf } from "@/lib/analytics/rows/filing-order";
import { roundTo } from "@/lib/analytics/sums";
import { tradesInOrder } from "@/lib/analytics/values";
import { type BalanceLine, balanceLines } from "./balance-lines";

/** An open grant: options by strike and expiry, or units by their vesting note. */
export interface OpenGrant {
  line: BalanceLine;
  kind: "option" | "unit";
  strike: number | null;
  expirationDate: string | null;
  /** Exercisable from, where a date is filed. */
  exerciseDate: string | null;
  /** Notes on the exercise date and the expiry, as filed: vesting. */
  vesting: readonly string[];
  /** Options or units left at the latest report. */
  count: number;
  countDate: string | null;
  /** Days from `asOf` to expiry; null without either. */
  daysToExpiry: number | null;
  expiringSoon: boolean;
  /** Latest price of a P or S row of the same owners and underlying class, up to `asOf`. */
  lastPrice: { price: number; row: FiledRow } | null;
  /** (last price − strike) × count; null without a price or strike. Negative = out of the money. */
  intrinsicValue: number | null;
  moneyness: "in the money" | "out of the money" | "at the money" | null;
  rows: readonly FiledRow[];
}

export interface OptionBook {
  grants: readonly OpenGrant[];
  /** Grants not in the book, with the reason. */
  leftOut: readonly {
    line: BalanceLine;
    reason: "none left" | "expired" | "count not reported" | "other derivative";
  }[];
}

export interface OptionBookOptions {
  /** Calendar date; without it nothing is expired or expiring. */
  asOf?: string | null;
  /** Days ahead that count as soon; default 365. */
  soonDays?: number;
}

/** The open grants in the filings given (in force): count, strike, expiry, vesting, moneyness at the owners' own last price. */
export function optionBook(
  filings: readonly FilingFacts[],
  options: OptionBookOptions = {},
  lines: readonly BalanceLine[] = balanceLines(filings),
): OptionBook {
  const { asOf = null, soonDays = 365 } = options;
  const prices = lastPrices(filings, asOf);
  const grants: OpenGrant[] = [];
  const leftOut: OptionBook["leftOut"][number][] = [];
  for (const line of lines) {
    if (line.table !== "II") continue;
    const reason = whyOut(line, asOf);
    if (reason !== null) leftOut.push({ line, reason });
    else grants.push(grantOf(line, prices, asOf, soonDays));
  }
  grants.sort(
    (a, b) =>
      compareText(a.expirationDate ?? "9999", b.expirationDate ?? "9999") || compareText(a.line.key, b.line.key),
  );
  return { grants, leftOut };
}

function whyOut(line: BalanceLine, asOf: string | null): OptionBook["leftOut"][number]["reason"] | null {
  const kind = kindOf(line);
  if (kind !== "option" && kind !== "unit") return "other derivative";
  if (line.closing === null) return "count not reported";
  if (line.closing.balance <= 0) return "none left";
  const expiry = line.grant?.expirationDate ?? null;
  return kind === "option" && expiry !== null && asOf !== null && expiry < asOf ? "expired" : null;
}

function kindOf(line: BalanceLine) {
  return derivativeKind((line.points.at(-1) as BalanceLine["points"][0]).row);
}

function grantOf(line: BalanceLine, prices: ByHolder<FiledRow>, asOf: string | null, soonDays: number): OpenGrant {
  const row = (line.points.at(-1) as BalanceLine["points"][0]).row;
  const count = line.closing?.balance ?? 0;
  const expirationDate = line.grant?.expirationDate ?? null;
  const daysToExpiry = expirationDate === null || asOf === null ? null : differenceOfDays(asOf, expirationDate);
  const kind = kindOf(line) === "option" ? "option" : "unit";
  const strike = kind === "option" ? (line.grant?.exercisePrice ?? null) : null;
  return {
    line,
    kind,
    strike,
    expirationDate,
    exerciseDate: row.exerciseDate,
    vesting: vestingNotes(row),
    count,
    countDate: line.closing?.date ?? null,
    daysToExpiry,
    expiringSoon: daysToExpiry !== null && daysToExpiry >= 0 && daysToExpiry <= soonDays,
    ...moneynessOf(strike, count, priceOf(row, prices)),
    rows: line.closing?.rows ?? [],
  };
}

function moneynessOf(
  strike: number | null,
  count: number,
  row: FiledRow | undefined,
): Pick<OpenGrant, "lastPrice" | "intrinsicValue" | "moneyness"> {
  const price = row?.price ?? null;
  const lastPrice = row === undefined || price === null ? null : { price, row };
  if (price === null || strike === null) return { lastPrice, intrinsicValue: null, moneyness: null };
  const moneyness = price > strike ? "in the money" : price < strike ? "out of the money" : "at the money";
  return { lastPrice, intrinsicValue: roundTo((price - strike) * count, 6), moneyness };
}

function vestingNotes(row: FiledRow): string[] {
  const ids = new Set([...(row.footnoteIds.exerciseDate ?? []), ...(row.footnoteIds.expirationDate ?? [])]);
  return [...ids].map((id) => row.filing.footnotes.get(id) ?? id);
}

/** The price of what a derivative gives. */
function priceOf({ filing, underlyingTitle }: FiledRow, prices: ByHolder<FiledRow>): FiledRow | undefined {
  return prices.get({ issuerCik: filing.issuerCik, ownerKey: filing.ownerKey, classKey: classKey(underlyingTitle) });
}

/** Each holder's last row with a price, of those up to a day. */
function lastPrices(filings: readonly FilingFacts[], asOf: string | null): ByHolder<FiledRow> {
  const latest = new ByHolder<FiledRow>();
  for (const row of tradesInOrder(rowsOf(filings)).toReversed()) {
    if (row.price === null || row.price <= 0 || row.tradeDate === null) continue;
    if (asOf !== null && row.tradeDate > asOf) continue;
    latest.getOrAdd(row.filing.issuerCik, row.filing.ownerKey, row.classKey, () => row);
  }
  return latest;
}
