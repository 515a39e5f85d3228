import { formatMonth } from "@/lib/format/dates";
import { formatMoney, formatMoneyChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { MonthBar } from "./plan-months";

/** What a month's bars stand for, in lines. */
export function MonthWords({ bar }: { bar: MonthBar }) {
  const [first, ...lines] = monthLines(bar);
  return (
    <>
      <p className="font-medium text-ink">{first}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

/** The same lines for an accessible name. */
export function monthLines(bar: MonthBar): string[] {
  const planned = (amount: number) => (amount > 0 ? `, ${formatMoney(amount)} planned` : "");
  const unvalued = bar.unvalued ?? 0;
  return [
    formatMonth(bar.month),
    `Purchases ${formatMoney(bar.buys)}${planned(bar.plannedBuys)}`,
    `Sales ${formatMoney(bar.sales)}${planned(bar.plannedSales)}`,
    `Net ${formatMoneyChange(bar.net)} · ${countOf(bar.transactions, "row")}`,
    ...(unvalued === 0 ? [] : [`${countOf(unvalued, "row")} without a price or share count, in no sum`]),
  ];
}
