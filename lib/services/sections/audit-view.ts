import type { BalanceLine } from "@/lib/analytics/holdings/balance-lines";
import {
  ledgerAudit,
  RESIDUAL_EXPLANATIONS,
  type Residual,
  type ResidualExplanation,
} from "@/lib/analytics/holdings/ledger-audit";
import type { FoundSplit } from "@/lib/analytics/holdings/splits";
import { ownerRefs, rowRef } from "../views/rows/row-view";
import type { AuditView, ResidualView } from "./section-views";

/** The ledger audit of some lines: what adds up, and each step that does not, unexplained ones first. */
export function auditView(
  lines: readonly BalanceLine[],
  splits: readonly FoundSplit[],
  known: readonly BalanceLine[] = lines,
): AuditView {
  const audit = ledgerAudit(lines, splits, known);
  const residuals = audit.residuals.map(residualView);
  const isOpen = (one: ResidualView) => one.explanation === "unexplained";
  return {
    checked: audit.checked,
    closed: audit.closed,
    indistinctLines: audit.indistinct.length,
    residuals: [...residuals.filter(isOpen), ...residuals.filter((one) => !isOpen(one))],
    byExplanation: EXPLANATIONS.map((explanation) => ({
      explanation,
      count: audit.byExplanation.get(explanation) ?? 0,
    })).filter(({ count }) => count > 0),
    splits: splits.map(({ ratio, after, by, confirmed, steps }) => ({
      words: `${ratio.to}-for-${ratio.for}`,
      after,
      by,
      confirmed,
      rows: steps.map((step) => rowRef(step.to.row)),
    })),
  };
}

const EXPLANATIONS: readonly ResidualExplanation[] = [
  "unexplained",
  ...RESIDUAL_EXPLANATIONS.filter((explanation) => explanation !== "unexplained"),
];

/** What would close a step that nothing explains. */
export const HINTS: Record<NonNullable<Residual["hint"]>, string> = {
  "direction of the row": "With the row’s acquired/disposed box turned round the gap would close.",
  "balance before the row": "The balance reported is the one before the row.",
  "direction of the row before": "With the earlier row’s acquired/disposed box turned round the gap would close.",
};

function residualView({ step, explanation, evidence, hint }: Residual): ResidualView {
  const { line, from, to, left, found, residual } = step;
  return {
    from: { ...rowRef(from.row), date: from.date, balance: left },
    to: { ...rowRef(to.row), date: to.date, code: to.row.code, change: to.change, balance: to.balance },
    owners: ownerRefs(to.row.filing),
    securityTitle: line.securityTitle,
    directOrIndirect: line.directOrIndirect,
    natureOfOwnership: line.natureOfOwnership,
    left,
    found,
    residual,
    explanation,
    evidence,
    hint: hint === null ? null : HINTS[hint],
  };
}
