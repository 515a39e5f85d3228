import { CitedFigureText } from "@/components/evidence/cited-figure";
import { type Fact, FactStrip } from "@/components/evidence/fact-strip";
import { addressOf, type RowIndex } from "@/components/evidence/row-index";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatMoneyChange, formatPercent } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { RowRef, TotalsView } from "@/lib/services/views";

interface TotalsStripProps {
  totals: TotalsView;
  lastTrade: string | null;
  rows: RowIndex;
  /** Facts of the page's own, after the totals. */
  more?: readonly Fact[];
}

const RULE = "Only code P with A and code S with D, Table I, each joint event once.";

/** The money of the rows shown: purchases, sales, net, and how much of the sales was planned. */
export function TotalsStrip({ totals, lastTrade, rows, more = [] }: TotalsStripProps) {
  const last = [...rows.values()].find((row) => row.tradeDate === lastTrade && lastTrade !== null);
  const left = totals.net.leftOut.reduce((sum, group) => sum + group.count, 0);
  const facts: Fact[] = [
    {
      label: "Net open market",
      value: (
        <CitedFigureText
          figure={totals.net}
          label="Net open market"
          rule={`Purchases less sales. ${RULE}`}
          write={formatMoneyChange}
          rows={rows}
        />
      ),
      detail: left === 0 ? "all rows counted" : `${countOf(left, "row")} left out, with reasons`,
    },
    {
      label: "Purchases (P)",
      value: (
        <CitedFigureText
          figure={totals.buys}
          label="Purchases"
          rule={`Σ shares × price. ${RULE}`}
          write={formatMoney}
          rows={rows}
        />
      ),
      detail: people(totals.buys.rows, rows, "buyer"),
    },
    {
      label: "Sales (S)",
      value: (
        <CitedFigureText
          figure={totals.sales}
          label="Sales"
          rule={`Σ shares × price. ${RULE}`}
          write={formatMoney}
          rows={rows}
        />
      ),
      detail: people(totals.sales.rows, rows, "seller"),
    },
    { label: "Sales under a 10b5-1 plan", ...plannedShare(totals.sales.rows, rows) },
    {
      label: "Last trade",
      value:
        last === undefined ? (
          formatDate(lastTrade)
        ) : (
          <a href={`#transactions`} className="evidence">
            {formatDate(lastTrade)}
          </a>
        ),
    },
    ...more,
  ];
  return <FactStrip facts={facts} />;
}

function people(refs: readonly RowRef[], rows: RowIndex, noun: string): string {
  const ciks = new Set(refs.flatMap((ref) => rows.get(addressOf(ref))?.owners.map((owner) => owner.cik) ?? []));
  return `${countOf(refs.length, "row")}, ${countOf(ciks.size, noun)}`;
}

/** The part of the sales' dollars whose rows say yes; rows that do not say are named beside it. */
function plannedShare(refs: readonly RowRef[], rows: RowIndex): Pick<Fact, "value" | "detail"> {
  const sales = refs.flatMap((ref) => rows.get(addressOf(ref)) ?? []);
  const value = (planned: boolean | null) =>
    sales.filter((row) => row.plan.planned === planned).reduce((sum, row) => sum + (row.value ?? 0), 0);
  const total = value(true) + value(false) + value(null);
  if (total === 0) return { value: "—", detail: "no sale under this filter" };
  return {
    value: (
      <a href="#transactions" className="evidence">
        {formatPercent(value(true) / total)}
      </a>
    ),
    detail: `not planned ${formatPercent(value(false) / total)}, not reported ${formatPercent(value(null) / total)}`,
  };
}
