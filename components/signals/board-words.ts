import type { FigureFormat } from "@/components/evidence/figure-format";
import { formatMoney, formatSharesChange } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { SignalName } from "@/lib/paths";

interface BoardWords {
  title: string;
  /** What this is, in a sentence. */
  about: string;
  /** The page of the measure. */
  method: string;
  date: string;
  figure: string;
  write: (figure: number | null) => string;
  /** The same by name, and what the column is called when the table is taken along. */
  format: FigureFormat;
  column: string;
}

const businessDays = (figure: number | null) => countOf(figure, "business day");

/** What each board is called and says of its figures. */
export const BOARDS: Record<SignalName, BoardWords> = {
  clusters: {
    title: "Clusters",
    about: "At least three insiders of one issuer trading the same way within 14 days, $100,000 or more together.",
    method: "clusters",
    date: "Visible",
    figure: "Together",
    write: formatMoney,
    format: "money",
    column: "value_usd",
  },
  "exercise-and-sell": {
    title: "Exercise and sell",
    about: "What became of shares on the day they were exercised.",
    method: "exercise-and-sell",
    date: "Exercised",
    figure: "Proceeds",
    write: formatMoney,
    format: "money",
    column: "value_usd",
  },
  plans: {
    title: "Plans",
    about: "10b5-1 plans as filings tell them, those that began to trade last first.",
    method: "plan-cards",
    date: "First trade",
    figure: "Traded",
    write: formatMoney,
    format: "money",
    column: "value_usd",
  },
  late: {
    title: "Late filings",
    about: "Filings whose latest row came after its due date.",
    method: "lateness",
    date: "Filed",
    figure: "Late by",
    write: businessDays,
    format: "days",
    column: "business_days_late",
  },
  "short-swing": {
    title: "Short-swing matches",
    about: "Purchases and sales less than six months apart. An arithmetic match, not a legal finding.",
    method: "short-swing",
    date: "Last trade",
    figure: "Difference",
    write: formatMoney,
    format: "money",
    column: "value_usd",
  },
  ledger: {
    title: "Ledger audit",
    about: "Balances that the rows between two reports do not explain.",
    method: "ledger-audit",
    date: "Reported",
    figure: "Shares",
    write: formatSharesChange,
    format: "shares change",
    column: "shares_unexplained",
  },
};
