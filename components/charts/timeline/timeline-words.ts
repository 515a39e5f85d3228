import { formatDateSpan } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { codeEntry } from "@/lib/ownership/codes";
import { markShape, PLAN_WORDS, planShape } from "../glyphs/plan-shape";
import type { TimelineMark } from "./timeline-mark";

/** `S sale`, or the bare code where the SEC's list has none. */
export function codeWords(code: string | null): string {
  if (code === null) return "no code";
  const entry = codeEntry(code);
  return entry === null ? `${code} (not in the SEC’s list)` : `${code} ${entry.label}`;
}

/** A mark in one line, for its accessible name. */
export function markWords(mark: TimelineMark): string {
  const shape = markShape(mark);
  const parts = [
    formatDateSpan(mark.date, mark.until ?? mark.date),
    mark.who,
    mark.count !== undefined && mark.count > 1 ? `${mark.count} × ${codeWords(mark.code)}` : codeWords(mark.code),
    mark.shares === null ? null : `${formatShares(mark.shares)} shares`,
    mark.price === null ? "price not given" : `at ${formatPrice(mark.price)}`,
    mark.band === null ? null : `from ${formatPrice(mark.band.low)} to ${formatPrice(mark.band.high)}`,
    mark.value === null ? null : formatMoney(mark.value),
    mark.isDerivative ? "derivative (Table II)" : null,
    mark.flag,
    shape === "buy" || shape === "sale" ? PLAN_WORDS[planShape(mark.planned, mark.planBasis)] : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** The whole timeline in a sentence: counts by kind, money where it is known, and the span. */
export function timelineSummary(marks: readonly TimelineMark[]): string {
  if (marks.length === 0) return "No trades to draw.";
  const dates = marks.map((mark) => mark.date).sort();
  const kinds = [
    kindWords(marks, "buy", "purchase"),
    kindWords(marks, "sale", "sale"),
    kindWords(marks, "exercise", "exercise or conversion", "exercises or conversions"),
    kindWords(marks, "letter", "other row"),
  ].filter((words) => words !== null);
  return `${kinds.join(", ")}; traded ${formatDateSpan(dates[0] ?? "", dates.at(-1) ?? "")}.`;
}

function kindWords(marks: readonly TimelineMark[], shape: string, noun: string, plural?: string): string | null {
  const own = marks.filter((mark) => markShape(mark) === shape);
  if (own.length === 0) return null;
  const count = countOf(own.length, noun, plural);
  if (shape !== "buy" && shape !== "sale") return count;
  const value = own.reduce((sum, mark) => sum + (mark.value ?? 0), 0);
  const without = own.filter((mark) => mark.value === null).length;
  const known = without === own.length ? " (price not given)" : ` for ${formatMoney(value)}`;
  return `${count}${known}${without > 0 && without < own.length ? ` (${without} without a price)` : ""}`;
}
