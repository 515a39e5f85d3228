import { roundTo } from "@/lib/analytics/sums";
import type { BalanceLine, BalancePoint } from "../balance-lines";
import type { BalanceStep } from "../balance-steps";

/**
 * Gaps of a line that one balance (or those of one filing) makes: the next gap undoes it exactly, so the reports before and
 * after add up without it. Each gap is used once, from the first on; `open` has a line's gaps in its order. In words, by step.
 */
export function balancesOutOfLine(open: readonly BalanceStep[]): Map<BalanceStep, string> {
  const told = new Map<BalanceStep, string>();
  for (const [at, step] of open.entries()) {
    const next = open[at + 1];
    if (next === undefined || next.line !== step.line || told.has(step)) continue;
    const isOneReport = step.to === next.from || step.to.row.filing === next.from.row.filing;
    if (!isOneReport || roundTo(step.residual + next.residual, 6) !== 0) continue;
    const balance = step.to.balance ?? 0;
    const words = `the reports before and after ${step.to.address} add up as if it had left ${roundTo(balance - step.residual, 6)}, not ${balance}`;
    told.set(step, words).set(next, words);
  }
  return told;
}

/** The same row in a second filing: it starts from the balance before it, though the first has moved that. In words, or null. */
export function filedTwice({ from, to, residual }: BalanceStep): string | null {
  const [a, b] = [from.row, to.row];
  if (a.filing === b.filing || a.kind !== "transaction" || b.kind !== "transaction" || to.change === null) return null;
  const same = (key: "code" | "tradeDate" | "shares" | "price" | "acquiredDisposed") => a[key] === b[key];
  if (!same("code") || !same("tradeDate") || !same("shares") || !same("price") || !same("acquiredDisposed"))
    return null;
  return from.balance === to.balance && roundTo(residual + to.change, 6) === 0
    ? `${to.address} says again what ${from.address} says`
    : null;
}

/**
 * A form filed late states balances of the day it was filed: what does not close by the days of the trades closes by the order
 * in which the forms were filed. In words, by point; only lines whose two orders differ are looked at.
 */
export function closedByFilingOrder(line: BalanceLine): Map<BalancePoint, string> {
  const told = new Map<BalancePoint, string>();
  const known = (point: BalancePoint) => point.row.filing.knownAt;
  const { points } = line;
  const turned = points.some((point, at) => (known(points[at - 1] ?? point) ?? "") > (known(point) ?? ""));
  if (!turned || points.some((point) => known(point) === null)) return told;
  const filed = points
    .map((point, at) => ({ point, at }))
    .sort((a, b) =>
      (known(a.point) ?? "") < (known(b.point) ?? "") ? -1 : known(a.point) === known(b.point) ? a.at - b.at : 1,
    );
  for (const [at, { point }] of filed.entries()) {
    const before = filed[at - 1]?.point;
    const closes = before !== undefined && before.balance !== null && before.balance === point.before;
    if (closes) told.set(point, `goes on from ${before.address}, filed before it`);
    // The first form filed has nothing to go on from; the form on the earlier day, filed after it, does not contradict it.
    const next = filed[at + 1]?.point;
    if (before === undefined && next !== undefined && next.before === point.balance && point.balance !== null)
      told.set(point, `filed before ${next.address}, which goes on from it`);
  }
  return told;
}
