import { compareText } from "@/lib/analytics/rows/filing-order";
import { counted } from "@/lib/analytics/values";
import type { BalanceLine, BalancePoint } from "./balance-lines";
import { type BalanceStep, balanceSteps } from "./balance-steps";
import { balancesOutOfLine, closedByFilingOrder, filedTwice } from "./residuals/balance-slips";
import { type NamedLines, namedLines, otherFiler, otherName, planAccount } from "./residuals/line-names";
import { changeOfForm, type Moves, movesOf } from "./residuals/moves";
import { balanceNote, notedNumber } from "./residuals/residual-notes";
import { type FoundSplit, splitAcross } from "./splits";

/** In the order in which they are looked for. */
export const RESIDUAL_EXPLANATIONS = [
  "rounding",
  "split",
  "footnote",
  "change of form",
  "named otherwise",
  "filing order",
  "filed twice",
  "plan account",
  "note on the balance",
  "balance out of line",
  "amendment",
  "unexplained",
] as const;

export type ResidualExplanation = (typeof RESIDUAL_EXPLANATIONS)[number];

/** A step of a line that doesn't add up. */
export interface Residual {
  step: BalanceStep;
  explanation: ResidualExplanation;
  /** In words: the note, the ratio, the other line. Empty for `unexplained` unless there is a hint. */
  evidence: string;
  /** Another reading that would close the gap, never applied: a turned A/D box, or a balance from before the row. */
  hint: "direction of the row before" | "direction of the row" | "balance before the row" | null;
}

export interface LedgerAudit {
  /** Steps that could be checked, and those of them that add up. */
  checked: number;
  closed: number;
  /** Lines with parts that can't be told apart: not checked. */
  indistinct: readonly BalanceLine[];
  residuals: readonly Residual[];
  byExplanation: ReadonlyMap<string, number>;
}

/**
 * Last balance + rows = next balance? Every step that doesn't close, with its explanation (domain §6), the first that fits in
 * the order of `RESIDUAL_EXPLANATIONS`: each is told by words of the filer or by an exact figure. `known`: every line of the issuers, where `lines` are one
 * person's. Rows stay as filed.
 */
export function ledgerAudit(
  lines: readonly BalanceLine[],
  splits: readonly FoundSplit[] = [],
  known: readonly BalanceLine[] = lines,
): LedgerAudit {
  const steps = lines.filter((line) => line.unit === "shares").flatMap(balanceSteps);
  const open = steps.filter((step) => step.residual !== 0);
  const around: Around = {
    splits,
    moves: movesOf(lines, open),
    names: namedLines(known),
    outOfLine: balancesOutOfLine(open),
    filed: new Map([...new Set(open.map(({ line }) => line))].flatMap((line) => [...closedByFilingOrder(line)])),
  };
  const residuals = open.map((step) => explain(step, around)).sort(byPlace);
  return {
    checked: steps.length,
    closed: steps.length - open.length,
    indistinct: lines.filter((line) => line.marks.includes("indistinct")),
    residuals,
    byExplanation: counted(residuals.map((residual) => residual.explanation)),
  };
}

function byPlace(a: Residual, b: Residual): number {
  return (
    compareText(a.step.to.date ?? "9999", b.step.to.date ?? "9999") || compareText(a.step.to.address, b.step.to.address)
  );
}

/** What the other steps and lines say, worked out once an audit. */
interface Around {
  splits: readonly FoundSplit[];
  moves: Moves;
  names: NamedLines;
  outOfLine: ReadonlyMap<BalanceStep, string>;
  filed: ReadonlyMap<BalancePoint, string>;
}

function explain(step: BalanceStep, around: Around): Residual {
  for (const explanation of RESIDUAL_EXPLANATIONS) {
    const evidence = explanation === "unexplained" ? null : EVIDENCE[explanation](step, around);
    if (evidence !== null) return { step, explanation, evidence, hint: null };
  }
  return { step, explanation: "unexplained", evidence: "", hint: hintOf(step) };
}

type Evidence = (step: BalanceStep, around: Around) => string | null;

/** What speaks for each explanation, in words; null: nothing. */
const EVIDENCE: Readonly<Record<Exclude<ResidualExplanation, "unexplained">, Evidence>> = {
  rounding: (step) => (isRounding(step) ? "less than one share" : null),
  split: (step, { splits }) => {
    const split = splitAcross(step, splits);
    return split === null ? null : `${split.ratio.to}-for-${split.ratio.for}, shown by ${split.steps.length} lines`;
  },
  footnote: (step) => notedNumber(step.to.row, step.residual),
  "change of form": (step, { moves }) => changeOfForm(step, moves),
  "named otherwise": (step, { names }) => otherName(step, names) ?? otherFiler(step, names),
  "filing order": (step, { filed }) => filed.get(step.to) ?? null,
  "filed twice": filedTwice,
  "plan account": planAccount,
  "note on the balance": (step) => balanceNote(step.to.row),
  "balance out of line": (step, { outOfLine }) => outOfLine.get(step) ?? null,
  amendment: ({ from, to }) => [from, to].find((point) => point.row.filing.isAmendment)?.row.address ?? null,
};

function isRounding(step: BalanceStep): boolean {
  const whole = Number.isInteger(step.left) && Number.isInteger(step.found);
  return Math.abs(step.residual) < 1 || (!whole && Math.abs(step.residual) < 1.5);
}

/** Twice a row's change is what a turned A/D box leaves behind. */
function hintOf(step: BalanceStep): Residual["hint"] {
  const twice = (change: number | null) => change !== null && change !== 0 && Math.abs(step.residual + 2 * change) < 1;
  if (twice(step.to.change)) return "direction of the row";
  if (twice(step.from.change)) return "direction of the row before";
  // The row's balance is the one before it: the filer forgot to count the row in.
  const { change, balance } = step.to;
  return change !== null && change !== 0 && balance === step.left ? "balance before the row" : null;
}
