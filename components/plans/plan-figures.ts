import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";
import type { PlanView } from "@/lib/services/views/shapes/plan";

/** Every figure of a plan's card that opens its rows. */
export function planFigures(plan: PlanView): CitedFigure[] {
  const derivatives = plan.derivatives.flatMap(({ units, value }) => [units, value]);
  return [plan.shares, plan.value, ...derivatives, { value: null, note: null, leftOut: [], rows: plan.evidence }];
}
