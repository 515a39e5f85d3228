"use client";

import { EvidenceText } from "@/components/evidence/cited-figure";
import type { EvidenceFigure } from "@/components/evidence/evidence-figure";
import { type Fact, FactStrip } from "@/components/evidence/fact-strip";
import { DayLink } from "@/components/links/day-link";
import { formatDate } from "@/lib/format/dates";
import { formatMoneyShort, formatPercent } from "@/lib/format/numbers";
import { UNKNOWN } from "@/lib/format/unknown";
import { countOf, rowsOfFigure } from "@/lib/format/words";
import { transactionsPath } from "@/lib/paths";
import type { Party } from "@/lib/queries/party-activity-query";
import type { DayRange } from "@/lib/search-params/day-range";
import type { Activity, PlannedSales } from "./activity";
import { periodFact } from "./period-fact";

interface TotalsStripProps extends Pick<Activity, "totals" | "lastTrade" | "span" | "range" | "undated"> {
  party: Party;
}

const RULE = "Only code P with A and code S with D, Table I, each joint event once.";

/** The money of the rows shown, and of which days: net, purchases, sales, and how much of the sales was planned. */
export function TotalsStrip({ totals, lastTrade, party, ...period }: TotalsStripProps) {
  const isIssuer = party.kind === "issuer";
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
      detail:
        left === 0 ? (
          "all rows counted"
        ) : (
          <>
            <EvidenceText
              figure={{ value: left, note: null, rows: [], rowCount: 0, leftOut: totals.net.leftOut }}
              label="Left out of purchases and sales"
              rule="Rows that are in neither sum, by the first reason that holds."
              format="rows"
            />{" "}
            left out, with reasons
          </>
        ),
    },
    sideFact("Purchases", "P", totals.buys, isIssuer && countOf(totals.buyers, "buyer")),
    sideFact("Sales", "S", totals.sales, isIssuer && countOf(totals.sellers, "seller")),
    {
      label: "Sales under a 10b5-1 plan",
      ...plannedShare(totals.plannedSales, (plan) => soldPath(party, plan, period.range)),
    },
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

/** The sales of one answer, as the screener lists and sums them. */
function soldPath({ kind, cik }: Party, plan: "no" | "unknown", { from, to }: DayRange) {
  const days = [["tradedFrom", from] as const, ["tradedTo", to] as const];
  return transactionsPath([
    ["code", "S"],
    ["plan", plan],
    [kind, cik],
    ...days.flatMap(([name, day]) => (day === null ? [] : [[name, day] as const])),
  ]);
}

/** The part of the sales' dollars whose rows say yes; what the rows deny or do not say stands beside it. */
function plannedShare(
  { planned, notPlanned, notReported }: PlannedSales,
  path: (plan: "no" | "unknown") => ReturnType<typeof soldPath>,
): Pick<Fact, "value" | "detail"> {
  const total = planned + notPlanned + notReported;
  if (total === 0) return { value: UNKNOWN, detail: "no sale with a value in these rows" };
  return {
    value: (
      <a href="#transactions" className="evidence">
        {formatPercent(planned / total)}
      </a>
    ),
    detail: (
      <>
        not planned <Sold dollars={notPlanned} of={total} href={path("no")} />, not reported{" "}
        <Sold dollars={notReported} of={total} href={path("unknown")} />
      </>
    ),
  };
}

function Sold({ dollars, of, href }: { dollars: number; of: number; href: ReturnType<typeof soldPath> }) {
  if (dollars === 0) return "0 %";
  return (
    <DayLink href={href} className="evidence">
      {formatPercent(dollars / of)}, {formatMoneyShort(dollars)}
    </DayLink>
  );
}
