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
  const at = (date: string) => `${((dayOf(date) - start) / length) * 100}%`;
  return (
    <div className="keep max-w-2xl" aria-hidden="true">
      <div className="relative h-4 border-y border-rule">
        <div
          className="absolute inset-y-0 left-0 border-r border-dashed border-rule-strong bg-paper-3"
          style={{ width: `${(WAIT_DAYS / length) * 100}%` }}
        />
        <div className="absolute inset-y-0 left-0 w-[3px] bg-ink" />
        {purchaseDays.map((date) => (
          <div key={date} className="absolute top-0 h-1/2 w-[2px] bg-buy" style={{ left: at(date) }} />
        ))}
        {saleDays.map((date) => (
          <div key={date} className="absolute bottom-0 h-1/2 w-[2px] bg-sale" style={{ left: at(date) }} />
        ))}
      </div>
      <div className="mt-0.5 flex justify-between text-xs text-ink-3">
        <span>{formatDate(adopted.date)} adopted; first 90 days shaded</span>
        <span>{formatDate(lastTrade ?? firstTrade)}</span>
      </div>
    </div>
  );
}
