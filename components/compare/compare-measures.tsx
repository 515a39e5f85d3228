import type { ReactNode } from "react";
import { formatDate, newYorkDate } from "@/lib/format/dates";
import { formatCount, formatMoney, formatMoneyChange, formatPercent } from "@/lib/format/numbers";
import { UNKNOWN } from "@/lib/format/unknown";
import { countOf, rowsOfFigure } from "@/lib/format/words";
import type { ComparedFigure, ComparedIssuer } from "@/lib/services/compare/compare-view";

/** A figure, its second line, and the section of the issuer's page that shows where it comes from. */
interface Cell {
  text: string;
  detail?: ReactNode;
  section: string;
}

/** One line of the comparison. */
export interface Measure {
  name: string;
  /** What this is, in a sentence. */
  about: string;
  /** The page that says how. */
  method: string | null;
  cell: (issuer: ComparedIssuer) => Cell;
}

const leftOut = ({ leftOut: count }: ComparedFigure) =>
  count === 0 ? "all counted" : `${countOf(count, "row")} left out`;

/** Of a whole: `12 of 340 (3.5 %)`; nothing to divide: unknown. */
function part(count: number, whole: number): string {
  return whole === 0 ? UNKNOWN : `${formatCount(count)} of ${formatCount(whole)} (${formatPercent(count / whole)})`;
}

function plannedShare({ plannedSales: { planned, notPlanned, notReported } }: ComparedIssuer): Cell {
  const total = planned + notPlanned + notReported;
  if (total === 0) return { text: UNKNOWN, detail: "no sale with a value", section: "transactions" };
  return {
    text: formatPercent(planned / total),
    detail: `not planned ${formatPercent(notPlanned / total)}, not reported ${formatPercent(notReported / total)}`,
    section: "transactions",
  };
}

/** What issuers are compared by, in the order of the issuer page. */
export const MEASURES: readonly Measure[] = [
  {
    name: "Filings",
    about: "Forms 3, 4 and 5 in this ledger, and through when it knows them.",
    method: null,
    cell: (one) => ({
      text: formatCount(one.filings),
      detail: one.through === null ? "none is dated" : `known through ${formatDate(newYorkDate(one.through))}`,
      section: "filings",
    }),
  },
  {
    name: "Trades",
    about: "First and last date of a transaction, of any code.",
    method: null,
    cell: (one) => ({
      text: `${formatDate(one.firstTrade)} – ${formatDate(one.lastTrade)}`,
      section: "timeline",
    }),
  },
  {
    name: "Net open market",
    about: "Purchases (P) less sales (S) in dollars, Table I, each joint event once.",
    method: "values-and-totals",
    cell: ({ net }) => ({ text: formatMoneyChange(net.value), detail: leftOut(net), section: "months" }),
  },
  {
    name: "Purchases",
    about: "Dollars of code P, and how many reporting owners bought.",
    method: "values-and-totals",
    cell: ({ buys, buyers }) => ({
      text: formatMoney(buys.value),
      detail: `${rowsOfFigure(buys.value, buys.rows)}, ${countOf(buyers, "buyer")}`,
      section: "transactions",
    }),
  },
  {
    name: "Sales",
    about: "Dollars of code S, and how many reporting owners sold.",
    method: "values-and-totals",
    cell: ({ sales, sellers }) => ({
      text: formatMoney(sales.value),
      detail: `${rowsOfFigure(sales.value, sales.rows)}, ${countOf(sellers, "seller")}`,
      section: "transactions",
    }),
  },
  {
    name: "Sales under a 10b5-1 plan",
    about: "The part of the sales’ dollars whose filing says that a plan stood behind it.",
    method: "plan-status",
    cell: plannedShare,
  },
  {
    name: "Filed late",
    about: "Filings whose latest row came after its due date, of those that could be assessed.",
    method: "lateness",
    cell: ({ late }) => ({
      text: part(late.late, late.assessed),
      detail: [
        late.lateUnlessDeemed === 0 ? null : `${formatCount(late.lateUnlessDeemed)} more unless deemed later`,
        late.notAssessed === 0 ? null : `${formatCount(late.notAssessed)} not assessed`,
      ]
        .filter((words) => words !== null)
        .join(", "),
      section: "conduct",
    }),
  },
  {
    name: "Exercise and sell",
    about: "Days on which shares were exercised, how many of them ended in a sale, and what the sales brought.",
    method: "exercise-and-sell",
    cell: ({ exercises: { episodes, outcomes, proceeds } }) => ({
      text: countOf(episodes, "episode"),
      detail:
        episodes === 0
          ? undefined
          : `${formatCount(outcomes.find(({ outcome }) => outcome === "sale")?.count ?? 0)} with a sale, proceeds ${formatMoney(proceeds.value)}${proceeds.leftOut === 0 ? "" : ` (${formatCount(proceeds.leftOut)} unknown)`}`,
      section: episodes === 0 ? "insiders" : "exercise-and-sell",
    }),
  },
  {
    name: "Unexplained balance steps",
    about: "Balances that the rows between two reports do not explain, of the steps that could be checked.",
    method: "ledger-audit",
    cell: ({ audit }) => ({
      text: part(audit.unexplained, audit.checked),
      detail: `${formatCount(audit.closed)} add up`,
      section: "ledger-audit",
    }),
  },
  {
    name: "Double counting",
    about: "Rows that joint filings tell again, and the dollars by which they would raise purchases and sales.",
    method: "joint-events",
    cell: ({ doubleCount }) => ({
      text: countOf(doubleCount.copies, "copy", "copies"),
      detail: `${formatMoney(doubleCount.dollars)} told twice, counted once`,
      section: "double-count",
    }),
  },
];
