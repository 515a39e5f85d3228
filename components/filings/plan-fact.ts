import { planWords } from "@/components/marks/plan-mark";
import { countOf } from "@/lib/format/words";
import type { RowView } from "@/lib/services/views/shapes/row";

/** Whether the filing's purchases and sales were planned, what says so, and where that stands on the page. */
export interface PlanAnswer {
  answer: string;
  detail: string;
  anchor: string;
}

/** Null where the filing reports neither a purchase nor a sale of Table I. */
export function planAnswer(rows: readonly RowView[]): PlanAnswer | null {
  const trades = rows.filter(
    ({ kind, table, transactionClass: of }) =>
      kind === "transaction" && table === "I" && (of === "buy" || of === "sale"),
  );
  const [first] = trades;
  if (first === undefined) return null;
  const planned = trades.filter(({ plan }) => plan.planned === true);
  const denied = trades.filter(({ plan }) => plan.planned === false);
  const shown = planned[0] ?? denied[0] ?? first;
  const anchor = shown.plan.footnoteId ?? shown.anchor;
  const isOne = [planned.length, denied.length, 0].includes(trades.length) || planned.length + denied.length === 0;
  if (!isOne) {
    const parts = [
      [planned.length, "planned"],
      [denied.length, "not planned"],
      [trades.length - planned.length - denied.length, "not reported"],
    ] as const;
    const counts = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    return { answer: "differs by row", detail: `of ${countOf(trades.length, "row")}: ${counts.join(", ")}`, anchor };
  }
  return { ...answerOf(shown), anchor };
}

function answerOf({ plan }: RowView): Pick<PlanAnswer, "answer" | "detail"> {
  if (plan.planned === null) return { answer: "not reported", detail: plan.reason ?? "the filing does not say" };
  // The words themselves stand at the footnote that this leads to.
  const [, ...rest] = planWords({ ...plan, words: null }).split(", ");
  return { answer: plan.planned ? "planned" : "not planned", detail: rest.join(", ").replace(/\.$/, "") };
}
