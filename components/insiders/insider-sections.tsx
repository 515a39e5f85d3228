import { TimelineChart } from "@/components/charts/timeline/timeline-chart";
import { EpisodePanel } from "@/components/episodes/episode-panel";
import { indexRows } from "@/components/evidence/row-index";
import { FilingsTable } from "@/components/filings/filings-table";
import { BalanceLinesTable } from "@/components/holdings/balance-lines-table";
import { HoldingsPanel } from "@/components/holdings/holdings-panel";
import { Section } from "@/components/layout/section";
import { PlanCard } from "@/components/plans/plan-card";
import { timelineMarks } from "@/components/transactions/timeline-marks";
import { TotalsStrip } from "@/components/transactions/totals-strip";
import { TransactionTable } from "@/components/transactions/transaction-table";
import { UndatedNote } from "@/components/transactions/undated-note";
import { countOf } from "@/lib/format/words";
import type { InsiderView } from "@/lib/services/views";

/** An insider across issuers: holdings first, then trades, what became of exercises, plans, rows and filings. */
export function InsiderSections({ view }: { view: InsiderView }) {
  const rows = indexRows(view.rows);
  const { marks, undated } = timelineMarks(view.rows, view.episodes, "insider");
  const hideIssuer = view.issuers.length === 1;
  return (
    <>
      <TotalsStrip totals={view.totals} lastTrade={view.lastTrade} rows={rows} />
      <Section
        id="holdings"
        title="Holdings"
        about="Balances as reported, one step a report; gaps are marked, not filled."
      >
        <HoldingsPanel lines={view.lines} />
        <div className="mt-6">
          <BalanceLinesTable lines={view.lines} />
        </div>
      </Section>
      <Section id="timeline" title="Timeline" about="Trades by day and value.">
        <TimelineChart marks={marks} empty="No transaction, holdings only." />
        <UndatedNote count={undated} />
      </Section>
      {view.episodes.length === 0 ? null : (
        <Section
          id="exercise-and-sell"
          title="Exercise and sell"
          about="What became of shares on the day they were exercised."
        >
          {view.episodes.map((episode) => (
            <EpisodePanel key={episode.id} episode={episode} rows={rows} hide={hideIssuer ? "both" : "insider"} />
          ))}
        </Section>
      )}
      {view.plans.length === 0 ? null : (
        <Section
          id="plans"
          title="10b5-1 plans"
          about="Rebuilt from the filings’ words: an insider, an issuer, an adoption date."
        >
          {view.plans.map((plan) => (
            <PlanCard
              key={`${plan.issuer.cik} ${plan.adopted?.date}`}
              plan={plan}
              rows={rows}
              hide={hideIssuer ? "both" : "insider"}
            />
          ))}
        </Section>
      )}
      <Section id="transactions" title="Transactions" about={`${countOf(view.rows.length, "row")}, newest first.`}>
        <TransactionTable rows={view.rows} hide={hideIssuer ? ["issuer", "insider"] : ["insider"]} />
      </Section>
      <Section id="filings" title="Filings" about="Newest first.">
        <FilingsTable filings={view.filings} hide="insider" />
      </Section>
    </>
  );
}
