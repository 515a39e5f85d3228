import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import type { NotedDate } from "@/lib/analytics/plans/plan-status";
import { type PlanCard, planCards } from "@/lib/analytics/plans/plans";
import type { WaitingCheck } from "@/lib/analytics/plans/waiting-period";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { groupBy } from "@/lib/analytics/rows/filing-order";
import { stableSum, sumOrNull } from "@/lib/analytics/sums";
import { rowValue } from "@/lib/analytics/values";
import { formatDate, formatMonth } from "@/lib/format/dates";
import { issuerRef, rowRef } from "./rows/row-view";
import type { CitedFigure } from "./shapes/cited-figure";
import type { PlanView } from "./shapes/plan";

const REASONS: Record<NonNullable<WaitingCheck["reason"]>, string> = {
  "no adoption date": "no footnote gives an adoption date",
  "no trade yet": "no trade under it is reported",
  "month straddles a limit": "only the month is given, and it straddles a limit",
  "role not stated": "the filings state no role",
  "trade before adoption": "the first trade is earlier than the adoption date given",
};

/** Plan cards of filings as the pages show them, the latest trade first. */
export function planViews(filings: readonly FilingFacts[], excluded?: ReadonlyMap<string, string>): PlanView[] {
  const cards = planCards(filings, { excluded });
  const last = (card: PlanCard) => card.lastTrade?.tradeDate ?? "";
  return cards
    .sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0))
    .map((card) => planView(card, excluded ?? new Map()));
}

function planView(card: PlanCard, excluded: ReadonlyMap<string, string>): PlanView {
  const [owner] = card.owners;
  const [line] = card.holdingSold;
  return {
    issuer: issuerRef(card.adoptionRow.filing),
    insider: { cik: owner?.cik ?? "", name: card.owners.map((one) => one.name ?? one.cik).join(", ") },
    adopted: card.adoption === null ? null : { date: card.adoption.date, precision: card.adoption.precision },
    words: planOfRow(card.adoptionRow)?.words ?? null,
    evidence: card.rows.map(rowRef),
    firstTrade: card.firstTrade?.tradeDate ?? null,
    lastTrade: card.lastTrade?.tradeDate ?? null,
    purchaseDays: daysOf(card, "P"),
    saleDays: daysOf(card, "S"),
    daysBefore: card.daysToFirstTrade?.min === card.daysToFirstTrade?.max ? (card.daysToFirstTrade?.min ?? null) : null,
    waitingPeriod: { outcome: card.waiting.outcome, words: waitingWords(card.waiting) },
    trades: card.trades.length,
    shares: sharesFigure(card),
    value: valueFigure(card),
    derivatives: derivativesOf(card, excluded),
    shareOfHoldingSold: card.holdingSold.length === 1 ? (line?.share ?? null) : null,
    singleTrade: card.singleTradeSoFar,
    notes: notesOf(card),
  };
}

function daysOf({ trades, derivativeTrades }: PlanCard, code: "P" | "S"): string[] {
  const rows = [...trades, ...derivativeTrades].filter((row) => row.code === code);
  return [...new Set(rows.flatMap(({ tradeDate }) => tradeDate ?? []))].sort();
}

function waitingWords(check: WaitingCheck): string {
  if (check.reason !== null) return `Waiting period not assessed: ${REASONS[check.reason]}.`;
  const days =
    check.days === null
      ? ""
      : ` (${check.days.min === check.days.max ? check.days.min : `${check.days.min}–${check.days.max}`} days)`;
  switch (check.outcome) {
    case "shorter than the minimum":
      return `Shorter than the minimum waiting period of ${check.minimum} days${days}.`;
    case "can't be decided from Form 4 alone":
      return `Between 90 and 119 days${days}: can't be decided from Form 4 alone.`;
    case "satisfied":
      return `The waiting period of the 2023 rule is satisfied${days}.`;
    default:
      return "Adopted before 27 February 2023: the waiting period of the 2023 rule did not apply.";
  }
}

function sharesFigure(card: PlanCard): CitedFigure {
  const classes = new Set(card.trades.map((row) => row.classKey));
  const value = classes.size > 1 ? null : sumOrNull(card.trades.map((row) => row.shares));
  const note =
    value !== null ? null : classes.size > 1 ? "Several classes: never added together." : "A trade reports no shares.";
  return { value, rows: card.trades.map(rowRef), note, leftOut: [] };
}

/** Gross dollars of the plan's purchases and sales; what has no value is counted, not guessed. */
function valueFigure(card: PlanCard): CitedFigure {
  const { buys, sales } = card.totals;
  const rows = [...buys.rows, ...sales.rows];
  const out = card.value.leftOut;
  return {
    value: rows.length === 0 ? null : stableSum([buys.value, sales.value]),
    rows: rows.map(rowRef),
    note: rows.length === 0 ? "No trade with a known value." : null,
    leftOut: out.length === 0 ? [] : [{ reason: "no known value", count: out.length, rows: out.map(rowRef) }],
  };
}

/** What was traded of derivatives, class by class: units are no shares, and a value is what the derivative itself fetched. */
function derivativesOf({ derivativeTrades }: PlanCard, excluded: ReadonlyMap<string, string>): PlanView["derivatives"] {
  return [...groupBy(derivativeTrades, (row) => row.classKey).values()].map((rows) => {
    const units = sumOrNull(rows.map((row) => row.shares));
    const out = rows.filter((row) => excluded.has(row.address) || rowValue(row).value === null);
    const counted = rows.filter((row) => !out.includes(row));
    return {
      securityTitle: rows[0]?.securityTitle ?? null,
      trades: rows.length,
      units: {
        value: units,
        rows: rows.map(rowRef),
        note: units === null ? "A trade reports no number." : null,
        leftOut: [],
      },
      value: {
        value: counted.length === 0 ? null : sumOrNull(counted.map((row) => rowValue(row).value)),
        rows: counted.map(rowRef),
        note: counted.length === 0 ? "No trade with a known value." : null,
        leftOut: out.length === 0 ? [] : [{ reason: "no known value", count: out.length, rows: out.map(rowRef) }],
      },
    };
  });
}

function spelled({ date, precision }: NotedDate): string {
  return precision === "day" ? formatDate(date) : formatMonth(date);
}

function notesOf(card: PlanCard): string[] {
  const notes: string[] = [];
  if (card.cadence !== null)
    notes.push(`Trades on ${card.cadence.tradeDays} days, ${card.cadence.median} days apart at the median.`);
  if (card.overlaps.length > 0) notes.push("Overlaps another plan of the same insider.");
  if (card.shared.length > 0) notes.push("Some footnotes name several plans: their rows stand on each card.");
  for (const { modified, waiting } of card.restarts)
    notes.push(`Modified ${spelled(modified)}. ${waitingWords(waiting)}`);
  if (card.holdingSold.some((line) => line.flag !== null))
    notes.push("More was sold than the balance reported before.");
  return notes;
}
