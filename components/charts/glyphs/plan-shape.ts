import type { TransactionClass } from "@/lib/ownership/codes";

/** How a mark is filled, by what the filing says of a Rule 10b5-1 plan. */
export type PlanShape = "planned" | "planned-by-box" | "not-planned" | "unknown";

export type PlanBasis = "row footnote" | "remarks" | "filing checkbox";

export function planShape(planned: boolean | null, basis: PlanBasis | null): PlanShape {
  if (planned === null) return "unknown";
  if (!planned) return "not-planned";
  return basis === "filing checkbox" ? "planned-by-box" : "planned";
}

export const PLAN_WORDS: Readonly<Record<PlanShape, string>> = {
  planned: "planned (Rule 10b5-1, by the filing’s words)",
  "planned-by-box": "planned (Rule 10b5-1, by the filing’s checkbox only)",
  "not-planned": "not planned",
  unknown: "plan not reported",
};

export type MarkShape = "buy" | "sale" | "exercise" | "letter";

/** What decides a mark's shape; the timeline's marks have it. */
export interface Shaped {
  class: TransactionClass | null;
  isDerivative: boolean;
  flag: string | null;
}

/**
 * Exercises and conversions are one shape. What is neither bought, sold nor exercised is a letter, and so are rows of
 * Table II and rows that a flag keeps out of totals: they never stand among trades.
 */
export function markShape({ class: transactionClass, isDerivative, flag }: Shaped): MarkShape {
  if (isDerivative || flag !== null) return "letter";
  if (transactionClass === "buy" || transactionClass === "sale") return transactionClass;
  if (transactionClass === "exercise" || transactionClass === "conversion") return "exercise";
  return "letter";
}

export const MARK_COLOURS: Readonly<Record<MarkShape, string>> = {
  buy: "var(--buy)",
  sale: "var(--sale)",
  exercise: "var(--exercise)",
  letter: "var(--neutral)",
};
