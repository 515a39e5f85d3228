import type { ChartSource } from "@/components/charts/export/chart-source";
import { episodeFigures } from "@/components/episodes/episode-figures";
import { EpisodePanel } from "@/components/episodes/episode-panel";
import { ExerciseFlows } from "@/components/episodes/exercise-flow";
import { citedRows } from "@/components/evidence/evidence-figure";
import { EvidenceRowsProvider } from "@/components/evidence/evidence-rows";
import { indexRows } from "@/components/evidence/row-index";
import { bookFigures, flowFigures } from "@/components/holdings/grant-figures";
import { HoldingsPanel } from "@/components/holdings/holdings-panel";
import { OptionBook } from "@/components/holdings/option-book";
import { Section, SectionPair } from "@/components/layout/section";
import { PartyExport } from "@/components/parties/export/party-export";
import { RosterTable } from "@/components/parties/roster-table";
import { PlanCard } from "@/components/plans/plan-card";
import { planFigures } from "@/components/plans/plan-figures";
import type { Party } from "@/lib/queries/party-activity-query";
import type { IssuerSections } from "@/lib/services/sections/section-views";
import type { IssuerView } from "@/lib/services/views/shapes/party";

interface IssuerPanelsProps {
  view: IssuerView;
  sections: IssuerSections;
  /** What saved charts say of themselves. */
  source: ChartSource;
}

/** What the filter leaves alone: insiders, holdings, episodes and plans of the whole issuer. */
export function IssuerPanels({ view, sections, source }: IssuerPanelsProps) {
  const party: Party = { kind: "issuer", cik: view.issuer.cik };
  const [episodes, plans] = [view.episodes.slice(0, MOST), view.plans.slice(0, MOST)];
  const figures = [
    ...episodes.flatMap(episodeFigures),
    ...plans.flatMap(planFigures),
    ...view.roster.flatMap((entry) => entry.holdings.map((holding) => holding.deltaOwn)),
    ...bookFigures(sections.optionBook),
    ...flowFigures(sections.flows),
  ];
  return (
    <EvidenceRowsProvider rows={citedRows(figures, indexRows(view.rows))}>
      <SectionPair>
        <Section
          id="insiders"
          title="Insiders"
          about="What each last reported to hold; classes are never added together."
          aside={<PartyExport party={party} table="insiders" />}
        >
          <RosterTable roster={view.roster} />
        </Section>
        <Section
          id="holdings"
          title="Holdings"
          about="Balances as reported, one step a report; gaps are marked, not filled."
          aside={<PartyExport party={party} table="balances" />}
        >
          <HoldingsPanel lines={view.lines} residuals={sections.audit.residuals} source={source} />
        </Section>
      </SectionPair>
      {sections.optionBook.grants.length + sections.optionBook.leftOut.length === 0 ? null : (
        <Section
          id="option-book"
          title="Option book"
          about="Open grants at the latest report, valued at their owners’ own last price."
          aside={<PartyExport party={party} table="option-book" />}
        >
          <OptionBook book={sections.optionBook} hide="issuer" />
        </Section>
      )}
      <SectionPair>
        {view.episodes.length === 0 ? null : (
          <Section
            id="exercise-and-sell"
            title="Exercise and sell"
            about="What became of shares on the day they were exercised."
            aside={<PartyExport party={party} table="episodes" />}
          >
            <ExerciseFlows flows={sections.flows} isAcross={false} />
            {episodes.map((episode) => (
              <EpisodePanel key={episode.id} episode={episode} hide="issuer" />
            ))}
            <More count={view.episodes.length - MOST} what="earlier episodes: on each insider’s page" />
          </Section>
        )}
        {view.plans.length === 0 ? null : (
          <Section
            id="plans"
            title="10b5-1 plans"
            about="Rebuilt from the filings’ words: an insider, an issuer, an adoption date."
            aside={<PartyExport party={party} table="plans" />}
          >
            {plans.map((plan) => (
              <PlanCard key={`${plan.insider.cik} ${plan.adopted?.date}`} plan={plan} hide="issuer" />
            ))}
            <More count={view.plans.length - MOST} what="more plans: on each insider’s page" />
          </Section>
        )}
      </SectionPair>
    </EvidenceRowsProvider>
  );
}

/** Panels that an issuer's page opens with; the insiders' pages have all of theirs. */
const MOST = 8;

function More({ count, what }: { count: number; what: string }) {
  if (count <= 0) return null;
  return (
    <p className="mt-2 text-sm text-ink-3">
      {count} {what}.
    </p>
  );
}
