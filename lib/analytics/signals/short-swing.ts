import { ByHolder } from "@/lib/analytics/rows/by-holder";
import { addMonths, dayNumber } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareRows, compareText } from "@/lib/analytics/rows/filing-order";
import { roundTo, stableSum } from "@/lib/analytics/sums";
import { tradeSide, tradesOf } from "@/lib/analytics/values";
import { CheapestOpen } from "./cheapest-open";

/** A row that can be matched: its shares and its price are known and more than 0, its day is known. */
export type PricedTrade = FiledRow & { shares: number; price: number; tradeDate: string; tradeDay: number };

/** A purchase and a sale less than six months apart, the sale at the higher price. */
export interface ShortSwingPair {
  purchase: PricedTrade;
  sale: PricedTrade;
  shares: number;
  /** Dollars: shares × (sale price − purchase price). */
  profit: number;
}

/** An arithmetic match under Section 16(b), not a legal finding. */
export interface ShortSwing {
  label: "arithmetic match, not a legal finding";
  issuerCik: string;
  ownerKey: string;
  securityTitle: string | null;
  profit: number;
  pairs: readonly ShortSwingPair[];
  /** P and S rows without price or shares: they can't be matched. */
  leftOut: readonly FiledRow[];
}

export interface ShortSwingOptions {
  /** Issuers whose insiders Section 16(b) doesn't reach (foreign private issuers), by CIK. */
  foreignPrivateIssuers?: ReadonlySet<string>;
}

/**
 * Matches non-exempt purchases with sales within less than six months, highest sale against lowest purchase, by owners, issuer
 * and class. Pass rows in force without joint copies.
 */
export function shortSwings(rows: readonly FiledRow[], options: ShortSwingOptions = {}): ShortSwing[] {
  const foreign = options.foreignPrivateIssuers ?? new Set();
  const holders = new ByHolder<FiledRow[]>();
  const groups: FiledRow[][] = [];
  for (const row of tradesOf(rows)) {
    const { issuerCik, ownerKey } = row.filing;
    if (row.tradeDay === null || foreign.has(issuerCik)) continue;
    const group = holders.getOrAdd(issuerCik, ownerKey, row.classKey, newList);
    if (group.length === 0) groups.push(group);
    group.push(row);
  }
  return groups
    .flatMap((of) => swingOf(of) ?? [])
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.ownerKey, b.ownerKey));
}

function newList(): FiledRow[] {
  return [];
}

function swingOf(rows: readonly FiledRow[]): ShortSwing | null {
  const usable = rows.filter(isUsable);
  const purchases = usable.filter((row) => tradeSide(row).side === "buy").sort(byPrice);
  if (purchases.length === 0 || purchases.length === usable.length) return null;
  const sales = usable
    .filter((row) => tradeSide(row).side === "sale")
    .sort((a, b) => -byPriceAlone(a, b) || compareRows(a, b));
  const pairs = matchAll(purchases, sales);
  if (pairs.length === 0) return null;
  const first = rows[0] as FiledRow;
  return {
    label: "arithmetic match, not a legal finding",
    issuerCik: first.filing.issuerCik,
    ownerKey: first.filing.ownerKey,
    securityTitle: first.securityTitle,
    profit: stableSum(pairs.map((pair) => pair.profit)),
    pairs,
    leftOut: rows.filter((row) => !isUsable(row)),
  };
}

function isUsable(row: FiledRow): row is PricedTrade {
  const isDated = row.tradeDate !== null && row.tradeDay !== null;
  return isDated && row.shares !== null && row.shares > 0 && row.price !== null && row.price > 0;
}

function byPriceAlone(a: PricedTrade, b: PricedTrade): number {
  return a.price - b.price;
}

function byPrice(a: PricedTrade, b: PricedTrade): number {
  return byPriceAlone(a, b) || compareRows(a, b);
}

/** `sales` highest first, `purchases` lowest first: each sale takes the cheapest shares bought within less than six months. */
function matchAll(purchases: readonly PricedTrade[], sales: readonly PricedTrade[]): ShortSwingPair[] {
  const bought = new CheapestOpen(purchases);
  const pairs: ShortSwingPair[] = [];
  for (const sale of sales) {
    const [after, before] = [dayNumber(addMonths(sale.tradeDate, -6)), dayNumber(addMonths(sale.tradeDate, 6))];
    for (let open = sale.shares; open > 0; ) {
      const cheapest = bought.between(after, before);
      const margin = cheapest === null ? 0 : sale.price - cheapest.row.price;
      if (cheapest === null || margin <= 0) break;
      const shares = Math.min(open, cheapest.left);
      open -= shares;
      bought.take(cheapest.rank, shares);
      pairs.push({ purchase: cheapest.row, sale, shares, profit: roundTo(shares * margin, 6) });
    }
  }
  return pairs;
}
