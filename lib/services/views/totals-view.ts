import { planStatus } from "@/lib/analytics/plans/plan-status";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { sumOfKnown } from "@/lib/analytics/sums";
import { type OutReason, rowValue, type Total, type Totals, totals, tradeSide } from "@/lib/analytics/values";
import { rowRef } from "./rows/row-view";
import type { MonthView, TotalsView } from "./shapes/activity";
import type { CitedFigure } from "./shapes/cited-figure";

/** Reasons for leaving a row out, in words. Other reasons (a flag, an amendment) come in words already. */
const OUT_WORDS: Record<OutReason, string> = {
  holding: "a holding, not a transaction",
  "derivative-table": "in Table II",
  "contradictory-direction": "code and direction contradict each other",
  "direction-not-reported": "no direction reported",
  "equity-swap": "an equity swap",
  "other-code": "neither code P nor code S",
  "shares-not-reported": "no number of shares",
  "shares-in-footnote-only": "number of shares in a footnote only",
  "price-not-reported": "no price",
  "price-in-footnote-only": "price in a footnote only",
};

const UNVALUED: ReadonlySet<string> = new Set<OutReason>([
  "shares-not-reported",
  "shares-in-footnote-only",
  "price-not-reported",
  "price-in-footnote-only",
]);

function outWords(reason: string): string {
  return OUT_WORDS[reason as OutReason] ?? reason;
}

function figureOf(total: Total): CitedFigure {
  return { value: total.value, rows: total.rows.map(rowRef), note: null, leftOut: [] };
}

/** A side's dollars: unknown, not 0, where rows of the side are there and none has a value. */
export function sideFigure(side: "buy" | "sale", { buys, sales, leftOut }: Totals): CitedFigure {
  const total = side === "buy" ? buys : sales;
  const unvalued = leftOut.some(({ row, reason }) => UNVALUED.has(reason) && tradeSide(row).side === side);
  if (total.rows.length > 0 || !unvalued) return figureOf(total);
  return { ...figureOf(total), value: null, note: `No ${side === "buy" ? "purchase" : "sale"} with a known value.` };
}

/** Buy, sale and net dollars of rows, each with its rows; what was left out is counted and listed by reason. */
export function totalsView(rows: readonly FiledRow[], excluded: ReadonlyMap<string, string>): TotalsView {
  const sums = totals(rows, excluded);
  const leftOut = [...sums.leftOutByReason].map(([reason, count]) => ({
    reason: outWords(reason),
    count,
    rows: sums.leftOut.filter((one) => one.reason === reason).map((one) => rowRef(one.row)),
  }));
  const buys = sideFigure("buy", sums);
  const sales = sideFigure("sale", sums);
  const isKnown = buys.value !== null && sales.value !== null;
  return {
    buys: { ...buys, leftOut },
    sales: { ...sales, leftOut },
    net: {
      value: isKnown ? sums.net : null,
      rows: [...buys.rows, ...sales.rows],
      note: buys.note ?? sales.note,
      leftOut,
    },
    buyers: personsOf("buy", rows, excluded),
    sellers: personsOf("sale", rows, excluded),
    byClass: [...sums.byClass].map(([transactionClass, total]) => ({
      transactionClass,
      figure: figureOf(total),
      transactions: total.rows.length,
    })),
  };
}

/** Who bought or sold: a price that is missing makes the dollars unknown, not the trade. */
function personsOf(side: "buy" | "sale", rows: readonly FiledRow[], excluded: ReadonlyMap<string, string>): number {
  const persons = new Set<string>();
  for (const row of rows) {
    if (tradeSide(row).side !== side || excluded.has(row.address)) continue;
    for (const { cik } of row.filing.owners) persons.add(cik);
  }
  return persons.size;
}

/** Open-market activity by calendar month of the trade, oldest first; months without a transaction are not listed. */
export function monthViews(rows: readonly FiledRow[], excluded: ReadonlyMap<string, string>): MonthView[] {
  const byMonth = new Map<string, FiledRow[]>();
  for (const row of rows) {
    const month = row.tradeDate?.slice(0, 7);
    if (month === undefined || tradeSide(row).side === null) continue;
    if (excluded.has(`${row.filing.filingId}#${row.anchor}`)) continue;
    const group = byMonth.get(month);
    if (group === undefined) byMonth.set(month, [row]);
    else group.push(row);
  }
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, group]) => {
      const sum = (side: "buy" | "sale", plannedOnly: boolean) =>
        sumOfKnown(
          group
            .filter((row) => tradeSide(row).side === side && (!plannedOnly || isPlanned(row)))
            .map((row) => rowValue(row).value),
        );
      return {
        month,
        buys: sum("buy", false),
        sales: sum("sale", false),
        plannedBuys: sum("buy", true),
        plannedSales: sum("sale", true),
        transactions: group.length,
        unvalued: group.filter((row) => rowValue(row).value === null).length,
      };
    });
}

function isPlanned(row: FiledRow): boolean {
  return planStatus(row.filing).get(row.anchor)?.planned === true;
}
