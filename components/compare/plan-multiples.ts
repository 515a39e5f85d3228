import { type MonthAmounts, type MonthBar, NO_TRADE, planMonths } from "@/components/charts/monthly/plan-months";

/** Charts of several issuers on one scale of months and of dollars. */
export interface Multiples {
  /** Every month from the first of any to the last of any. */
  months: string[];
  /** The largest purchases and the largest sales of any month of any issuer, dollars. */
  high: number;
  low: number;
  /** A bar for each month, by issuer in the order given. */
  bars: MonthBar[][];
}

/** Lays the months of all issuers over one another, so that a bar is as long as its dollars wherever it stands. */
export function planMultiples(issuers: readonly (readonly MonthAmounts[])[]): Multiples {
  const months = planMonths(issuers.flat().map((month) => ({ ...month, ...NO_TRADE }))).map((bar) => bar.month);
  const bars = issuers.map((own) => planMonths([...months.map((month) => ({ month, ...NO_TRADE })), ...own]));
  return {
    months,
    high: Math.max(0, ...bars.flat().map((bar) => bar.buys)),
    low: Math.max(0, ...bars.flat().map((bar) => bar.sales)),
    bars,
  };
}
