import { readMechanicalPurchases } from "@/lib/analytics/footnotes/balance-notes/mechanical-purchases";
import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { type FiledRow, type FilingFacts, footnoteIdsOfRow } from "@/lib/analytics/rows/filed-row";
import { groupBy, rowsOf } from "@/lib/analytics/rows/filing-order";
import { isSaleForTax } from "@/lib/analytics/rows/sale-for-tax";
import { tradeSide, tradesInOrder } from "@/lib/analytics/values";
import type { Persons } from "./persons";

/** Why a P or S row says nothing of its owner's view. */
export type NotDiscretionary =
  | "planned"
  | "sale for tax"
  | "dividend reinvestment"
  | "401(k)"
  | "employee stock purchase plan"
  | "deferred pay"
  | "pay in shares"
  | "placement"
  | "same price as others that day"
  | "no trade date";

export interface EligibleTrade {
  row: FiledRow;
  side: "buy" | "sale";
  person: string;
  date: string;
}

export interface EligibleTrades {
  trades: readonly EligibleTrade[];
  /** P and S rows left out, with the reason (the caller's for excluded rows). */
  leftOut: readonly { row: FiledRow; reason: string }[];
}

/** So many persons at one price on one day are a placement, not a coincidence. */
const SAME_PRICE_PERSONS = 3;

/**
 * The discretionary open-market trades: P and S rows of Table I, less planned ones, mechanical purchases, placements and sales
 * for tax (domain §7, clusters). Pass filings in force without joint copies. In time order.
 */
export function eligibleTrades(
  filings: readonly FilingFacts[],
  persons: Persons,
  excluded: ReadonlyMap<string, string> = new Map(),
): EligibleTrades {
  const trades: EligibleTrade[] = [];
  const leftOut: { row: FiledRow; reason: string }[] = [];
  for (const row of tradesInOrder(rowsOf(filings))) {
    const { side } = tradeSide(row);
    if (side === null) continue;
    const reason = (excluded.size === 0 ? undefined : excluded.get(row.address)) ?? notDiscretionary(row);
    if (reason !== null || row.tradeDate === null) leftOut.push({ row, reason: reason ?? "no trade date" });
    else trades.push({ row, side, person: persons.of(row.filing), date: row.tradeDate });
  }
  const placed = samePrice(trades);
  for (const trade of trades) {
    if (placed.has(trade)) leftOut.push({ row: trade.row, reason: "same price as others that day" });
  }
  return { trades: trades.filter((trade) => !placed.has(trade)), leftOut };
}

function notDiscretionary(row: FiledRow): NotDiscretionary | null {
  if (row.tradeDate === null) return "no trade date";
  if (planOfRow(row)?.planned === true) return "planned";
  if (isSaleForTax(row)) return "sale for tax";
  for (const id of footnoteIdsOfRow(row)) {
    const text = row.filing.footnotes.get(id) ?? "";
    const mention = readMechanicalPurchases(text).find((one) => !one.aboutBalance);
    if (mention !== undefined && (row.code === "P" || mention.kind === "placement")) return mention.kind;
  }
  return null;
}

function samePrice(trades: readonly EligibleTrade[]): Set<EligibleTrade> {
  const priced = trades.filter((trade) => trade.row.price !== null);
  const groups = groupBy(
    priced,
    ({ row, side, date }) => `${row.filing.issuerCik} ${side} ${date} ${row.price} ${row.classKey}`,
  );
  const placed = new Set<EligibleTrade>();
  for (const group of groups.values()) {
    if (new Set(group.map((trade) => trade.person)).size >= SAME_PRICE_PERSONS)
      for (const trade of group) placed.add(trade);
  }
  return placed;
}
