import { CitedFigureText } from "@/components/evidence/cited-figure";
import { FactEntry } from "@/components/evidence/fact-entry";
import { RowLink } from "@/components/links/ledger-link";
import { planDate } from "@/components/marks/plan-mark";
import { CaseCard } from "@/components/parties/case-card";
import type { HiddenParties } from "@/components/parties/party-links";
import { formatDate } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { PlanView } from "@/lib/services/views/shapes/plan";
import { PlanSpan } from "./plan-span";

interface PlanCardProps {
  plan: PlanView;
  hide?: HiddenParties;
}

/** One 10b5-1 plan as filings tell it: adoption, waiting time, what was traded under it, and the words. */
export function PlanCard({ plan, hide }: PlanCardProps) {
  return (
    <CaseCard
      title={<Adoption plan={plan} />}
      insiders={[plan.insider]}
      issuer={plan.issuer}
      hide={hide}
      drawing={<PlanSpan plan={plan} />}
      notes={plan.notes}
    >
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm @lg:grid-cols-3 @7xl:grid-cols-[4fr_6fr_2fr_3fr_4fr_4fr]">
        <FactEntry label="Adoption to first trade">
          <CitedFigureText
            figure={{
              value: plan.daysBefore,
              rows: plan.evidence,
              note: plan.daysBefore === null ? "The filing names no adoption day." : null,
              leftOut: [],
            }}
            label="Days from adoption to the first trade"
            rule="Calendar days from the adoption date in the footnote to the first trade under the plan."
            format="days"
          />
        </FactEntry>
        <FactEntry label={plan.singleTrade ? "Only trade so far" : "First and last trade"}>
          {formatDate(plan.firstTrade)}
          {plan.singleTrade || plan.lastTrade === plan.firstTrade ? "" : ` – ${formatDate(plan.lastTrade)}`}
        </FactEntry>
        <FactEntry label={plan.derivatives.length === 0 ? "Trades" : "Trades in Table I"}>
          {countOf(plan.trades, "row")}
        </FactEntry>
        <FactEntry label="Shares">
          <CitedFigureText
            figure={plan.shares}
            label="Shares traded under the plan"
            rule="Σ shares of the purchases and sales under the plan."
            format="shares"
          />
        </FactEntry>
        <FactEntry label="Value">
          <CitedFigureText
            figure={plan.value}
            label="Value traded under the plan"
            rule="Σ shares × price of the purchases and sales under the plan."
            format="money"
          />
        </FactEntry>
        <FactEntry label="Share of holding sold">
          <CitedFigureText
            figure={{
              value: plan.shareOfHoldingSold,
              rows: plan.shares.rows,
              note: plan.shareOfHoldingSold === null ? NO_SHARE : null,
              leftOut: [],
            }}
            label="Share of the holding sold under the plan"
            rule="Shares sold under the plan ÷ the balance of their line before the first of them."
            format="percent"
          />
        </FactEntry>
      </dl>
      {plan.derivatives.map((derivative) => (
        <DerivativeTrades key={derivative.securityTitle ?? ""} derivative={derivative} />
      ))}
      <p className="mt-2 max-w-[90ch] text-sm text-ink-2">{plan.waitingPeriod.words}</p>
      {plan.words === null ? null : (
        <blockquote className="mt-2 max-w-[90ch] border-l-2 border-rule-strong pl-3 text-sm text-ink-2">
          {plan.words}
        </blockquote>
      )}
    </CaseCard>
  );
}

function Adoption({ plan: { adopted, evidence } }: { plan: PlanView }) {
  if (adopted === null) return "Adoption date not reported";
  const row = evidence[0];
  if (row === undefined) return <span>Adopted {planDate(adopted)}</span>;
  return (
    <span>
      Adopted{" "}
      <RowLink href={filingPath(row.filingId, row.anchor)} className="evidence">
        {planDate(adopted)}
      </RowLink>
    </span>
  );
}

/** Derivatives traded under the plan stand apart: their units are no shares. */
function DerivativeTrades({ derivative }: { derivative: PlanView["derivatives"][number] }) {
  const title = derivative.securityTitle ?? "a derivative that is not named";
  return (
    <p className="mt-2 text-sm">
      In Table II, apart from the figures above: {countOf(derivative.trades, "row")} of {title},{" "}
      <CitedFigureText
        figure={derivative.units}
        label={`Units of ${title} traded under the plan`}
        rule="Σ units of the derivative's purchases and sales under the plan. They are in no sum of shares."
        format="shares"
      />{" "}
      units for{" "}
      <CitedFigureText
        figure={derivative.value}
        label={`Value of ${title} traded under the plan`}
        rule="Σ units × price of the derivative itself. It is in no purchase or sale total."
        format="money"
      />
      .
    </p>
  );
}

const NO_SHARE = "Not known: the balance before the first sale is not reported, or the plan trades on several lines.";
