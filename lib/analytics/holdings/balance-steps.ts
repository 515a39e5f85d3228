import { roundTo } from "@/lib/analytics/sums";
import type { BalanceLine, BalancePoint } from "./balance-lines";

/** Two neighbouring balances of a line: what the first left, and what the second started from. */
export interface BalanceStep {
  line: BalanceLine;
  from: BalancePoint;
  to: BalancePoint;
  /** Balance that `from` reports. */
  left: number;
  /** Balance before `to`, as its own figures tell it. */
  found: number;
  /** found − left; 0 where the line adds up. */
  residual: number;
}

const STEPS = new WeakMap<BalanceLine, readonly BalanceStep[]>();

/** Steps of a line where both balances are known; found once a line. A line whose parts can't be told apart has none. */
export function balanceSteps(line: BalanceLine): readonly BalanceStep[] {
  let steps = STEPS.get(line);
  if (steps === undefined) {
    steps = stepsOf(line);
    STEPS.set(line, steps);
  }
  return steps;
}

function stepsOf(line: BalanceLine): BalanceStep[] {
  if (line.marks.includes("indistinct")) return [];
  const steps: BalanceStep[] = [];
  let from: BalancePoint | null = null;
  for (const to of line.points) {
    if (from !== null && from.balance !== null && to.before !== null) {
      const residual = roundTo(to.before - from.balance, 6);
      steps.push({ line, from, to, left: from.balance, found: to.before, residual });
    }
    // What happened across an unknown balance can't be checked: the chain starts anew behind it.
    from = to;
  }
  return steps;
}
