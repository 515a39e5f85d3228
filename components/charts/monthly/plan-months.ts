/** Open-market activity of one calendar month, dollars; the planned parts are within the wholes. */
export interface MonthAmounts {
  /** `YYYY-MM`. */
  month: string;
  /** Null: such rows are there and none has a value. */
  buys: number | null;
  sales: number | null;
  plannedBuys: number | null;
  plannedSales: number | null;
  transactions: number;
  /** How many of them have no value: they are in no dollar figure. */
  unvalued?: number;
}

/** A month as the bars need it: sales below zero, the planned part apart, no length for what is not known; words go by `told`. */
export interface MonthBar extends Pick<MonthAmounts, "month" | "transactions" | "unvalued"> {
  told: MonthAmounts;
  buys: number;
  sales: number;
  plannedBuys: number;
  plannedSales: number;
  otherBuys: number;
  buysPlanned: number;
  otherSales: number;
  salesPlanned: number;
}

/** Purchases less sales; null where either is not known. */
export function netOf({ buys, sales }: Pick<MonthAmounts, "buys" | "sales">): number | null {
  return buys === null || sales === null ? null : buys - sales;
}

const FEWEST_MONTHS = 12;

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/**
 * Every month from the first to the last, empty ones too, and at least a year with them in its middle: a bar's width
 * never lies about time, and none is lost at an edge. Months that are yet to come at `day` (`YYYY-MM-DD`) stay off the axis:
 * the year then ends with that day's month.
 */
export function planMonths(months: readonly MonthAmounts[], day: string | null = null): MonthBar[] {
  const byMonth = new Map(months.map((month) => [monthNumber(month.month), month]));
  if (byMonth.size === 0) return [];
  const earliest = Math.min(...byMonth.keys());
  const latest = Math.max(...byMonth.keys());
  const span = latest - earliest + 1;
  const length = Math.max(span, FEWEST_MONTHS);
  const centred = earliest - Math.ceil((length - span) / 2);
  // A trade dated after the day is drawn all the same.
  const end = day === null ? Number.POSITIVE_INFINITY : Math.max(monthNumber(day), latest);
  const first = Math.min(centred, end - length + 1);
  return Array.from({ length }, (_, index) => bar(monthOf(first + index), byMonth.get(first + index)));
}

function bar(month: string, amounts: MonthAmounts | undefined): MonthBar {
  const told = amounts ?? { ...NO_TRADE, month };
  const { transactions, unvalued = 0 } = told;
  const [buys, sales] = [told.buys ?? 0, told.sales ?? 0];
  const [plannedBuys, plannedSales] = [told.plannedBuys ?? 0, told.plannedSales ?? 0];
  return {
    month,
    told,
    buys,
    sales,
    plannedBuys,
    plannedSales,
    transactions,
    unvalued,
    otherBuys: buys - plannedBuys,
    buysPlanned: plannedBuys,
    otherSales: minus(sales - plannedSales),
    salesPlanned: minus(plannedSales),
  };
}

/** A month, or an issuer's part of one, in which nothing was traded. */
export const NO_TRADE = { buys: 0, sales: 0, plannedBuys: 0, plannedSales: 0, transactions: 0 };

/** Zero stays zero: a bar of −0 would stand on the wrong side. */
function minus(value: number): number {
  return value === 0 ? 0 : -value;
}

/** From the largest sale to the largest purchase of a month, zero inside, with air where there are bars. */
export function amountDomain(bars: readonly MonthBar[]): readonly [number, number] {
  const high = Math.max(0, ...bars.map((bar) => bar.buys));
  const low = Math.min(0, ...bars.map((bar) => -bar.sales));
  const reach = Math.max(high, -low) || 1;
  return [low - (low < 0 ? reach * 0.08 : 0), high + (high > 0 ? reach * 0.08 : 0)];
}
