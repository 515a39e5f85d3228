import { Section, SectionPair } from "@/components/layout/section";
import { PartyExport } from "@/components/parties/export/party-export";
import { CaseSections } from "@/components/parties/sections/case-sections";
import { OptionBookSection } from "@/components/parties/sections/holdings-sections";
import { PartySection } from "@/components/parties/sections/party-section";
import { PatternSection } from "@/components/parties/sections/pattern-section";
import type { Party } from "@/lib/queries/party-activity-query";
import type { InsiderSections as Sections } from "@/lib/services/sections/section-views";
import type { InsiderView } from "@/lib/services/views/shapes/party";
import { RelatedFilers } from "./related-filers";
import { RoleSpells } from "./role-spells";

/** What the filter leaves alone, between the charts and the rows: roles, joint filers, grants, exercises, plans. */
export function InsiderPanels({ view, sections }: { view: InsiderView; sections: Sections }) {
  const party: Party = { kind: "insider", cik: view.insider.cik };
  const hide = view.issuers.length === 1 ? "both" : "insider";
  return (
    <>
      <SectionPair>
        <PartySection
          party={party}
          table="roles"
          id="roles"
          title="Roles over time"
          about="As the filings state them, from the first filing that does to the last; no form says when a role began."
        >
          <RoleSpells roles={view.roles} />
        </PartySection>
        <Section
          id="related"
          title="Related filers"
          about="Reporting owners who sign filings together with this one."
          aside={view.related.length === 0 ? undefined : <PartyExport party={party} table="related" />}
        >
          <RelatedFilers related={view.related} />
        </Section>
      </SectionPair>
      <OptionBookSection party={party} book={sections.optionBook} hide={hide} />
      <CaseSections party={party} episodes={view.episodes} flows={sections.flows} plans={view.plans} hide={hide} />
      <PatternSection party={party} pattern={sections.pattern} />
    </>
  );
}
