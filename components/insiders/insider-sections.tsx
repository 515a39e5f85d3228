import { episodeFigures } from "@/components/episodes/episode-figures";
import { citedRows } from "@/components/evidence/evidence-figure";
import { EvidenceRowsProvider } from "@/components/evidence/evidence-rows";
import { indexRows } from "@/components/evidence/row-index";
import { ConductTable } from "@/components/filings/conduct-table";
import { FilingList } from "@/components/filings/filing-list";
import { BalanceLinesTable } from "@/components/holdings/balance-lines-table";
import { bookFigures, flowFigures } from "@/components/holdings/grant-figures";
import { HoldingsPanel } from "@/components/holdings/holdings-panel";
import { LedgerAudit } from "@/components/holdings/ledger-audit";
import { Section, SectionPair } from "@/components/layout/section";
import { PartyExport } from "@/components/parties/export/party-export";
import { planFigures } from "@/components/plans/plan-figures";
import { activityOf } from "@/components/transactions/activity";
import { PartyActivity } from "@/components/transactions/party-activity";
import type { Party } from "@/lib/queries/party-activity-query";
import type { PartyQuery } from "@/lib/search-params/party-query";
import type { InsiderSections as Sections } from "@/lib/services/sections/section-views";
import type { InsiderView } from "@/lib/services/views/shapes/party";
import { InsiderPanels } from "./insider-panels";

interface InsiderSectionsProps {
  query: PartyQuery;
  /** Under the filter. */
  view: InsiderView;
  /** Without it: what the filter leaves alone. */
  all: InsiderView;
  sections: Sections;
  hasAllFilings: boolean;
}

/** An insider across issuers: holdings first, then trades, roles, what became of exercises, plans, rows and filings. */
export function InsiderSections({ query, view, all, sections, hasAllFilings }: InsiderSectionsProps) {
  const { cik, name } = view.insider;
  const party: Party = { kind: "insider", cik };
  const source = { title: name ?? `Insider ${cik}`, isFictional: view.fictional };
  const figures = [
    ...all.episodes.flatMap(episodeFigures),
    ...all.plans.flatMap(planFigures),
    ...bookFigures(sections.optionBook),
    ...flowFigures(sections.flows),
    ...sections.conduct.map((one) => one.withoutPrice.figure),
  ];
  return (
    <EvidenceRowsProvider rows={citedRows(figures, indexRows(all.rows))}>
      <PartyActivity
        initial={activityOf(view, "insider", query)}
        initialQuery={query}
        party={party}
        hide={view.issuers.length === 1 ? ["issuer", "insider"] : ["insider"]}
        {...source}
        before={
          <Section
            id="holdings"
            title="Holdings"
            about="Balances as reported, one step a report; gaps are marked, not filled."
            aside={<PartyExport party={party} table="balances" />}
          >
            <HoldingsPanel lines={all.lines} residuals={sections.audit.residuals} source={source} />
            <div className="mt-6">
              <BalanceLinesTable lines={all.lines} />
            </div>
          </Section>
        }
      >
        <InsiderPanels view={all} sections={sections} />
      </PartyActivity>
      <SectionPair>
        <Section
          id="filings"
          title="Filings"
          about="Newest first; all filings, whatever the filter."
          aside={<PartyExport party={party} table="filings" />}
        >
          <FilingList filings={view.filings} hide="insider" isWhole={hasAllFilings} />
        </Section>
        <div className="min-w-0">
          <Section
            id="ledger-audit"
            title="Ledger audit"
            about="Last balance plus the rows gives the next balance? Each step that does not, with its explanation."
            aside={<PartyExport party={party} table="ledger-audit" />}
          >
            <LedgerAudit audit={sections.audit} hide="insider" />
          </Section>
          <Section
            id="conduct"
            title="Filing conduct"
            about="How this insider files: counts, no judgement."
            aside={<PartyExport party={party} table="conduct" />}
          >
            <ConductTable conduct={sections.conduct} by="issuer" />
          </Section>
        </div>
      </SectionPair>
    </EvidenceRowsProvider>
  );
}
