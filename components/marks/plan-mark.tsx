import { GlyphBox } from "@/components/charts/glyphs/glyph";
import { markShape, planShape } from "@/components/charts/glyphs/plan-shape";
import { HintLink } from "@/components/links/hint-link";
import { formatDate, formatMonth } from "@/lib/format/dates";
import { listOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { PlanDateView, PlanStatusView, RowView } from "@/lib/services/views/shapes/row";

const WORDS = {
  planned: "yes",
  "planned-by-box": "yes, by box",
  "not-planned": "no",
  unknown: "not reported",
} as const;

type PlanMarkProps = Pick<RowView, "plan" | "transactionClass" | "filingId" | "anchor" | "table">;

/** Whether a row was traded under a Rule 10b5-1 plan: shape and word, its evidence on focus, its footnote behind it. */
export function PlanMark({ plan, transactionClass, filingId, anchor, table }: PlanMarkProps) {
  const shape = planShape(plan.planned, plan.basis);
  const mark = markShape({ class: transactionClass, isDerivative: table === "II", flag: null });
  return (
    <HintLink
      text={planWords(plan)}
      href={filingPath(filingId, plan.footnoteId ?? anchor)}
      className={plan.planned === null ? "evidence plan text-ink-3" : "evidence plan"}
    >
      {mark === "buy" || mark === "sale" ? <GlyphBox shape={mark} plan={shape} area={54} size={12} /> : null}
      {WORDS[shape]}
    </HintLink>
  );
}

export function planDate(date: PlanDateView): string {
  return date.precision === "month" ? formatMonth(date.date.slice(0, 7)) : formatDate(date.date);
}

/** The plan status with its basis and its evidence, in words. */
export function planWords(plan: PlanStatusView): string {
  const adopted =
    plan.adoptionDates.length === 0 ? "" : ` Adopted ${listOf(plan.adoptionDates.map((date) => planDate(date)))}.`;
  const words = plan.words === null ? "" : ` “${plan.words}”`;
  if (plan.planned === null) return `Not reported: ${plan.reason ?? "the filing does not say"}.`;
  const basis = plan.basis === null ? "" : `, by ${plan.basis}${plan.footnoteId === null ? "" : ` ${plan.footnoteId}`}`;
  return `${plan.planned ? "Planned (Rule 10b5-1)" : "Not planned"}${basis}.${adopted}${words}`;
}
