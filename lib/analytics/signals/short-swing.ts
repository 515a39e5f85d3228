import { addMonths } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareRows, compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { roundTo, stableSum } from "@/lib/analytics/sums";
import { tradeSide } from "@/lib/analytics/values";

/** A purchase and a sale less than six months apart, the sale at the higher price. */
export interface ShortSwingPair {
  purchase: FiledRow;
  sale: FiledRow;
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
  const trades = rows.filter(
    (row) => row.tradeDate !== null && tradeSide(row).side !== null && !foreign.has(row.filing.issuerCik),
  );
  const groups = groupBy(trades, (row) => JSON.stringify([row.filing.issuerCik, row.filing.ownerKey, row.classKey]));
  return [...groups.values()]
    .flatMap((of) => swingOf(of) ?? [])
    .sort((a, b) => compareText(a.issuerCik, b.issuerCik) || compareText(a.ownerKey, b.ownerKey));
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

function isUsable(row: FiledRow): boolean {
  return row.shares !== null && row.shares > 0 && row.price !== null && row.price > 0;
}

function byPriceAlone(a: FiledRow, b: FiledRow): number {
  return (a.price ?? 0) - (b.price ?? 0);
}

function byPrice(a: FiledRow, b: FiledRow): number {
  return byPriceAlone(a, b) || compareRows(a, b);
}

/** `sales` highest first, `purchases` lowest first: each sale takes the cheapest shares bought within less than six months. */
function matchAll(purchases: readonly FiledRow[], sales: readonly FiledRow[]): ShortSwingPair[] {
  const left = new Map(purchases.map((row) => [row, row.shares ?? 0]));
  const pairs: ShortSwingPair[] = [];
  for (const sale of sales) {
    const [after, before] = [addMonths(sale.tradeDate ?? "", -6), addMonths(sale.tradeDate ?? "", 6)];
    let open = sale.shares ?? 0;
    for (const purchase of purchases) {
      const margin = (sale.price ?? 0) - (purchase.price ?? 0);
      if (margin <= 0 || open <= 0) break;
      const bought = purchase.tradeDate ?? "";
      const shares = Math.min(open, left.get(purchase) ?? 0);
      if (bought <= after || bought >= before || shares <= 0) continue;
      open -= shares;
      left.set(purchase, (left.get(purchase) ?? 0) - shares);
      pairs.push({ purchase, sale, shares, profit: roundTo(shares * margin, 6) });
    }
  }
  return pairs;
}
