import { formatDateSpan } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { markShape, PLAN_WORDS, planShape } from "../glyphs/plan-shape";
import { PlotTip } from "../plot/plot-tip";
import type { TimelineMark } from "./timeline-mark";
import { codeWords } from "./timeline-words";

interface TimelineTipProps {
  mark: TimelineMark;
  x: string;
  y: number;
}

/** What a mark stands for, beside it; the same words are the mark's accessible name. */
export function TimelineTip({ mark, x, y }: TimelineTipProps) {
  const shape = markShape(mark);
  return (
    <PlotTip x={x} y={y}>
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
    </PlotTip>
  );
}
