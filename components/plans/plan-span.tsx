import { WIDE } from "@/components/charts/plot/stretched-path";
import { dayOf } from "@/components/charts/scales/days";
import { formatDate } from "@/lib/format/dates";
import type { PlanView } from "@/lib/services/views/shapes/plan";

/** The 2023 rule's shortest wait for directors and officers; the part of it that had passed is shaded. */
const WAIT_DAYS = 90;

/** A plan on a bar of time: adoption at its start, the first 90 days shaded; days of purchases above, of sales below. */
export function PlanSpan({ plan }: { plan: PlanView }) {
  const { adopted, firstTrade, lastTrade, purchaseDays, saleDays } = plan;
  if (adopted === null || adopted.precision !== "day" || firstTrade === null || firstTrade < adopted.date) return null;
  const start = dayOf(adopted.date);
  const length = Math.max(dayOf(lastTrade ?? firstTrade) - start, WAIT_DAYS) * 1.04;
  const ticks = (dates: readonly string[]) =>
    dates.map((date) => `M${Math.round(((dayOf(date) - start) / length) * WIDE)} 0v1`).join("");
  return (
    <div className="keep max-w-2xl" aria-hidden="true">
      <div className="relative h-4 border-y border-rule">
        <div
          className="absolute inset-y-0 left-0 border-r border-dashed border-rule-strong bg-paper-3"
          style={{ width: `${(WAIT_DAYS / length) * 100}%` }}
        />
        <div className="absolute inset-y-0 left-0 w-[3px] bg-ink" />
        <Ticks path={ticks(purchaseDays)} className="top-0 stroke-buy" />
        <Ticks path={ticks(saleDays)} className="bottom-0 stroke-sale" />
      </div>
      <div className="mt-0.5 flex justify-between text-xs text-ink-3">
        <span>{formatDate(adopted.date)} adopted; first 90 days shaded</span>
        <span>{formatDate(lastTrade ?? firstTrade)}</span>
      </div>
    </div>
  );
}

/** Days as strokes of one path: a plan may have hundreds. */
function Ticks({ path, className }: { path: string; className: string }) {
  if (path === "") return null;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDE} 1`}
      preserveAspectRatio="none"
      className={`absolute left-px h-1/2 w-full overflow-visible ${className}`}
    >
      <path d={path} strokeWidth={2} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
