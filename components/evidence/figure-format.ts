import {
  formatAveragePrice,
  formatCount,
  formatMoney,
  formatMoneyChange,
  formatPercent,
  formatPercentChange,
  formatPrice,
  formatRatio,
  formatShares,
  formatSharesChange,
} from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";

/** How a figure is written: named, because a name travels from the server to the browser and a function does not. */
export const FIGURE_FORMATS = {
  money: formatMoney,
  "money change": formatMoneyChange,
  "average price": formatAveragePrice,
  shares: formatShares,
  "shares change": formatSharesChange,
  price: formatPrice,
  percent: formatPercent,
  "percent change": formatPercentChange,
  ratio: formatRatio,
  count: formatCount,
  days: (days: number | null) => countOf(days, "day"),
  rows: (rows: number | null) => countOf(rows, "row"),
} as const satisfies Record<string, (value: number | null) => string>;

export type FigureFormat = keyof typeof FIGURE_FORMATS;
