import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { roundTo, sumOrNull } from "@/lib/analytics/sums";
import type { BalanceLine, BalancePoint } from "./balance-lines";

/** How much a holding grew or shrank by its trades: net shares ÷ balance before, on one line. */
export interface DeltaOwn {
  lineKey: string;
  /** Signed shares of the window's rows; null when a row doesn't report them. */
  net: number | null;
  before: number | null;
  /** net ÷ before, −1 = all sold; null when unknown, when before ≤ 0, or when more was sold than was there (`flag`). */
  share: number | null;
  reason:
    | "no rows"
    | "shares not reported"
    | "balance before not known"
    | "no balance before"
    | "more sold than held"
    | null;
  rows: readonly FiledRow[];
}

/**
 * ΔOwn of a line between two trade dates, both included (null = open). Never clamped, never across lines (domain §6).
 */
export function deltaOwn(line: BalanceLine, from: string | null = null, to: string | null = null): DeltaOwn {
  const points = line.points.filter((point) => point.row.kind === "transaction" && isWithin(point, from, to));
  return deltaOf(line.key, points);
}

/** ΔOwn of each single row, by row address. */
export function deltaOwnByRow(line: BalanceLine): Map<string, DeltaOwn> {
  const traded = line.points.filter((point) => point.row.kind === "transaction");
  return new Map(traded.map((point) => [point.address, deltaOf(line.key, [point])]));
}

function isWithin(point: BalancePoint, from: string | null, to: string | null): boolean {
  if (point.date === null) return from === null && to === null;
  return (from === null || point.date >= from) && (to === null || point.date <= to);
}

function deltaOf(lineKey: string, points: readonly BalancePoint[]): DeltaOwn {
  const rows = points.map((point) => point.row);
  const first = points[0];
  const net = sumOrNull(points.map((point) => point.change));
  const before = first?.before ?? null;
  const none = (reason: DeltaOwn["reason"]): DeltaOwn => ({ lineKey, net, before, share: null, reason, rows });
  if (first === undefined) return { ...none("no rows"), net: null };
  if (net === null) return none("shares not reported");
  if (before === null) return none("balance before not known");
  if (before <= 0) return none("no balance before");
  const share = roundTo(net / before, 6);
  return share < -1 ? none("more sold than held") : { lineKey, net, before, share, reason: null, rows };
}
