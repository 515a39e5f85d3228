import { planStatus } from "@/lib/analytics/plans/plan-status";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";
import { sumOrNull } from "@/lib/analytics/sums";
import { rowValue } from "@/lib/analytics/values";
import type { StoredFiling } from "../filings-of-sources";
import { filingSummary } from "../views/filing-summary";
import { rowRef } from "../views/rows/row-view";
import type { WatchedFiling, WatchedRows } from "./watch-view";

/** A filing with its rows in few lines, as filed. */
export function watchedFiling(filing: StoredFiling): WatchedFiling {
  const { facts } = filing;
  return {
    ...filingSummary(filing),
    groups: rowGroups(facts),
    holdings: facts.rows.filter((row) => row.kind === "holding").length,
  };
}

/** Rows of one code, direction, class, form of table and plan status together, in filed order. */
function rowGroups(filing: FilingFacts): WatchedRows[] {
  const plans = planStatus(filing);
  const planned = (row: FiledRow) => plans.get(row.anchor)?.planned ?? null;
  const transactions = filing.rows.filter((row) => row.kind === "transaction");
  const key = (row: FiledRow) =>
    JSON.stringify([row.table, row.code, row.acquiredDisposed, row.classKey, planned(row), row.exercisePrice]);
  return [...groupBy(transactions, key).values()].flatMap((rows) => {
    const [first] = rows;
    return first === undefined ? [] : [groupOf(rows, first, planned(first))];
  });
}

function groupOf(rows: readonly FiledRow[], first: FiledRow, planned: boolean | null): WatchedRows {
  // A derivative row's own price is 0 by custom.
  const isPriced = first.table === "I";
  const prices = isPriced ? rows.flatMap((row) => row.price ?? []) : [];
  const dates = rows.flatMap((row) => row.tradeDate ?? []).sort();
  return {
    rows: rows.map(rowRef),
    table: first.table,
    code: first.code,
    acquiredDisposed: first.acquiredDisposed,
    securityTitle: first.securityTitle,
    planned,
    shares: sumOrNull(rows.map((row) => row.shares)),
    value: isPriced ? sumOrNull(rows.map((row) => rowValue(row).value)) : null,
    lowPrice: prices.length === 0 ? null : Math.min(...prices),
    highPrice: prices.length === 0 ? null : Math.max(...prices),
    firstTrade: dates[0] ?? null,
    lastTrade: dates.at(-1) ?? null,
  };
}
