import type { ChartSource } from "@/components/charts/export/chart-source";
import { episodeFigures } from "@/components/episodes/episode-figures";
import { citedRows } from "@/components/evidence/evidence-figure";
import { EvidenceRowsProvider } from "@/components/evidence/evidence-rows";
import { indexRows } from "@/components/evidence/row-index";
import { bookFigures, flowFigures } from "@/components/holdings/grant-figures";
import { SectionPair } from "@/components/layout/section";
import { RosterTable } from "@/components/parties/roster-table";
import { CaseSections } from "@/components/parties/sections/case-sections";
import { HoldingsSection, OptionBookSection } from "@/components/parties/sections/holdings-sections";
import { PartySection } from "@/components/parties/sections/party-section";
import { PatternSection } from "@/components/parties/sections/pattern-section";
import { OF_ISSUER, patternFigures } from "@/components/patterns/pattern-words";
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
  const figures = [
    ...view.episodes.slice(0, MOST).flatMap(episodeFigures),
    ...view.plans.slice(0, MOST).flatMap(planFigures),
    ...view.roster.flatMap((entry) => entry.holdings.map((holding) => holding.deltaOwn)),
    ...bookFigures(sections.optionBook),
    ...flowFigures(sections.flows),
    ...patternFigures(sections.pattern, OF_ISSUER),
  ];
  return (
    <EvidenceRowsProvider rows={citedRows(figures, indexRows(view.rows))}>
      <SectionPair>
        <PartySection
          party={party}
          table="insiders"
          id="insiders"
          title="Insiders"
          about="What each last reported to hold; classes are never added together."
        >
          <RosterTable roster={view.roster} />
        </PartySection>
        <HoldingsSection party={party} lines={view.lines} audit={sections.audit} source={source} />
      </SectionPair>
      <OptionBookSection party={party} book={sections.optionBook} hide="issuer" />
      <CaseSections
        party={party}
        episodes={view.episodes}
        flows={sections.flows}
        plans={view.plans}
        hide="issuer"
        most={MOST}
      />
      <PatternSection party={party} pattern={sections.pattern} />
    </EvidenceRowsProvider>
  );
}

/** Panels that an issuer's page opens with; the insiders' pages have all of theirs. */
const MOST = 8;
