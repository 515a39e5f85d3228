import type { ReactNode } from "react";
import { CitedFigureText } from "@/components/evidence/cited-figure";
import { RowLink } from "@/components/links/ledger-link";
import { planDate } from "@/components/marks/plan-mark";
import { InsiderLink, IssuerLink } from "@/components/parties/party-links";
import { formatDate } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { PlanView } from "@/lib/services/views/shapes/plan";
import { PlanSpan } from "./plan-span";

interface PlanCardProps {
  plan: PlanView;
  hide?: "issuer" | "insider" | "both";
}

/** One 10b5-1 plan as filings tell it: adoption, waiting time, what was traded under it, and the words. */
export function PlanCard({ plan, hide }: PlanCardProps) {
  const evidence = plan.evidence[0];
  return (
    <article className="border-b border-rule py-4 first-of-type:pt-0 last-of-type:border-b-0">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-3 text-base font-medium">
        {plan.adopted === null ? (
          "Adoption date not reported"
        ) : (
          <span>
            Adopted{" "}
            {evidence === undefined ? (
              planDate(plan.adopted)
            ) : (
              <RowLink href={filingPath(evidence.filingId, evidence.anchor)} className="evidence">
                {planDate(plan.adopted)}
              </RowLink>
            )}
          </span>
        )}
        <span className="text-sm font-normal text-ink-2">
          {hide === "insider" || hide === "both" ? null : <InsiderLink insider={plan.insider} />}
          {hide === undefined ? " · " : null}
          {hide === "issuer" || hide === "both" ? null : <IssuerLink issuer={plan.issuer} />}
        </span>
      </h3>
      <PlanSpan plan={plan} />
      <dl className="mt-3 grid grid-cols-2 gap-x-8 gap-y-2 text-sm sm:grid-cols-3 lg:grid-cols-6">
        <Entry label="Adoption to first trade">
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
        </Entry>
        <Entry label={plan.singleTrade ? "Only trade so far" : "First and last trade"}>
          {formatDate(plan.firstTrade)}
          {plan.singleTrade || plan.lastTrade === plan.firstTrade ? "" : ` – ${formatDate(plan.lastTrade)}`}
        </Entry>
        <Entry label={plan.derivatives.length === 0 ? "Trades" : "Trades in Table I"}>
          {countOf(plan.trades, "row")}
        </Entry>
        <Entry label="Shares">
          <CitedFigureText
            figure={plan.shares}
            label="Shares traded under the plan"
            rule="Σ shares of the purchases and sales under the plan."
            format="shares"
          />
        </Entry>
        <Entry label="Value">
          <CitedFigureText
            figure={plan.value}
            label="Value traded under the plan"
            rule="Σ shares × price of the purchases and sales under the plan."
            format="money"
          />
        </Entry>
        <Entry label="Share of holding sold">
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
        </Entry>
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
      {plan.notes.map((note) => (
        <p key={note} className="mt-2 max-w-[90ch] text-sm text-ink-2">
          {note}
        </p>
      ))}
    </article>
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

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="m-0 font-medium">{children}</dd>
    </div>
  );
}
