import { episodeFigures } from "@/components/episodes/episode-figures";
import { EpisodePanel } from "@/components/episodes/episode-panel";
import { ExerciseFlows } from "@/components/episodes/exercise-flow";
import { citedRows } from "@/components/evidence/evidence-figure";
import { EvidenceRowsProvider } from "@/components/evidence/evidence-rows";
import { indexRows } from "@/components/evidence/row-index";
import { ConductTable } from "@/components/filings/conduct-table";
import { FilingList } from "@/components/filings/filing-list";
import { BalanceLinesTable } from "@/components/holdings/balance-lines-table";
import { bookFigures, flowFigures } from "@/components/holdings/grant-figures";
import { HoldingsPanel } from "@/components/holdings/holdings-panel";
import { LedgerAudit } from "@/components/holdings/ledger-audit";
import { OptionBook } from "@/components/holdings/option-book";
import { Section } from "@/components/layout/section";
import { PlanCard } from "@/components/plans/plan-card";
import { planFigures } from "@/components/plans/plan-figures";
import { activityOf } from "@/components/transactions/activity";
import { ActivityTimeline } from "@/components/transactions/activity-charts";
import { TotalsStrip } from "@/components/transactions/totals-strip";
import { UndatedNote } from "@/components/transactions/undated-note";
import { countOf } from "@/lib/format/words";
import { insiderPath } from "@/lib/paths";
import type { InsiderSections as Sections } from "@/lib/services/sections/section-views";
import type { InsiderView } from "@/lib/services/views";
import { InsiderRows } from "./insider-rows";

interface InsiderSectionsProps {
  view: InsiderView;
  sections: Sections;
  hasAllFilings: boolean;
}

/** An insider across issuers: holdings first, then trades, what became of exercises, plans, rows and filings. */
export function InsiderSections({ view, sections, hasAllFilings }: InsiderSectionsProps) {
  const rows = indexRows(view.rows);
  const activity = activityOf(view, "insider");
  const hideIssuer = view.issuers.length === 1;
  const figures = [
    ...view.episodes.flatMap(episodeFigures),
    ...view.plans.flatMap(planFigures),
    ...bookFigures(sections.optionBook),
    ...flowFigures(sections.flows),
    ...sections.conduct.map((one) => one.withoutPrice.figure),
  ];
  return (
    <EvidenceRowsProvider rows={citedRows(figures, rows)}>
      <TotalsStrip totals={activity.totals} lastTrade={activity.lastTrade} />
      <Section
        id="holdings"
        title="Holdings"
        about="Balances as reported, one step a report; gaps are marked, not filled."
      >
        <HoldingsPanel lines={view.lines} residuals={sections.audit.residuals} />
        <div className="mt-6">
          <BalanceLinesTable lines={view.lines} />
        </div>
      </Section>
      {sections.optionBook.grants.length + sections.optionBook.leftOut.length === 0 ? null : (
        <Section
          id="option-book"
          title="Option book"
          about="Open grants at the latest report, valued at the owner’s own last price."
        >
          <OptionBook book={sections.optionBook} hide={hideIssuer ? "both" : "insider"} />
        </Section>
      )}
      <Section id="timeline" title="Timeline" about="Trades by day and value.">
        <ActivityTimeline marks={activity.marks} summary={activity.summary} empty="No transaction, holdings only." />
        <UndatedNote count={activity.undated} />
      </Section>
      {view.episodes.length === 0 ? null : (
        <Section
          id="exercise-and-sell"
          title="Exercise and sell"
          about="What became of shares on the day they were exercised."
        >
          <ExerciseFlows flows={sections.flows} isAcross={!hideIssuer} />
          {view.episodes.map((episode) => (
            <EpisodePanel key={episode.id} episode={episode} hide={hideIssuer ? "both" : "insider"} />
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
              hide={hideIssuer ? "both" : "insider"}
            />
          ))}
        </Section>
      )}
      <Section id="transactions" title="Transactions" about={`${countOf(view.rows.length, "row")}, newest first.`}>
        <InsiderRows
          cik={view.insider.cik}
          rows={activity.rows}
          rowCount={activity.rowCount}
          hide={hideIssuer ? ["issuer", "insider"] : ["insider"]}
        />
      </Section>
      <Section id="filings" title="Filings" about="Newest first.">
        <FilingList
          filings={view.filings}
          hide="insider"
          path={insiderPath(view.insider.cik)}
          isWhole={hasAllFilings}
        />
      </Section>
      <Section
        id="ledger-audit"
        title="Ledger audit"
        about="Last balance plus the rows gives the next balance? Each step that does not, with its explanation."
      >
        <LedgerAudit audit={sections.audit} hide="insider" />
      </Section>
      <Section id="conduct" title="Filing conduct" about="How this insider files: counts, no judgement.">
        <ConductTable conduct={sections.conduct} by="issuer" />
      </Section>
    </EvidenceRowsProvider>
  );
}
