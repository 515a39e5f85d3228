import { formatDateSpan } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import type {
  PatternView,
  PurchaseRatioView,
  RoutineYearView,
  TraderPatternView,
} from "@/lib/services/sections/section-views";
import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";

/** What a table shows of each trader: years and sequences, newest first. */
export interface PatternExtent {
  traders: number;
  years: number;
  sequences: number;
}

/** Issuers have many traders, whose own pages have the rest. */
export const OF_ISSUER: PatternExtent = { traders: 12, years: 1, sequences: 1 };
export const OF_INSIDER: PatternExtent = { traders: 12, years: 6, sequences: 6 };

const RATIO_RULE = "(purchases − sales) ÷ (purchases + sales), by number of rows with code P or S";

export function ratioRule(window: PatternView["window"]): string {
  return window === null ? `${RATIO_RULE}.` : `${RATIO_RULE}, traded ${formatDateSpan(window.from, window.to)}.`;
}

export function classWords({ class: verdict }: RoutineYearView): string {
  return verdict ?? "not assessed";
}

export function ratioParts({ purchases, sales }: PurchaseRatioView): string {
  return `${countOf(purchases, "purchase")}, ${countOf(sales, "sale")}`;
}

export function leftOutFigure({ count, rows }: PatternView["leftOut"][number]): CitedFigure {
  return { value: count, rows, note: null, leftOut: [] };
}

/** Every figure of the table that opens its rows. */
export function patternFigures({ ratio, traders, leftOut }: PatternView, extent: PatternExtent): CitedFigure[] {
  return [
    ratio.figure,
    ...leftOut.map(leftOutFigure),
    ...traders.slice(0, extent.traders).flatMap((trader) => figuresOf(trader, extent)),
  ];
}

function figuresOf({ years, ratio, sequences }: TraderPatternView, extent: PatternExtent): CitedFigure[] {
  return [
    ratio.figure,
    ...years.slice(0, extent.years).map(({ evidence }) => evidence),
    ...sequences.slice(0, extent.sequences).map(({ total }) => total),
  ];
}
