import { formatShares } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { FallFilter } from "@/lib/search-params/transactions/fall";

/** `Price ≥ 10 % lower 126 trading days after the trade date`. */
export function fallWords({ atLeast, days }: FallFilter): string {
  return `Price ≥ ${formatShares(atLeast)} % lower ${tradingDays(days)} after the trade date`;
}

export function tradingDays(days: number): string {
  return countOf(days, "trading day");
}
