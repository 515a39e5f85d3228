import { readAdsMention, readCurrencies } from "@/lib/analytics/footnotes/currencies";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { rowsOf } from "@/lib/analytics/rows/filing-order";
import { roundTo } from "@/lib/analytics/sums";
import { priceBand } from "./price-band";
import { hasMarketPrice, isClose, type Reference, ReferencePrices } from "./reference-prices";

const PRICE_FLAGS = [
  "price is a total",
  "power of ten",
  "foreign currency",
  "ADS and shares mixed",
  "negative price",
  "zero shares",
  "negative shares",
  "price outside its range",
  "range wider than $1",
] as const;

export type PriceFlagName = (typeof PRICE_FLAGS)[number];

/** Why a row's price or share count can't be taken at its word: the row leaves the totals, the filed figure stays as filed. */
export interface PriceFlag {
  row: FiledRow;
  address: string;
  flag: PriceFlagName;
  /** In words, with the figures compared. */
  reason: string;
  /** Rows that the price was compared with. */
  against: readonly FiledRow[];
  /** Whether the row leaves the totals: true for every flag there is (domain §7). */
  leavesTotals: boolean;
}

/** The flags on the transaction rows of the filings given (in force), by row in filing order (domain §7). Nothing is repaired. */
export function priceFlags(filings: readonly FilingFacts[]): PriceFlag[] {
  const rows = rowsOf(filings).filter((row) => row.kind === "transaction");
  const prices = new ReferencePrices(rows);
  const flags: PriceFlag[] = [];
  for (const row of rows) {
    addOwnFlags(row, flags);
    addComparedFlag(row, prices, flags);
  }
  return flags;
}

/** Row addresses with the first reason that takes them out of totals: what `totals` and `planCards` ask for. */
export function flaggedOut(flags: readonly PriceFlag[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const flag of flags) if (flag.leavesTotals && !out.has(flag.address)) out.set(flag.address, flag.flag);
  return out;
}

function flagOf(row: FiledRow, flag: PriceFlagName, reason: string, against: readonly FiledRow[] = []): PriceFlag {
  return { row, address: rowAddress(row), flag, reason, against, leavesTotals: true };
}

/** What the row and its own notes tell. */
function addOwnFlags(row: FiledRow, flags: PriceFlag[]): void {
  if (row.shares !== null && row.shares < 0) flags.push(flagOf(row, "negative shares", `${row.shares} shares`));
  if (row.shares === 0) flags.push(flagOf(row, "zero shares", "0 shares"));
  if (row.price !== null && row.price < 0) flags.push(flagOf(row, "negative price", `$${row.price}`));
  if (row.noteIds.length === 0) return;
  const band = priceBand(row);
  if (band?.problem === "price-outside-range") {
    flags.push(flagOf(row, "price outside its range", `$${band.reported} is not within “${band.words}”`));
  }
  if (band?.problem === "range-wider-than-dollar") flags.push(flagOf(row, "range wider than $1", `“${band.words}”`));
  if (row.price !== null && row.price !== 0) addMoneyFlags(row, flags);
}

/** A foreign currency on the price, or ADSs named beside a count of other shares. */
function addMoneyFlags(row: FiledRow, flags: PriceFlag[]): void {
  const onPrice = notesOn(row, "transactionPricePerShare");
  const onShares = notesOn(row, "transactionShares");
  if (onPrice.length === 0 && onShares.length === 0) return;
  const foreign = onPrice.flatMap(readCurrencies).find((mention) => !mention.converted);
  if (foreign !== undefined) flags.push(flagOf(row, "foreign currency", `${foreign.currency}: “${foreign.words}”`));
  if (/deposit[ao]ry|\bads\b|\badr\b/i.test(row.securityTitle ?? "")) return;
  const ads = [...onPrice, ...onShares].map(readAdsMention).find((mention) => mention !== null);
  if (ads !== undefined && ads !== null) flags.push(flagOf(row, "ADS and shares mixed", `“${ads.words}”`));
}

const NO_NOTES: readonly string[] = [];

function notesOn(row: FiledRow, field: "transactionPricePerShare" | "transactionShares"): readonly string[] {
  return row.footnoteIds[field]?.map((id) => row.filing.footnotes.get(id) ?? "") ?? NO_NOTES;
}

/** What other filers' prices of the day tell: two of them near the price vindicate it. */
function addComparedFlag(row: FiledRow, prices: ReferencePrices, flags: PriceFlag[]): void {
  const { price } = row;
  if (price === null || !hasMarketPrice(row)) return;
  const reference = prices.reference(row, price);
  if (reference === null || isClose(price, reference.price)) return;
  const flag = totalFlag(row, price, reference) ?? powerFlag(row, price, reference);
  if (flag !== null) flags.push(flag);
}

function totalFlag(row: FiledRow, price: number, reference: Reference): PriceFlag | null {
  if (row.shares !== null && row.shares > 1) {
    if (price < 3 * reference.price || !isClose(price / row.shares, reference.price)) return null;
    const each = (price / row.shares).toFixed(4);
    return flagOf(
      row,
      "price is a total",
      `$${price} ÷ ${row.shares} shares = $${each}; others: $${roundTo(reference.price, 4)}`,
      reference.rows(),
    );
  }
  // A total beside no share count: no divisor to try, but a price that no share of the class has.
  if (row.shares !== null || price < 20 * reference.price) return null;
  return flagOf(
    row,
    "price is a total",
    `$${price} beside no share count; others: $${roundTo(reference.price, 4)}`,
    reference.rows(),
  );
}

function powerFlag(row: FiledRow, price: number, reference: Reference): PriceFlag | null {
  if (reference.basis === "one") return null;
  const power = Math.round(Math.log10(price / reference.price));
  if (power === 0 || Math.abs(power) > 4 || !isClose(price / 10 ** power, reference.price)) return null;
  return flagOf(row, "power of ten", `$${price}; others: $${roundTo(reference.price, 4)}`, reference.rows());
}
