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
    | "parts not told apart"
    | "shares not reported"
    | "balance before not known"
    | "no balance before"
    | "more sold than held"
    | null;
  rows: readonly FiledRow[];
}

/**
 * ΔOwn of a line between two trade dates, both included (null = open). Never clamped, never across lines (domain §6): several
 * rows of a line whose parts can't be told apart have no one balance before.
 */
export function deltaOwn(line: BalanceLine, from: string | null = null, to: string | null = null): DeltaOwn {
  const points = line.points.filter((point) => point.row.kind === "transaction" && isWithin(point, from, to));
  if (points.length > 1 && line.marks.includes("indistinct")) {
    const rows = points.map((point) => point.row);
    const net = sumOrNull(points.map((point) => point.change));
    return { lineKey: line.key, net, before: null, share: null, reason: "parts not told apart", rows };
  }
  return deltaOf(line.key, points);
}

/** ΔOwn of each single row, by row address. */
export function deltaOwnByRow(line: BalanceLine): Map<string, DeltaOwn> {
  const byRow = new Map<string, DeltaOwn>();
  for (const point of line.points) {
    if (point.row.kind !== "transaction") continue;
    const { change, before, row } = point;
    byRow.set(point.address, deltaFrom(line.key, change === null ? null : roundTo(change, 6), before, [row]));
  }
  return byRow;
}

function isWithin(point: BalancePoint, from: string | null, to: string | null): boolean {
  if (point.date === null) return from === null && to === null;
  return (from === null || point.date >= from) && (to === null || point.date <= to);
}

function deltaOf(lineKey: string, points: readonly BalancePoint[]): DeltaOwn {
  const net = points.length === 0 ? null : sumOrNull(points.map((point) => point.change));
  const rows = points.map((point) => point.row);
  return deltaFrom(lineKey, net, points[0]?.before ?? null, rows);
}

function deltaFrom(lineKey: string, net: number | null, before: number | null, rows: readonly FiledRow[]): DeltaOwn {
  const known = net !== null && before !== null && before > 0;
  const ratio = known ? roundTo(net / before, 6) : null;
  const share = ratio === null || ratio < -1 ? null : ratio;
  const reason = share === null ? whyNone(rows.length, net, before) : null;
  return { lineKey, net, before, share, reason, rows };
}

function whyNone(points: number, net: number | null, before: number | null): DeltaOwn["reason"] {
  if (points === 0) return "no rows";
  if (net === null) return "shares not reported";
  if (before === null) return "balance before not known";
  return before <= 0 ? "no balance before" : "more sold than held";
}
