import { episodeFigures } from "@/components/episodes/episode-figures";
import { EpisodePanel } from "@/components/episodes/episode-panel";
import { citedRows } from "@/components/evidence/evidence-figure";
import { EvidenceRowsProvider } from "@/components/evidence/evidence-rows";
import { indexRows } from "@/components/evidence/row-index";
import { Section, SectionPair } from "@/components/layout/section";
import { PlanCard } from "@/components/plans/plan-card";
import { planFigures } from "@/components/plans/plan-figures";
import type { FilingView } from "@/lib/services/views/shapes/filing";

/** What is derived from a filing's rows beyond each row: its episodes and its plans. */
export function FilingDerived({ view }: { view: FilingView }) {
  return (
    <EvidenceRowsProvider
      rows={citedRows(
        [...view.episodes.flatMap(episodeFigures), ...view.plans.flatMap(planFigures)],
        indexRows(view.rows),
      )}
    >
      <SectionPair>
        {view.episodes.length === 0 ? null : (
          <Section id="exercise-and-sell" title="Exercise and sell" about="What became of the exercised shares.">
            {view.episodes.map((episode) => (
              <EpisodePanel key={episode.id} episode={episode} hide="both" />
            ))}
          </Section>
        )}
        {view.plans.length === 0 ? null : (
          <Section id="plans" title="10b5-1 plan" about="As this and other filings tell it.">
            {view.plans.map((plan) => (
              <PlanCard key={`${plan.insider.cik} ${plan.adopted?.date}`} plan={plan} hide="both" />
            ))}
          </Section>
        )}
      </SectionPair>
    </EvidenceRowsProvider>
  );
}
