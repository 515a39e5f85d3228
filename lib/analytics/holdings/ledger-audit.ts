import { classKey } from "@/lib/analytics/rows/class-titles";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { stableSum } from "@/lib/analytics/sums";
import { counted } from "@/lib/analytics/values";
import type { BalanceLine } from "./balance-lines";
import { type BalanceStep, balanceSteps } from "./balance-steps";
import { residualNote } from "./residual-notes";
import { type FoundSplit, splitAcross } from "./splits";

export type ResidualExplanation = "rounding" | "split" | "footnote" | "change of form" | "amendment" | "unexplained";

/** A step of a line that doesn't add up. */
export interface Residual {
  step: BalanceStep;
  explanation: ResidualExplanation;
  /** In words: the note, the ratio, the other line. Empty for `unexplained` unless there is a hint. */
  evidence: string;
  /** Another reading that would close the gap, never applied: the A/D box of a row turned round. */
  hint: "direction of the row before" | "direction of the row" | null;
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
 * Last balance + rows = next balance? Every step that doesn't close, with its explanation (domain §6), first that fits:
 * rounding, split, footnote, change of form, amendment. Rows stay as filed.
 */
export function ledgerAudit(lines: readonly BalanceLine[], splits: readonly FoundSplit[] = []): LedgerAudit {
  const steps = lines.filter((line) => line.unit === "shares").flatMap(balanceSteps);
  const open = steps.filter((step) => step.residual !== 0);
  const moves = movesByOwner(lines, open);
  const residuals = open.map((step) => explain(step, splits, moves)).sort(byPlace);
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

function explain(step: BalanceStep, splits: readonly FoundSplit[], moves: Moves): Residual {
  const of = (explanation: ResidualExplanation, evidence: string): Residual => ({
    step,
    explanation,
    evidence,
    hint: null,
  });
  if (isRounding(step)) return of("rounding", "less than one share");
  const split = splitAcross(step, splits);
  if (split !== null)
    return of("split", `${split.ratio.to}-for-${split.ratio.for}, shown by ${split.steps.length} lines`);
  const note = residualNote(step.to.row, step.residual);
  if (note !== null) return of("footnote", note);
  const moved = counterpart(step, moves);
  if (moved !== null) return of("change of form", moved);
  const amended = [step.from, step.to].find((point) => point.row.filing.isAmendment);
  if (amended !== undefined) return of("amendment", amended.address);
  return { ...of("unexplained", ""), hint: hintOf(step) };
}

function isRounding(step: BalanceStep): boolean {
  const whole = Number.isInteger(step.left) && Number.isInteger(step.found);
  return Math.abs(step.residual) < 1 || (!whole && Math.abs(step.residual) < 1.5);
}

interface Move {
  lineKey: string;
  date: string;
  amount: number;
  words: string;
}

type Moves = ReadonlyMap<string, readonly Move[]>;

/** Every share that came or went without a row, by owners and class: residuals, and lines that begin with a balance. */
function movesByOwner(lines: readonly BalanceLine[], open: readonly BalanceStep[]): Moves {
  const moves: [string, Move][] = open.map((step) => [
    ownerAndClass(step.line),
    { lineKey: step.line.key, date: step.to.date ?? "", amount: step.residual, words: describe(step.line) },
  ]);
  for (const line of lines) {
    const first = line.points[0];
    if (line.table !== "I" || first === undefined || line.opening === null || line.opening <= 0) continue;
    const move = { lineKey: line.key, date: first.date ?? "", amount: line.opening, words: describe(line) };
    moves.push([ownerAndClass(line), move]);
  }
  const grouped = groupBy(moves, ([key]) => key);
  return new Map([...grouped].map(([key, of]) => [key, of.map(([, move]) => move)]));
}

function ownerAndClass(line: BalanceLine): string {
  return JSON.stringify([line.issuerCik, line.ownerKey, line.table, classKey(line.securityTitle)]);
}

function describe(line: BalanceLine): string {
  return line.directOrIndirect === "I" ? `indirect, ${line.natureOfOwnership ?? "nature not given"}` : "direct";
}

const MOVE_DAYS = 370;

/** The same shares, the other way, on another line of the same owners and class within a year. */
function counterpart(step: BalanceStep, moves: Moves): string | null {
  const others = moves.get(ownerAndClass(step.line)) ?? [];
  const near = others.filter(
    (move) =>
      move.lineKey !== step.line.key && Math.abs(differenceOfDays(move.date, step.to.date ?? move.date)) <= MOVE_DAYS,
  );
  const lone = near.find((move) => Math.abs(move.amount + step.residual) < 1);
  if (lone !== undefined) return `${Math.abs(step.residual)} shares on the line ${lone.words}`;
  const opposite = near.filter((move) => Math.sign(move.amount) === -Math.sign(step.residual));
  const together = stableSum(opposite.map((move) => move.amount));
  if (opposite.length < 2 || Math.abs(together + step.residual) >= 1) return null;
  return opposite.map((move) => `${Math.abs(move.amount)} shares on the line ${move.words}`).join("; ");
}

/** Twice a row's change is what a turned A/D box leaves behind. */
function hintOf(step: BalanceStep): Residual["hint"] {
  const twice = (change: number | null) => change !== null && change !== 0 && Math.abs(step.residual + 2 * change) < 1;
  if (twice(step.to.change)) return "direction of the row";
  return twice(step.from.change) ? "direction of the row before" : null;
}
