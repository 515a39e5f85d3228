"use client";

import { EvidenceText } from "@/components/evidence/cited-figure";
import type { EvidenceFigure } from "@/components/evidence/evidence-figure";
import { type Fact, FactStrip } from "@/components/evidence/fact-strip";
import { formatDate } from "@/lib/format/dates";
import { formatPercent } from "@/lib/format/numbers";
import { UNKNOWN } from "@/lib/format/unknown";
import { countOf, rowsOfFigure } from "@/lib/format/words";
import type { Activity, PlannedSales } from "./activity";
import { periodFact } from "./period-fact";

interface TotalsStripProps extends Pick<Activity, "totals" | "lastTrade" | "span" | "range" | "undated"> {
  /** Of an issuer's rows it is told how many bought and sold. */
  isIssuer: boolean;
}

const RULE = "Only code P with A and code S with D, Table I, each joint event once.";

/** The money of the rows shown, and of which days: net, purchases, sales, and how much of the sales was planned. */
export function TotalsStrip({ totals, lastTrade, isIssuer, ...period }: TotalsStripProps) {
  const left = totals.net.leftOut.reduce((sum, group) => sum + group.count, 0);
  const facts: Fact[] = [
    periodFact(period),
    {
      label: "Net open market",
      value: (
        <EvidenceText
          figure={totals.net}
          label="Net open market"
          rule={`Purchases less sales. ${RULE}`}
          format="money change"
        />
      ),
      detail: left === 0 ? "all rows counted" : `${countOf(left, "row")} left out, with reasons`,
    },
    sideFact("Purchases", "P", totals.buys, isIssuer && countOf(totals.buyers, "buyer")),
    sideFact("Sales", "S", totals.sales, isIssuer && countOf(totals.sellers, "seller")),
    { label: "Sales under a 10b5-1 plan", ...plannedShare(totals.plannedSales) },
    {
      label: "Last trade",
      value:
        lastTrade === null ? (
          UNKNOWN
        ) : (
          <a href="#transactions" className="evidence">
            {formatDate(lastTrade)}
          </a>
        ),
    },
  ];
  return <FactStrip facts={facts} />;
}

function sideFact(label: string, code: string, figure: EvidenceFigure, people: string | false): Fact {
  return {
    label: `${label} (${code})`,
    value: <EvidenceText figure={figure} label={label} rule={`Σ shares × price. ${RULE}`} format="money" />,
    detail: rowsOfFigure(figure.value, figure.rowCount) + (people ? `, ${people}` : ""),
  };
}

/** The part of the sales' dollars whose rows say yes; what the rows deny or do not say stands beside it. */
function plannedShare({ planned, notPlanned, notReported }: PlannedSales): Pick<Fact, "value" | "detail"> {
  const total = planned + notPlanned + notReported;
  if (total === 0) return { value: UNKNOWN, detail: "no sale with a value in these rows" };
  return {
    value: (
      <a href="#transactions" className="evidence">
        {formatPercent(planned / total)}
      </a>
    ),
    detail: `not planned ${formatPercent(notPlanned / total)}, not reported ${formatPercent(notReported / total)}`,
  };
}
