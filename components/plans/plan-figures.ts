import type { CitedFigure, PlanView } from "@/lib/services/views";

/** Every figure of a plan's card that opens its rows. */
export function planFigures(plan: PlanView): CitedFigure[] {
  return [plan.shares, plan.value, { value: null, note: null, leftOut: [], rows: plan.evidence }];
}
