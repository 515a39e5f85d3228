import { formatDateSpan } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { markShape, PLAN_WORDS, planShape } from "../glyphs/plan-shape";
import type { TimelineMark } from "./timeline-mark";
import { codeWords } from "./timeline-words";

interface TimelineTipProps {
  mark: TimelineMark;
  x: number;
  y: number;
}

/** What a mark stands for, beside it; the same words are the mark's accessible name. */
export function TimelineTip({ mark, x, y }: TimelineTipProps) {
  const shape = markShape(mark);
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 w-max max-w-72 rounded-[3px] border border-rule-strong bg-raised px-3 py-2 text-xs leading-[17px] text-ink-2 shadow-[0_4px_16px_var(--shadow)]"
      style={{ left: `clamp(0px, ${x + 14}px, calc(100% - 15rem))`, top: Math.max(0, y - 20) }}
    >
      <p className="font-medium text-ink">{mark.who}</p>
      <p>
        {formatDateSpan(mark.date, mark.until ?? mark.date)} ·{" "}
        {mark.count !== undefined && mark.count > 1 ? `${mark.count} × ` : ""}
        {codeWords(mark.code)}
      </p>
      <p className="text-ink">
        {mark.shares === null ? "" : `${formatShares(mark.shares)} shares `}
        {mark.price === null ? "price not given" : `at ${formatPrice(mark.price)}`}
        {mark.value === null ? "" : ` = ${formatMoney(mark.value)}`}
      </p>
      {mark.band === null ? null : (
        <p>
          prices from {formatPrice(mark.band.low)} to {formatPrice(mark.band.high)}
        </p>
      )}
      {mark.isDerivative ? <p>derivative (Table II)</p> : null}
      {mark.flag === null ? null : <p className="text-flag">! {mark.flag}</p>}
      {shape === "buy" || shape === "sale" ? <p>{PLAN_WORDS[planShape(mark.planned, mark.planBasis)]}</p> : null}
    </div>
  );
}
