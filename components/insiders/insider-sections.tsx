import { episodeFigures } from "@/components/episodes/episode-figures";
import { citedRows } from "@/components/evidence/evidence-figure";
import { EvidenceRowsProvider } from "@/components/evidence/evidence-rows";
import { indexRows } from "@/components/evidence/row-index";
import { BalanceLinesTable } from "@/components/holdings/balance-lines-table";
import { bookFigures, flowFigures } from "@/components/holdings/grant-figures";
import { SectionPair } from "@/components/layout/section";
import { ConductSection, FilingsSection, LedgerAuditSection } from "@/components/parties/sections/filing-sections";
import { HoldingsSection } from "@/components/parties/sections/holdings-sections";
import { SectionNav, when } from "@/components/parties/sections/section-nav";
import { OF_INSIDER, patternFigures } from "@/components/patterns/pattern-words";
import { planFigures } from "@/components/plans/plan-figures";
import { activityOf, givenActivity } from "@/components/transactions/activity";
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
    ...patternFigures(sections.pattern, OF_INSIDER),
    ...sections.conduct.map((one) => one.withoutPrice.figure),
  ];
  return (
    <EvidenceRowsProvider rows={citedRows(figures, indexRows(all.rows))}>
      <SectionNav sections={sectionsOf(all, sections)} />
      <PartyActivity
        initial={givenActivity(activityOf(view, "insider", query))}
        initialQuery={query}
        party={party}
        hide={view.issuers.length === 1 ? ["issuer", "insider"] : ["insider"]}
        {...source}
        before={
          <HoldingsSection party={party} lines={all.lines} audit={sections.audit} source={source}>
            <div className="mt-6">
              <BalanceLinesTable lines={all.lines} />
            </div>
          </HoldingsSection>
        }
      >
        <InsiderPanels view={all} sections={sections} />
      </PartyActivity>
      <SectionPair>
        <FilingsSection party={party} filings={view.filings} isWhole={hasAllFilings} />
        <div className="min-w-0">
          <LedgerAuditSection party={party} audit={sections.audit} />
          <ConductSection party={party} conduct={sections.conduct} />
        </div>
      </SectionPair>
    </EvidenceRowsProvider>
  );
}

function sectionsOf(view: InsiderView, { optionBook }: Sections): [id: string, name: string][] {
  return [
    ["holdings", "Holdings"],
    ["timeline", "Timeline"],
    ["months", "Months"],
    ["roles", "Roles"],
    ["related", "Related filers"],
    ...when(optionBook.grants.length + optionBook.leftOut.length > 0, "option-book", "Options"),
    ...when(view.episodes.length > 0, "exercise-and-sell", "Exercise and sell"),
    ...when(view.plans.length > 0, "plans", "10b5-1 plans"),
    ["trading-pattern", "Pattern"],
    ["transactions", "Transactions"],
    ["filings", "Filings"],
    ["ledger-audit", "Ledger audit"],
    ["conduct", "Conduct"],
  ];
}
