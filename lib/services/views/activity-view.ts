import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { isInRange, WHOLE_SPAN } from "@/lib/search-params/day-range";
import type { RowContext } from "./rows/row-context";
import { codeCounts, filterByCodes, isDateOnAxis } from "./rows/row-sets";
import { rowView } from "./rows/row-view";
import type { ActivityFilter, ActivityView, SpanView } from "./shapes/activity";
import { monthViews, totalsView } from "./totals-view";

/** What a filter by code and day moves, all from one set of rows: rows, totals, months, and how many rows each code has. */
export function activityView(
  transactions: readonly FiledRow[],
  filter: ActivityFilter,
  context: RowContext,
): ActivityView {
  const range = filter.range ?? WHOLE_SPAN;
  const ofCodes = filterByCodes(transactions, filter.codes);
  const chosen = ofCodes.filter((row) => isInRange(row.tradeDate, range));
  return {
    codes: [...filter.codes],
    range,
    codeCounts: countsInRange(transactions, range),
    rows: chosen.map((row) => rowView(row, context)),
    totals: totalsView(chosen, context.excluded),
    months: monthViews(chosen, context.excluded),
    span: spanView(ofCodes),
  };
}

/** Every code that there is, with its rows on the days shown: 0 where it has none there. */
function countsInRange(rows: readonly FiledRow[], range: ActivityView["range"]): ActivityView["codeCounts"] {
  const inside = new Map(
    codeCounts(rows.filter((row) => isInRange(row.tradeDate, range))).map(({ code, count }) => [code, count]),
  );
  return codeCounts(rows).map(({ code }) => ({ code, count: inside.get(code) ?? 0 }));
}

function spanView(rows: readonly FiledRow[]): SpanView | null {
  const months = new Map<string, number>();
  let [from, to] = ["9999-12-31", ""];
  for (const { tradeDate, filing } of rows) {
    if (tradeDate === null || !isDateOnAxis(tradeDate, filing)) continue;
    if (tradeDate < from) from = tradeDate;
    if (tradeDate > to) to = tradeDate;
    const month = tradeDate.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  if (months.size === 0) return null;
  const inOrder = [...months].sort(([a], [b]) => (a < b ? -1 : 1));
  return { from, to, months: inOrder.map(([month, count]) => ({ month, rows: count })) };
}
