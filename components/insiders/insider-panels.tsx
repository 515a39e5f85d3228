import { EpisodePanel } from "@/components/episodes/episode-panel";
import { ExerciseFlows } from "@/components/episodes/exercise-flow";
import { OptionBook } from "@/components/holdings/option-book";
import { Section, SectionPair } from "@/components/layout/section";
import { PartyExport } from "@/components/parties/export/party-export";
import { PlanCard } from "@/components/plans/plan-card";
import type { Party } from "@/lib/queries/party-activity-query";
import type { InsiderSections as Sections } from "@/lib/services/sections/section-views";
import type { InsiderView } from "@/lib/services/views/shapes/party";
import { RelatedFilers } from "./related-filers";
import { RoleSpells } from "./role-spells";

/** What the filter leaves alone, between the charts and the rows: roles, joint filers, grants, exercises, plans. */
export function InsiderPanels({ view, sections }: { view: InsiderView; sections: Sections }) {
  const party: Party = { kind: "insider", cik: view.insider.cik };
  const hideIssuer = view.issuers.length === 1;
  const hide = hideIssuer ? "both" : "insider";
  const hasBook = sections.optionBook.grants.length + sections.optionBook.leftOut.length > 0;
  return (
    <>
      <SectionPair>
        <Section
          id="roles"
          title="Roles over time"
          about="As the filings state them, from the first filing that does to the last; no form says when a role began."
          aside={<PartyExport party={party} table="roles" />}
        >
          <RoleSpells roles={view.roles} />
        </Section>
        <Section
          id="related"
          title="Related filers"
          about="Reporting owners who sign filings together with this one."
          aside={view.related.length === 0 ? undefined : <PartyExport party={party} table="related" />}
        >
          <RelatedFilers related={view.related} />
        </Section>
      </SectionPair>
      {hasBook ? (
        <Section
          id="option-book"
          title="Option book"
          about="Open grants at the latest report, valued at the owner’s own last price."
          aside={<PartyExport party={party} table="option-book" />}
        >
          <OptionBook book={sections.optionBook} hide={hide} />
        </Section>
      ) : null}
      <SectionPair>
        {view.episodes.length === 0 ? null : (
          <Section
            id="exercise-and-sell"
            title="Exercise and sell"
            about="What became of shares on the day they were exercised."
            aside={<PartyExport party={party} table="episodes" />}
          >
            <ExerciseFlows flows={sections.flows} isAcross={!hideIssuer} />
            {view.episodes.map((episode) => (
              <EpisodePanel key={episode.id} episode={episode} hide={hide} />
            ))}
          </Section>
        )}
        {view.plans.length === 0 ? null : (
          <Section
            id="plans"
            title="10b5-1 plans"
            about="Rebuilt from the filings’ words: an insider, an issuer, an adoption date."
            aside={<PartyExport party={party} table="plans" />}
          >
            {view.plans.map((plan) => (
              <PlanCard key={`${plan.issuer.cik} ${plan.adopted?.date}`} plan={plan} hide={hide} />
            ))}
          </Section>
        )}
      </SectionPair>
    </>
  );
}
