import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatShares, formatSharesChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { HoldingLine, HoldingPoint } from "./holding-line";
import type { StackPlan } from "./stack/plan-stack";

export function balanceWords(balance: number, group: HoldingLine["group"]): string {
  return group === "dollars" ? formatMoney(balance) : formatShares(balance);
}

/** A reported balance in one line, for its accessible name. */
export function pointWords(point: HoldingPoint, line: HoldingLine): string {
  const parts = [
    formatDate(point.date),
    line.label,
    `${balanceWords(point.balance, line.group)} reported`,
    point.change === null
      ? null
      : `${formatSharesChange(point.change)}${point.code === null ? "" : ` by ${point.code}`}`,
    point.residual === 0 ? null : `${formatSharesChange(point.residual)} ${gapWords(point)}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** What is known of a gap: the audit's explanation, where it has one. */
export function gapWords(point: HoldingPoint): string {
  return isExplained(point) ? `between the rows: ${point.gap?.explanation}` : "not explained by the rows before";
}

export function isExplained({ gap }: HoldingPoint): boolean {
  return gap != null && gap.explanation !== "unexplained";
}

/** Each line's way in a sentence: first and last balance, and the gaps. */
export function holdingsSummary(lines: readonly HoldingLine[]): string {
  if (lines.length === 0) return "No reported balances.";
  const first = lines[0];
  const gaps = lines.reduce((sum, line) => sum + line.points.filter((point) => point.residual !== 0).length, 0);
  const open = gaps === 0 ? "" : `; ${countOf(gaps, "gap")} that the rows do not explain`;
  if (lines.length > 1 || first === undefined) {
    return `Reported balances of ${countOf(lines.length, "line")}, as steps${open}.`;
  }
  const from = first.opening ?? first.points[0]?.balance ?? 0;
  const to = first.points.at(-1)?.balance ?? 0;
  return `${first.label}: ${balanceWords(from, first.group)} → ${balanceWords(to, first.group)} over ${countOf(first.points.length, "reported balance")}${open}.`;
}

/** A stack in a sentence: whose balances, and how much they last reported. */
export function stackSummary({ security, layers, summed }: StackPlan): string {
  const people = layers.length - (summed > 0 ? 1 : 0) + summed;
  const total = layers.reduce((sum, layer) => sum + layer.last, 0);
  return `${security}: balances of ${countOf(people, "insider")}, direct and indirect, ${formatShares(total)} shares last reported.`;
}
