import { FactStrip } from "@/components/evidence/fact-strip";
import { formatCount, formatMoney, formatMoneyChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { TransactionsView } from "@/lib/services/screener/screener-view";

/** How many rows the filter holds and what they are worth; more rows than are counted are told as such. */
export function ScreenerTotals({ view: { count, isCapped, totals } }: { view: TransactionsView }) {
  const left = totals.leftOut.reduce((sum, group) => sum + group.count, 0);
  return (
    <>
      <FactStrip
        facts={[
          {
            label: "Rows",
            value: `${formatCount(count)}${isCapped ? "+" : ""}`,
            detail: isCapped ? `totals are of the newest ${formatCount(count)}` : "under the filter",
          },
          { label: "Net open market", value: formatMoneyChange(totals.net), detail: "purchases less sales" },
          { label: "Purchases (P)", value: formatMoney(totals.buys), detail: countOf(totals.buyRows, "row") },
          { label: "Sales (S)", value: formatMoney(totals.sales), detail: countOf(totals.saleRows, "row") },
          { label: "Left out", value: formatCount(left), detail: left === 0 ? "every row counts" : "reasons below" },
        ]}
      />
      {totals.leftOut.length === 0 ? null : (
        <details className="mt-2 text-sm text-ink-2">
          <summary className="w-fit hover:text-ink">
            What is left out of purchases and sales: {countOf(left, "row")}
          </summary>
          <ul className="mt-1 max-w-[80ch]">
            {totals.leftOut.map(({ reason, count: rows }) => (
              <li key={reason}>
                {countOf(rows, "row")}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
