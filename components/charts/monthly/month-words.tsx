import { formatMonth } from "@/lib/format/dates";
import { formatMoney, formatMoneyChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { type MonthBar, netOf } from "./plan-months";

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
  const planned = (amount: number | null) => (amount !== null && amount > 0 ? `, ${formatMoney(amount)} planned` : "");
  const { told, unvalued = 0 } = bar;
  return [
    formatMonth(bar.month),
    `Purchases ${formatMoney(told.buys)}${planned(told.plannedBuys)}`,
    `Sales ${formatMoney(told.sales)}${planned(told.plannedSales)}`,
    `Net ${formatMoneyChange(netOf(told))} · ${countOf(bar.transactions, "row")}`,
    ...(unvalued === 0 ? [] : [`${countOf(unvalued, "row")} without a price or share count, in no sum`]),
  ];
}
