import { formatShares } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { Legend } from "../frame/legend";
import { lineStyle } from "./line-style";
import { dottedPoints, type HoldingsPlan } from "./plan-holdings";
import type { StackPlan } from "./stack/plan-stack";
import { stackFill } from "./stack/stack-plot";

/** Which line is whose, and what else this chart holds. */
export function HoldingsLegend({ plan }: { plan: HoldingsPlan }) {
  const hasGaps = plan.lines.some(({ placed }) => placed.some(({ point }) => point.residual !== 0));
  const points = plan.lines.reduce((sum, { placed }) => sum + placed.length, 0);
  const dots = plan.lines.reduce((sum, placed) => sum + dottedPoints(placed, points).length, 0);
  const notes = [
    ...(hasGaps
      ? [{ mark: <GapSample />, label: "gap: the rows before do not lead there; opens the ledger audit" }]
      : []),
    ...(plan.startsAtZero ? [] : [{ mark: null, label: "vertical axis does not start at 0" }]),
    ...(dots === points ? [] : [{ mark: null, label: `dots on ${dots} of ${points} balances; all steps are drawn` }]),
    ...(plan.leftOut === 0 ? [] : [{ mark: null, label: `${countOf(plan.leftOut, "more line")} in the table` }]),
  ];
  const lines = plan.lines.map(({ line }, index) => ({
    id: line.key,
    mark: <LineSample index={index} />,
    label: line.label,
  }));
  return <Legend items={[...lines, ...notes]} />;
}

export function StackLegend({ plan }: { plan: StackPlan }) {
  const layers = plan.layers.map(({ person, last }, index) => ({
    id: person,
    mark: <FillSample fill={stackFill(index)} />,
    label: `${index + 1} ${person}, ${formatShares(last)}`,
  }));
  const note = {
    mark: null,
    label:
      "a balance holds until the next report; before the first nothing is drawn; shares that two people report stand twice",
  };
  return <Legend items={[...layers, note]} />;
}

function FillSample({ fill }: { fill: string }) {
  return (
    <svg width="12" height="12" aria-hidden="true" className="shrink-0">
      <rect x="0.5" y="0.5" width="11" height="11" fill={fill} stroke="var(--ink-2)" strokeWidth="0.75" />
    </svg>
  );
}

function LineSample({ index }: { index: number }) {
  const { stroke, dash } = lineStyle(index);
  return (
    <svg width="22" height="10" aria-hidden="true" className="shrink-0">
      <path d="M0 7H11V3H22" fill="none" stroke={stroke} strokeWidth="1.5" strokeDasharray={dash} />
    </svg>
  );
}

function GapSample() {
  return (
    <svg width="12" height="10" aria-hidden="true" className="shrink-0">
      <path d="M1 2 6 8 11 2Z" fill="none" stroke="var(--flag)" strokeWidth="1.5" />
    </svg>
  );
}
